import { addDays, addMonths, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

/** Colleagues of the other units, who are named and sign in nowhere. */
const COLLEAGUES = [
  { email: 'jobkonsulent@demo.invalid', name: 'Peter Dam', title: 'Jobkonsulent', unit: 'jobcenter', phone: '89 00 00 21' },
  { email: 'socialraadgiver@demo.invalid', name: 'Lise Møller', title: 'Socialrådgiver', unit: 'social', phone: '89 00 00 31' },
  { email: 'familieraadgiver@demo.invalid', name: 'Nadia Karimi', title: 'Familierådgiver', unit: 'familie', phone: '89 00 00 41' },
]

type Offer = { from: 'coordinator' | 'caseworker'; nth: number; unit: string; to?: 'caseworker'; daysAgo: number; message: string; refused?: string }
/** Offers that wait on somebody's first page, and one that was refused. `nth`: of the sender's open cases. */
const OFFERS: readonly Offer[] = [
  { from: 'coordinator', nth: 0, unit: 'jobcenter', to: 'caseworker', daysAgo: 1, message: 'Er klar til at tale om arbejde igen, gerne med et par timer om ugen. Kan du tage over fra december? Vi har talt om dig ved sidste møde.' },
  { from: 'coordinator', nth: 1, unit: 'jobcenter', daysAgo: 3, message: 'Søger en læreplads som elektriker. Det er mere jeres end vores. Vil gerne have samtaler om formiddagen.' },
  { from: 'caseworker', nth: 0, unit: 'veteran', daysAgo: 2, message: 'Arbejdet går godt, men udsendelsen fylder mere og mere, og det er I bedre til end jeg. Ved godt, at jeg spørger jer.' },
  { from: 'caseworker', nth: 1, unit: 'social', daysAgo: 20, message: 'Mangler en bolig uden trapper efter operationen. Kan I tage den del?', refused: 'Boligen hører til hos boligteamet. Jeg har bedt dem ringe til dig.' },
]
/** Who works on a case beside the one who has it. */
const BESIDE = [{ from: 'caseworker', nth: 2, who: 'jobkonsulent@demo.invalid' }, { from: 'coordinator', nth: 3, who: 'socialraadgiver@demo.invalid' }, { from: 'coordinator', nth: 4, who: 'familieraadgiver@demo.invalid' }] as const

/** Cases that are on their way to another unit, and professionals from there: each with the consent it takes. */
export async function loadCaseSharing(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const units = await db.unit.findMany({ select: { id: true, code: true, nameDa: true } })
  const unitOf = (code: string) => units.find((unit) => unit.code === code)
  const colleagues = new Map<string, { id: string; unitId: string | null }>()
  for (const { unit, ...who } of COLLEAGUES) {
    const made = await db.user.create({ data: { ...who, unitId: unitOf(unit)?.id, grants: { create: [{ role: 'CASEWORKER', fromDay: new Date('2024-01-01') }] } }, select: { id: true, unitId: true } })
    colleagues.set(who.email, made)
  }
  const open = async (userId: string) => db.caseFile.findMany({ where: { person: { protection: 'P0' }, assignments: { some: { userId, toDay: null, caseRole: 'coordinator' } }, states: { every: { state: 'open' } } }, select: { id: true, personId: true, unitId: true }, orderBy: { id: 'asc' } })
  const cases = { coordinator: await open(staff.coordinator), caseworker: await open(staff.caseworker) }
  const agreed = async (personId: string, unit: { id: string; nameDa: string }, by: string, daysAgo: number) => {
    const givenOn = addDays(today, -daysAgo)
    const expiresOn = addDays(addMonths(givenOn, 12), -1)
    await db.consent.create({ data: { personId, purpose: 'coordination', fields: ['case'], how: 'spoken', evidence: 'Sagt i samtalen og gentaget ved afslutningen', recipientUnitId: unit.id, givenOn: dayToDb(givenOn), expiresOn: dayToDb(expiresOn), recordedBy: by,
      wording: `Vi må fortælle ${unit.nameDa} dit navn og hvad der står i din sag: oplysninger, kontakter og breve for at samarbejde om din indsats. Du kan til enhver tid sige til, at du ikke længere vil, og så stopper det med det samme.` } })
    return expiresOn
  }
  for (const { from, nth, unit: code, to, daysAgo, message, refused } of OFFERS) {
    const [one, unit] = [cases[from][nth], unitOf(code)]
    if (!one || !unit) continue
    await agreed(one.personId, unit, staff[from], daysAgo)
    await db.caseTransfer.createMany({ data: [{ caseId: one.id, personId: one.personId, fromUnitId: one.unitId, toUnitId: unit.id, toUserId: to ? staff[to] : null, message, askedBy: staff[from], askedAt: momentAt(addDays(today, -daysAgo), 13, 25),
      ...(refused && { answer: 'refused', answerWords: refused, answeredBy: colleagues.get('socialraadgiver@demo.invalid')?.id, answeredAt: momentAt(addDays(today, 1 - daysAgo), 9, 5) }) }] })
  }
  for (const { from, nth, who } of BESIDE) {
    const [one, colleague] = [cases[from][nth], colleagues.get(who)]
    const unit = units.find(({ id }) => id === colleague?.unitId)
    if (!one || !colleague || !unit) continue
    const until = unit.id === one.unitId ? null : await agreed(one.personId, unit, staff[from], 34)
    await db.assignment.create({ data: { personId: one.personId, userId: colleague.id, reason: 'case', fromDay: dayToDb(addDays(today, -30)), toDay: until && dayToDb(until), caseId: one.id, caseRole: 'professional', createdBy: staff[from] } })
  }
}
