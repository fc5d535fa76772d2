import { addDays, addMonths, type Day, dayToDb, isWeekend, momentAt } from '@/lib/platform/day'
import type { CompanionRole, CompanionState, Kin } from '@/lib/volunteering/companions/rules'
import { partsOfWeek } from '@/lib/volunteering/companions/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { writtenAt } from '../moments'
import { randomFor } from '../random'
import type { DemoStaff } from '../users'
import { COMPANION_AFTER, COMPANION_AGENDA, COMPANION_NOTES } from './words'

type Story = { state: CompanionState; /** Days from today. */ at: number; hour: number; what: string; role: CompanionRole; kin?: Kin; kinName?: string; untold?: true }
/** Every state there is, and some twice: among those who wait one whose name may not be known yet. */
const STORIES: readonly Story[] = [
  { state: 'wanted', at: 6, hour: 10, what: 'Opfølgning på sygedagpenge', role: 'listener' }, { state: 'wanted', at: 12, hour: 13, what: 'Møde om bolig', role: 'supporter', untold: true }, { state: 'wanted', at: 9, hour: 9, what: 'Samtale om uddannelse', role: 'note-taker' },
  { state: 'asked', at: 5, hour: 11, what: 'Møde med rådgiver i Jobcentret', role: 'supporter' }, { state: 'asked', at: 8, hour: 14, what: 'Rehabiliteringsteam', role: 'conveyor' },
  { state: 'agreed', at: 4, hour: 10, what: 'Første samtale i Jobcentret', role: 'listener' }, { state: 'agreed', at: 10, hour: 9, what: 'Møde om fleksjob', role: 'sparring-partner', kin: 'sibling', kinName: 'Ida' }, { state: 'agreed', at: 14, hour: 12, what: 'Partshøring om kontanthjælp', role: 'representative' },
  { state: 'prepared', at: 3, hour: 9, what: 'Opfølgning efter praktik', role: 'note-taker' }, { state: 'prepared', at: 7, hour: 13, what: 'Netværksmøde', role: 'supporter', kin: 'partner' },
  { state: 'held', at: -1, hour: 10, what: 'Samtale om ny plan', role: 'listener' }, { state: 'followed-up', at: -9, hour: 11, what: 'Rehabiliteringsteam', role: 'conveyor' }, { state: 'followed-up', at: -20, hour: 14, what: 'Møde med socialrådgiver', role: 'supporter', kin: 'parent' },
  { state: 'not-held', at: -6, hour: 10, what: 'Opfølgning i Jobcentret', role: 'listener' }, { state: 'cancelled', at: 11, hour: 9, what: 'Samtale om mentor', role: 'listener' },
]
const PLACES = [['Jobcentret, Rådhusgården 3', '8900'], ['Veteranhuset, Kasernegården 4', '8900'], ['Sundhedscentret, lokale 12', '8940'], ['Borgerservice i Langå', '8870']] as const

/** No meeting on a Saturday or a Sunday: those to come are moved on, those that were, back. */
function workday(day: Day, step: 1 | -1): Day {
  return isWeekend(day) ? workday(addDays(day, step), step) : day
}

/** Veterans who bring somebody to a meeting, or want to: a dozen meetings and some, from wanted to followed up. */
export async function loadCompanions(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const [unit, lead, areas] = [await db.unit.findFirstOrThrow({ where: { kind: 'VOLUNTEERING' } }), await db.user.findFirstOrThrow({ where: { email: 'frivilligleder@demo.invalid' }, select: { id: true } }), await db.localArea.findMany()]
  const people = await db.person.findMany({ where: { protection: 'P0', shielded: false, diedOn: null, mergedIntoId: null, consents: { none: {} }, volunteerRequests: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true, language: true }, orderBy: { id: 'asc' }, skip: 4, take: STORIES.length })
  const helpers = await db.volunteer.findMany({ where: { roles: { has: 'companion' }, pairs: { none: {} }, matches: { none: {} }, steps: { some: { step: 'active' }, none: { step: { in: ['paused', 'ended'] } } } }, select: { id: true, firstName: true, lastName: true }, orderBy: { number: 'asc' }, take: STORIES.length })
  // A request for a meeting is not committed without it. The guards go by the clock of the database, and history is written as of the demo's day.
  const guards = (verb: 'DISABLE' | 'ENABLE') => [`ALTER TABLE companion_meeting ${verb} TRIGGER guard_companion_meeting`, `ALTER TABLE companion_step ${verb} TRIGGER guard_companion_step`]
  await db.$transaction(async (tx) => {
    for (const sql of guards('DISABLE')) await tx.$executeRawUnsafe(sql)
    for (const [nth, { id: personId, language }] of people.entries()) {
      const story = STORIES[nth]
      if (story) await write(tx, { story, draw: randomFor(`companion ${nth}`), personId, language, helper: helpers[nth], today, unit, lead: lead.id, by: staff.coordinator, areas })
    }
    // What is checked at the commit alone is checked now: no guard is put back over rows that wait for their check.
    await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE')
    for (const sql of guards('ENABLE')) await tx.$executeRawUnsafe(sql)
  }, { timeout: 60_000 })
}

type One = { story: Story; draw: ReturnType<typeof randomFor>; personId: string; language: string; helper: { id: string; firstName: string; lastName: string } | undefined; today: Day; unit: { id: string; nameDa: string }; lead: string; by: string; areas: readonly { code: string; postcodes: string[] }[] }

async function write(tx: Prisma.TransactionClient, { story: s, draw, personId, language, helper, today, unit, lead, by, areas }: One): Promise<void> {
  const day = workday(addDays(today, s.at), s.at > 0 ? 1 : -1)
  const since = addDays(s.at > 0 ? today : day, -draw.between(6, 20))
  const [startsAt, endsAt, [place, postcode]] = [momentAt(day, s.hour), momentAt(day, s.hour + 1), draw.pick(PLACES)]
  const given = { createdBy: by, createdAt: writtenAt(since, 10, 15) }
  const [id, requestId] = [draw.uuid(), s.kin ? null : draw.uuid()]
  if (!s.untold && !s.kin) await tx.consent.create({ data: { personId, purpose: 'referral', recipientUnitId: unit.id, fields: ['contact', 'needs'], how: 'spoken', evidence: 'Sagt i samtalen, hvor vi talte om en bisidder', wording: `Vi må fortælle ${unit.nameDa} dit navn, din telefon og e-mail og dit sprog og de hensyn, du har brug for, for at henvise dig til et tilbud. Du kan til enhver tid sige stop.`, givenOn: dayToDb(since), expiresOn: dayToDb(addDays(addMonths(since, 12), -1)), recordedBy: by, recordedAt: writtenAt(since, 10, 10) } })
  const attorney = s.role === 'representative' ? await tx.powerOfAttorney.create({ data: { personId, givenTo: 'Advokat Bente Holm', covers: 'Sagen om kontanthjælp', evidence: 'Underskrevet fuldmagt lagt på sagen', fromDay: dayToDb(since), toDay: dayToDb(addMonths(since, 6)), recordedBy: by, recordedAt: writtenAt(since, 10, 12) } }) : null
  if (requestId) {
    await tx.volunteerRequest.create({ data: { id: requestId, personId, roleCode: 'companion', since: dayToDb(since), times: partsOfWeek(startsAt, endsAt), areas: areas.filter(({ postcodes }) => postcodes.includes(postcode)).map(({ code }) => code), languages: [`${language}-native`], challenges: [], forMeeting: true, ...given } })
    await tx.volunteerRequestState.create({ data: { requestId, personId, number: 1, state: 'waiting', recordedBy: by, recordedAt: given.createdAt } })
  }
  await tx.companionMeeting.create({ data: { id, personId, requestId, what: s.what, place, postcode, meetingPoint: 'Ved indgangen, ti minutter før', startsAt, endsAt, travelMinutes: draw.pick([15, 30, 30, 45]), personLanguage: language, meetingLanguage: 'da', mayKnow: s.kin || s.untold ? [] : ['contact'], agreedRole: s.role, powerOfAttorneyId: attorney?.id, kin: s.kin, kinName: s.kinName, ...given } })
  const open = s.state === 'wanted' || s.state === 'asked'
  if (requestId && helper && s.state !== 'wanted') await agree(tx, { requestId, personId, helper, open, asked: addDays(since, 2), lead, by })
  const step = (number: number, kind: string, onDay: Day, more: object = {}) => tx.companionStep.create({ data: { meetingId: id, personId, number, step: kind, onDay: dayToDb(onDay), recordedBy: by, recordedAt: writtenAt(onDay, 15, 10), ...more } })
  if (open || s.state === 'agreed') return
  if (s.state === 'cancelled') { await step(1, 'cancelled', addDays(since, 4)); return }
  await step(1, 'prepared', addDays(since, 5), { agreedRole: s.role, note: draw.pick(COMPANION_NOTES), agenda: draw.pick(COMPANION_AGENDA) })
  if (s.state === 'prepared') return
  await step(2, s.state === 'not-held' ? 'not-held' : 'held', day)
  if (s.state === 'followed-up') await step(3, 'followed-up', workday(addDays(day, 2), 1), { note: draw.pick(COMPANION_AFTER), supported: draw.between(3, 5), balanced: draw.chance(0.3) ? null : draw.between(3, 5), understood: draw.between(3, 5) })
}

/** Somebody is asked, and where both said yes they have a match and the consent to know the citizen. */
async function agree(tx: Prisma.TransactionClient, { requestId, personId, helper, open, asked, lead, by }: { requestId: string; personId: string; helper: { id: string; firstName: string; lastName: string }; open: boolean; asked: Day; lead: string; by: string }): Promise<void> {
  const started = addDays(asked, 2)
  await tx.volunteerPairStep.create({ data: { requestId, volunteerId: helper.id, personId, number: 1, step: 'asked', onDay: dayToDb(asked), recordedBy: lead, recordedAt: writtenAt(asked, 10, 20) } })
  if (open) return
  await tx.volunteerMatch.create({ data: { requestId, volunteerId: helper.id, personId, roleCode: 'companion', startedOn: dayToDb(started), startedBy: lead, createdAt: writtenAt(started, 9, 30) } })
  await tx.volunteerRequestState.create({ data: { requestId, personId, number: 2, state: 'met', recordedBy: lead, recordedAt: writtenAt(started, 9, 30) } })
  await tx.consent.create({ data: { personId, purpose: 'referral', recipientName: `${helper.firstName} ${helper.lastName}`, recipientVolunteerId: helper.id, fields: ['contact'], how: 'spoken', evidence: 'Sagt i samtalen', wording: `${helper.firstName} må få mit fornavn, mit telefonnummer og min e-mail, så vi kan mødes. Det gælder i 12 måneder, og jeg kan sige stop, når jeg vil.`, givenOn: dayToDb(started), expiresOn: dayToDb(addDays(addMonths(started, 12), -1)), recordedBy: by, recordedAt: writtenAt(started, 9, 30) } })
}
