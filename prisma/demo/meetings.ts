import { addDays, addMonths, type Day, dayToDb, isoWeekday, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

type Story = { words: string; decision?: string; addition?: string; task?: { text: string; days: number; done?: true }; /** Taken back since: the jobcentre sees a number and no name. */ withdrawn?: true }
const HELD: readonly Story[] = [
  { words: 'Skal der en mentor med til jobsamtalerne, og hvem betaler?', decision: 'Jobcentret bevilger mentor 3 timer om ugen til og med januar. Karen fortæller borgeren det.', task: { text: 'Fortæl om mentoren, og aftal den første dag', days: 3, done: true } },
  { words: 'Boligen er opsagt til 1. januar. Hvad kan vi nå?', decision: 'Socialområdet tager sagen op i boligudvalget. Karen skaffer en udtalelse fra Veterancentret.', addition: 'Boligudvalget behandler sagen en uge senere end sagt på mødet.', task: { text: 'Skaf en udtalelse fra Veterancentret til boligudvalget', days: 17 } },
]
const COMING: readonly Story[] = [
  { words: 'Er begyndt i virksomhedspraktik. Kan timerne sættes op efter jul, og hvem følger med?' },
  { words: 'Har sagt ja til samtaler hos Militærpsykologisk Afdeling. Hvad gør vi med jobcentrets frister imens?' },
  { words: 'Gæld og en ny fogedsag. Hvem tager den samtale?', withdrawn: true },
]

/** The unit's meeting every second week: the one that was held, with what was decided, and the one to come. Every case on it with the consents it takes. */
export async function loadMeetings(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const unit = await db.unit.findUniqueOrThrow({ where: { code: 'veteran' }, select: { id: true } })
  const beside = await db.user.findMany({ where: { email: { in: ['sagsbehandler@demo.invalid', 'socialraadgiver@demo.invalid'] } }, select: { id: true, unit: { select: { id: true, nameDa: true, code: true } } } })
  const units = beside.flatMap(({ unit: one }) => one ?? [])
  const seats = [staff.coordinator, staff.colleague, ...beside.map(({ id }) => id)]
  const coming = addDays(today, 3 + ((2 - isoWeekday(addDays(today, 3)) + 7) % 7))
  const held = addDays(coming, -14)
  const call = (onDay: Day, more: object) => db.meeting.create({ data: { unitId: unit.id, onDay: dayToDb(onDay), seriesOn: dayToDb(onDay), starts: '09:00', place: 'Rådhuset, lokale 214, eller på Teams', repeats: 'fortnight', createdBy: staff.coordinator, participants: { create: seats.map((userId) => ({ userId })) }, ...more }, select: { id: true } })
  const first = await call(held, { heldAt: momentAt(held, 10, 5), heldBy: staff.coordinator })
  const next = await call(coming, { followsId: first.id, partners: 'Mette Lund, Veterancentret' })
  const cases = await db.caseFile.findMany({
    where: { unitId: unit.id, person: { protection: 'P0', diedOn: null }, transfers: { none: {} }, assignments: { some: { userId: staff.coordinator, toDay: null, caseRole: 'coordinator' } }, states: { every: { state: 'open' } } }, select: { id: true, personId: true }, orderBy: { id: 'desc' }, take: HELD.length + COMING.length,
  })
  for (const [at, story] of [...HELD, ...COMING].entries()) {
    const one = cases[at]
    if (!one) continue
    const [meeting, day] = at < HELD.length ? [first, held] : [next, coming]
    await agreed(db, one.personId, units, addDays(day, -20), today, staff.coordinator, story)
    const markedOn = addDays(day, -9)
    const item = await db.meetingItem.create({ data: { meetingId: meeting.id, caseId: one.id, personId: one.personId, words: story.words, markedBy: staff.coordinator, markedAt: momentAt(markedOn < today ? markedOn : addDays(today, -1), 11, 20 + at) }, select: { id: true } })
    await minute(db, { itemId: item.id, personId: one.personId, by: staff.coordinator }, held, story)
  }
}

async function agreed(db: PrismaClient, personId: string, units: readonly { id: string; nameDa: string; code: string }[], givenOn: Day, today: Day, by: string, { withdrawn }: Story): Promise<void> {
  for (const unit of units) {
    const consent = await db.consent.create({ data: { personId, purpose: 'coordination', fields: ['case'], how: 'spoken', evidence: 'Sagt ved samtalen om næste koordineringsmøde', recipientUnitId: unit.id, givenOn: dayToDb(givenOn), expiresOn: dayToDb(addDays(addMonths(givenOn, 12), -1)), recordedBy: by,
      wording: `Vi må fortælle ${unit.nameDa} dit navn og hvad der står i din sag: oplysninger, kontakter og breve for at samarbejde om din indsats. Du kan til enhver tid sige til, at du ikke længere vil, og så stopper det med det samme.` }, select: { id: true } })
    if (withdrawn && unit.code === 'jobcenter') await db.consentWithdrawal.create({ data: { consentId: consent.id, personId, how: 'spoken', withdrawnOn: dayToDb(addDays(today, -1)), recordedBy: by } })
  }
}

async function minute(db: PrismaClient, { itemId, personId, by }: { itemId: string; personId: string; by: string }, held: Day, { decision, addition, task }: Story): Promise<void> {
  if (!decision) return
  const { id } = await db.meetingMinute.create({ data: { itemId, personId, text: decision, recordedBy: by, recordedAt: momentAt(held, 9, 30) }, select: { id: true } })
  if (addition) await db.meetingMinute.create({ data: { itemId, personId, text: addition, recordedBy: by, recordedAt: momentAt(addDays(held, 2), 13, 10) } })
  if (!task) return
  await db.task.create({ data: { personId, text: task.text, dueOn: dayToDb(addDays(held, task.days)), explanation: [], ownerId: by, source: 'meeting', sourceId: id, createdBy: by, createdAt: momentAt(held, 9, 30), ...(task.done && { state: 'done', closedBy: by, closedAt: momentAt(addDays(held, 2), 10, 15) }) } })
}
