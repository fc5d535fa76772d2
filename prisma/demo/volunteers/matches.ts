import { addDays, addMonths, type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import { endCauses } from '@/lib/volunteering/matches/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { writtenAt } from '../moments'
import { randomFor } from '../random'
import type { DemoStaff } from '../users'
import { ENDED_WELL, FOLLOWED, WAITS_FOR } from './words'

const LONGEST_DAYS = 900
type Rows = {
  requests: Prisma.VolunteerRequestCreateManyInput[]; states: Prisma.VolunteerRequestStateCreateManyInput[]; steps: Prisma.VolunteerPairStepCreateManyInput[]; answers: Prisma.VolunteerAnswerCreateManyInput[]
  matches: Prisma.VolunteerMatchCreateManyInput[]; consents: Prisma.ConsentCreateManyInput[]; ends: Prisma.VolunteerMatchEndCreateManyInput[]; followUps: Prisma.VolunteerFollowUpCreateManyInput[]; checkIns: Prisma.VolunteerCheckInCreateManyInput[]; withdrawals: Prisma.ConsentWithdrawalCreateManyInput[]
}

/** Matches that run and such as have ended, each with what led to it: the request, the question, both answers and the consents. */
export async function loadMatches(db: PrismaClient, today: Day, { running, ended }: { running: number; ended: number }, staff: DemoStaff): Promise<void> {
  const [unit, lead] = [await db.unit.findFirstOrThrow({ where: { kind: 'VOLUNTEERING' }, select: { id: true, nameDa: true } }), await db.user.findFirstOrThrow({ where: { email: 'frivilligleder@demo.invalid' }, select: { id: true } })]
  const people = await db.person.findMany({ where: { protection: 'P0', shielded: false, diedOn: null, mergedIntoId: null, consents: { none: {} }, volunteerRequests: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true, language: true }, orderBy: { id: 'asc' }, skip: 40, take: running + ended })
  const found = await db.volunteer.findMany({ where: { steps: { some: { step: 'active' }, none: { step: { in: ['paused', 'ended'] } } }, pairs: { none: {} } }, select: { id: true, number: true, firstName: true, lastName: true, roles: true, capacity: true, steps: { where: { step: 'active' }, select: { onDay: true }, orderBy: { number: 'asc' }, take: 1 } }, orderBy: { number: 'asc' } })
  const helpers = found.flatMap(({ steps: [active], ...one }) => (active && one.roles.length > 0 && dayFromDb(active.onDay) < addDays(today, -20) ? [{ ...one, active: dayFromDb(active.onDay), free: one.capacity }] : []))
  const rows: Rows = { requests: [], states: [], steps: [], answers: [], matches: [], consents: [], ends: [], followUps: [], checkIns: [], withdrawals: [] }
  for (const [nth, { id: personId, language }] of people.entries()) {
    const [draw, over] = [randomFor(`volunteer match ${nth}`), nth >= running]
    const open = helpers.filter(({ free }) => over || free > 0)
    // The first is the volunteer who signs in in the demo.
    const helper = (nth === 0 ? open.find(({ number }) => number === 1001) : undefined) ?? open[draw.between(0, open.length - 1)]
    if (!helper) continue
    if (!over) helper.free--
    const [earliest, latest] = [helper.active > addDays(today, -LONGEST_DAYS) ? helper.active : addDays(today, -LONGEST_DAYS), addDays(today, over ? -15 : -2)]
    const started = addDays(latest, -draw.between(0, Math.max(0, Math.round((Date.parse(latest) - Date.parse(earliest)) / 86_400_000))))
    write(rows, { draw, personId, language, helper, started, today, over, unit, lead: lead.id, caseworker: staff.coordinator })
  }
  const [first] = rows.matches.filter(({ id }) => !rows.ends.some(({ matchId }) => matchId === id)).sort((a, b) => (a.startedOn < b.startedOn ? 1 : -1)).slice(4)
  if (first?.id) rows.checkIns.push({ matchId: first.id, personId: first.personId, number: 99, side: 'person', codeHash: new Uint8Array(Buffer.from(`${first.id}${first.id}`)), expiresOn: dayToDb(addDays(today, 18)), createdAt: writtenAt(addDays(today, -1), 8, 20), meets: 'partly', safe: false, words: 'Jeg vil helst ikke mødes hjemme hos mig mere.', answeredAt: writtenAt(addDays(today, -1), 20, 40) })
  await db.volunteerRequest.createMany({ data: rows.requests })
  await db.volunteerRequestState.createMany({ data: rows.states })
  await db.volunteerPairStep.createMany({ data: rows.steps })
  await db.volunteerAnswer.createMany({ data: rows.answers })
  await db.volunteerMatch.createMany({ data: rows.matches })
  await db.consent.createMany({ data: rows.consents })
  await db.volunteerMatchEnd.createMany({ data: rows.ends })
  await db.volunteerFollowUp.createMany({ data: rows.followUps })
  await db.volunteerCheckIn.createMany({ data: rows.checkIns })
  await db.consentWithdrawal.createMany({ data: rows.withdrawals })
}

type One = { draw: ReturnType<typeof randomFor>; personId: string; language: string; helper: { id: string; firstName: string; lastName: string; roles: string[] }; started: Day; today: Day; over: boolean; unit: { id: string; nameDa: string }; lead: string; caseworker: string }

function write(rows: Rows, { draw, personId, language, helper, started, today, over, unit, lead, caseworker }: One): void {
  const [requestId, matchId, roleCode] = [draw.uuid(), draw.uuid(), draw.pick(helper.roles)]
  const [since, asked] = [addDays(started, -draw.between(9, 90)), addDays(started, -draw.between(1, 8))]
  const name = helper.firstName
  rows.requests.push({ id: requestId, personId, roleCode, since: dayToDb(since), times: ['2-afternoon'], areas: [], languages: [`${language}-native`], challenges: [], words: draw.pick(WAITS_FOR), createdBy: caseworker, createdAt: writtenAt(since, 13, 40) })
  rows.states.push({ requestId, personId, number: 1, state: 'waiting', recordedBy: caseworker, recordedAt: writtenAt(since, 13, 40) }, { requestId, personId, number: 2, state: 'met', recordedBy: lead, recordedAt: writtenAt(started, 9, 30) })
  rows.steps.push({ requestId, volunteerId: helper.id, personId, number: 1, step: 'asked', onDay: dayToDb(asked), recordedBy: lead, recordedAt: writtenAt(asked, 10, 20) })
  const wording = `${helper.firstName} må få mit fornavn, mit telefonnummer og min e-mail, så vi kan mødes. Det gælder i 12 måneder, og jeg kan sige stop, når jeg vil.`
  rows.answers.push({ requestId, volunteerId: helper.id, personId, number: 1, side: 'volunteer', yes: true, how: 'link', recordedAt: writtenAt(asked, 19, 5) }, { requestId, volunteerId: helper.id, personId, number: 1, side: 'person', yes: true, how: 'told', fields: ['contact'], wording, recordedBy: caseworker, recordedAt: writtenAt(started, 9, 15) })
  rows.matches.push({ id: matchId, requestId, volunteerId: helper.id, personId, roleCode, startedOn: dayToDb(started), startedBy: lead, createdAt: writtenAt(started, 9, 30) })
  // Of what has run for years the consent was given anew; a few have let theirs run out.
  const given = !over && started < addMonths(today, -12) ? addDays(today, -draw.between(20, draw.chance(0.08) ? 400 : 330)) : started
  const own = { id: draw.uuid(), personId, purpose: 'referral', how: 'spoken', evidence: 'Sagt i samtalen', givenOn: dayToDb(given), expiresOn: dayToDb(addDays(addMonths(given, 12), -1)), recordedBy: caseworker, recordedAt: writtenAt(given, 9, 30), wording }
  rows.consents.push({ ...own, recipientName: name, recipientVolunteerId: helper.id, fields: ['contact'] })
  rows.consents.push({ ...own, id: draw.uuid(), recipientUnitId: unit.id, fields: ['needs'], wording: `Vi må fortælle ${unit.nameDa} dit navn og dit sprog og de hensyn, du har brug for, for at henvise dig til et tilbud. Du kan til enhver tid sige til, at du ikke længere vil, og så stopper det med det samme.` })
  followed(rows, draw, { matchId, personId, started, until: today, lead })
  if (!over) return
  const on = addDays(started, draw.between(10, Math.max(10, Math.round((Date.parse(today) - Date.parse(started)) / 86_400_000))))
  const last = on > today ? today : on
  const cause = draw.weighted([['reached', 9], ['time', 4], ['distance', 2], ['chemistry', 2], ['stuck', 3], ['moved', 2], ['other', 1], ['unsafe', 1]] as const satisfies readonly (readonly [(typeof endCauses)[number], number])[])
  const well = cause === 'reached'
  rows.ends.push({ matchId, personId, endedOn: dayToDb(last), endedBy: draw.pick(['person', 'volunteer', 'both']), cause, met: well || draw.chance(0.8), rating: well ? draw.between(4, 5) : draw.chance(0.5) ? draw.between(2, 4) : null, words: well ? draw.pick(ENDED_WELL) : null, recordedBy: lead, recordedAt: writtenAt(last, 14, 10) })
  rows.withdrawals.push({ consentId: own.id, personId, withdrawnOn: dayToDb(last), how: 'digital', note: 'Matchet er afsluttet', recordedBy: lead, recordedAt: writtenAt(last, 14, 10) })
}

/** Followed up as the rhythm says, until a few have waited too long; before each both were asked, most answered, and somebody felt unsafe this week. */
function followed(rows: Rows, draw: One['draw'], { matchId, personId, started, until, lead }: { matchId: string; personId: string; started: Day; until: Day; lead: string }): void {
  const late = draw.chance(0.1)
  for (let number = 1, due = addDays(started, 7); due < addDays(until, late ? -40 : 0) && number < 12; number++) {
    const on = addDays(due, draw.between(-2, 3))
    const day = on > until ? until : on < started ? started : on
    for (const side of ['volunteer', 'person'] as const) {
      const answered = draw.chance(side === 'volunteer' ? 0.8 : 0.6)
      rows.checkIns.push({ matchId, personId, number, side, codeHash: new Uint8Array(Buffer.from(draw.uuid() + draw.uuid())), expiresOn: dayToDb(addDays(day, 18)), createdAt: writtenAt(addDays(due, -3), 8, 20), ...(answered && { meets: draw.weighted([['yes', 8], ['partly', 3], ['no', 1]] as const), safe: true, answeredAt: writtenAt(addDays(due, -2), 18, 4) }) })
    }
    rows.followUps.push({ matchId, personId, number, onDay: dayToDb(day), withWhom: draw.pick(['both', 'person', 'volunteer']), outcome: draw.weighted([['well', 8], ['needs-help', 1]] as const), words: draw.chance(0.5) ? draw.pick(FOLLOWED) : null, recordedBy: lead, recordedAt: writtenAt(day, 11, 15) })
    due = number === 1 && day < addMonths(started, 1) ? addMonths(started, 1) : addMonths(day, 3)
  }
}
