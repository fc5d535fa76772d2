import { addDays, addYears, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

/** What was taken over from the system before: closed so many years ago, with what was written while they ran. */
const STORIES = [
  { years: 9, about: 'Efter hjemkomsten fra Hold 6: job og søvn', goal: 'Sove igennem og møde til tiden', agreed: 'Taler med sin læge om søvnen', said: ['Vil gerne i gang igen, men er træt om morgenen', 'Har fået praktik på et lager', 'Fastansat. Takker for hjælpen'], week: 'Praktik på lageret' },
  { years: 8, about: 'Bolig efter skilsmisse', goal: 'En bolig tæt på børnene', agreed: 'Skriver sig op i to boligforeninger', said: ['Bor hos sin bror', 'Tilbudt en treværelses, flytter til den første'], week: null },
  { years: 8, about: 'Tilbage til uddannelsen', goal: 'Færdig som elektriker', agreed: 'Ringer til skolens vejleder', said: ['Stoppede på andet hovedforløb', 'Begynder igen efter sommeren'], week: 'Værkstedsskole' },
  { years: 7, about: 'Hjælp til arbejdsskadesagen', goal: 'Sagen er sendt til Arbejdsmarkedets Erhvervssikring', agreed: 'Samler papirerne fra Forsvaret', said: ['Papirerne fylder en kasse; gennemgik dem sammen', 'Sagen er sendt af sted'], week: null },
] as const
const RULES = { contact: [5, 'YEAR', 7], plan_goal: [5, 'YEAR', 7], plan_agreement: [5, 'YEAR', 7], plan_schedule: [1, 'YEAR', 8], case_file: [5, 'YEAR', 7], consent: [5, 'YEAR', 9] } as const

/** Cases that ended so long ago that the municipality's rules let them go. */
export async function loadOldCasework(db: PrismaClient, { coordinator }: DemoStaff, today: Day): Promise<void> {
  const unit = await db.unit.findFirst({ where: { code: 'veteran' }, select: { id: true } })
  const people = await db.person.findMany({ where: { protection: 'P0', mergedIntoId: null, diedOn: null, movedAwayOn: null, assignments: { none: {} }, cases: { none: {} }, contacts: { none: {} }, consents: { none: {} }, subjectRequests: { none: {} }, volunteerRequests: { none: {} }, legalHolds: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true }, orderBy: { id: 'desc' }, take: STORIES.length })
  if (!unit) return
  const rows = STORIES.flatMap((story, nth) => {
    const person = people[nth]
    if (!person) return []
    const [opened, ended] = [addDays(addYears(today, -story.years), 20 + nth * 31), addDays(addYears(today, -story.years), 250 + nth * 17)]
    return [{ ...story, personId: person.id, caseId: crypto.randomUUID(), goalId: crypto.randomUUID(), agreementId: crypto.randomUUID(), weekId: crypto.randomUUID(), opened, ended, days: story.said.map((_, at) => addDays(opened, 9 + at * 63)) }]
  })
  const by = { recordedBy: coordinator }
  await db.caseFile.createMany({ data: rows.map((one) => ({ id: one.caseId, personId: one.personId, kind: 'veteran', about: `${one.about} (fra det tidligere system)`, unitId: unit.id, openedOn: dayToDb(one.opened), openedBy: coordinator, openedAt: momentAt(one.opened, 9, 20) })) })
  await db.caseState.createMany({ data: rows.flatMap((one) => [{ number: 1, state: 'open', on: one.opened, outcome: null }, { number: 2, state: 'closed', on: one.ended, outcome: 'goal' }].map(({ on, ...state }) => ({ ...state, ...by, caseId: one.caseId, personId: one.personId, fromDay: dayToDb(on), recordedAt: momentAt(on, 14, 10) }))) })
  const contacts = rows.flatMap((one) => one.said.map((text, at) => ({ id: crypto.randomUUID(), text, caseId: one.caseId, personId: one.personId, at: momentAt(one.days[at] ?? one.opened, 10, 15 + at * 10) })))
  await db.contact.createMany({ data: contacts.map(({ id, personId, at }, nth) => ({ ...by, id, personId, outcome: 'reached', channel: nth % 2 ? 'phone' : 'meeting', happenedAt: at, recordedAt: at, minutes: 30 + (nth % 3) * 15 })) })
  await db.contactNote.createMany({ data: contacts.map(({ id, personId, text }) => ({ contactId: id, personId, topicCode: 'general', text })) })
  await db.contactCase.createMany({ data: contacts.map(({ id, personId, caseId }) => ({ contactId: id, personId, caseId })) })
  await db.planGoal.createMany({ data: rows.map((one) => ({ id: one.goalId, personId: one.personId, createdBy: coordinator, createdAt: momentAt(one.opened, 11) })) })
  await db.planGoalStep.createMany({ data: rows.flatMap((one) => [{ number: 1, state: 'open', on: one.opened }, { number: 2, state: 'reached', on: one.ended }].map(({ on, ...step }) => ({ ...step, ...by, goalId: one.goalId, personId: one.personId, text: one.goal, saidBy: 'citizen', saidOn: dayToDb(one.opened), recordedAt: momentAt(on, 11, 5) }))) })
  await db.planAgreement.createMany({ data: rows.map((one) => ({ id: one.agreementId, personId: one.personId, goalId: one.goalId, text: one.agreed, who: 'citizen', createdBy: coordinator, createdAt: momentAt(one.opened, 11, 10) })) })
  await db.planAgreementStep.createMany({ data: rows.flatMap((one) => [{ number: 1, state: 'open', after: 0 }, { number: 2, state: 'kept', after: 31 }].map(({ after, ...step }) => ({ ...step, ...by, agreementId: one.agreementId, personId: one.personId, dueOn: dayToDb(addDays(one.opened, 30)), recordedAt: momentAt(addDays(one.opened, after), 11, 10) }))) })
  const weeks = rows.flatMap(({ week, ...one }) => (week ? [{ ...one, week }] : []))
  await db.planSchedule.createMany({ data: weeks.map((one) => ({ id: one.weekId, personId: one.personId, fromDay: dayToDb(addDays(one.opened, 40)), toDay: dayToDb(one.ended), createdBy: coordinator, createdAt: momentAt(addDays(one.opened, 38), 13) })) })
  await db.planSlot.createMany({ data: weeks.flatMap((one) => [1, 3].map((weekday) => ({ scheduleId: one.weekId, personId: one.personId, weekday, starts: '08:00', ends: '12:00', activity: one.week, addedBy: coordinator, addedAt: momentAt(addDays(one.opened, 38), 13) }))) })
  await db.consent.createMany({ data: rows.slice(0, 2).map((one) => ({ ...by, personId: one.personId, purpose: 'coordination', recipientName: 'Egen læge', fields: ['contact', 'needs'], how: 'written', wording: 'Vi må fortælle din egen læge dit navn og det, du har brug for. Du kan til enhver tid sige til, at du ikke længere vil.', givenOn: dayToDb(one.opened), expiresOn: dayToDb(one.ended), recordedAt: momentAt(one.opened, 12) })) })
  for (const [kind, [length, unitOf, item]] of Object.entries(RULES)) await db.retentionRule.updateMany({ where: { kind }, data: { length, unit: unitOf, source: `Demo Kommunes slettepolitik, 2026, punkt ${item}`, active: true } })
}
