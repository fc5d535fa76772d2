import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day, dayFromDb, dayOf, dayToDb } from '@/lib/platform/day'
import { figureRows, volunteerNumbers } from '@/lib/volunteering/figures/queries'
import { cellOf } from '@/lib/volunteering/figures/rules'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { person as someone } from '../../support/factories'
import { randomFrom } from '../../support/random'
import { volunteer } from '../../support/volunteers'

let lead: Actor, manager: Actor, close: Actor, hidden = ''
const now = today()
const random = randomFrom(31)
const months = Array.from({ length: 12 }, (_, nth) => addMonths(`${now.slice(0, 7)}-01` as Day, -nth).slice(0, 7))

type At = { ago: number; steps: string[]; hours: number }
/** `meeting`: a companion to it, and what came of it. */
async function match(volunteerId: string, started: number, ended: number | null, meeting: At | null = null): Promise<{ id: string; personId: string; requestId: string }> {
  const personId = (await someone('VETERAN')).id
  const requestId = randomUUID()
  const request = owner().volunteerRequest.create({ data: { id: requestId, personId, roleCode: meeting ? 'companion' : 'mentor', since: dayToDb(addDays(now, -started - 5)), times: [], areas: [], languages: [], challenges: [], createdBy: lead.userId, forMeeting: meeting !== null } })
  // A request for a meeting and its meeting are written together.
  await (meeting ? owner().$transaction([request, companion({ personId, requestId }, meeting)]) : request)
  for (const [at, state] of ['waiting', 'met'].entries()) await owner().volunteerRequestState.create({ data: { requestId, personId, number: at + 1, state, recordedBy: lead.userId } })
  const { id } = await owner().volunteerMatch.create({ data: { requestId, volunteerId, personId, roleCode: meeting ? 'companion' : 'mentor', startedOn: dayToDb(addDays(now, -started)), startedBy: lead.userId } })
  if (ended !== null) await owner().volunteerMatchEnd.create({ data: { matchId: id, personId, endedOn: dayToDb(addDays(now, -ended)), endedBy: 'both', cause: 'time', recordedBy: lead.userId } })
  return { id, personId, requestId }
}
async function log(one: { id: string; personId: string }, ago: number, minutes: number | null, takenBack = false): Promise<void> {
  await owner().volunteerMatchMeeting.create({ data: { matchId: one.id, personId: one.personId, onDay: dayToDb(addDays(now, -ago)), met: minutes !== null, minutes, recordedBy: lead.userId, ...(takenBack && { takenBackAt: new Date(Date.now() + 1000) }) } })
}
function companion(one: { personId: string; requestId: string }, { ago, steps, hours }: At) {
  const startsAt = new Date(`${addDays(now, -ago)}T09:00:00Z`)
  return owner().companionMeeting.create({ data: { personId: one.personId, requestId: one.requestId, what: 'Møde', place: 'Rådhuset', postcode: '8900', startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000), travelMinutes: 30, personLanguage: 'da', meetingLanguage: 'da', mayKnow: [], agreedRole: 'listener', createdBy: lead.userId,
    steps: { create: steps.map((step, at) => ({ personId: one.personId, number: at + 1, step, onDay: dayToDb(addDays(now, -ago)), ...(step === 'prepared' && { agreedRole: 'listener' }), recordedBy: lead.userId })) } } })
}

/** Counted again, from the rows themselves and in another way: month by month, who met for how long, and what was written. */
async function counted(without: string[] = []) {
  const [matches, meetings, companions] = [
    await owner().volunteerMatch.findMany({ include: { end: true, request: true } }), await owner().volunteerMatchMeeting.findMany({ where: { takenBackAt: null } }), await owner().companionMeeting.findMany({ include: { steps: true } }),
  ]
  const known = matches.filter(({ volunteerId }) => !without.includes(volunteerId))
  const happened = known.flatMap((one) => {
    const own = meetings.filter(({ matchId, met }) => matchId === one.id && met).map(({ onDay, minutes }) => ({ volunteer: one.volunteerId, on: dayFromDb(onDay), minutes: minutes ?? 0, own: true }))
    const agreed = companions.filter(({ requestId, steps }) => requestId === one.requestId && steps.some(({ step }) => step === 'held')).map(({ startsAt, endsAt }) => ({ volunteer: one.volunteerId, on: dayOf(startsAt), minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000, own: false }))
    return own.length > 0 ? own : agreed
  })
  return months.map((month) => {
    const of = happened.filter(({ on }) => on.startsWith(month))
    const ran = known.filter(({ startedOn, end, request }) => !request.forMeeting && dayFromDb(startedOn).slice(0, 7) <= month && (end === null || dayFromDb(end.endedOn).slice(0, 7) >= month))
    return { month, volunteers: new Set(of.map(({ volunteer: one }) => one)).size, minutes: of.reduce((sum, { minutes }) => sum + minutes, 0), meetings: of.length, own: of.filter(({ own }) => own).length, ran: ran.length, logged: ran.filter(({ id }) => meetings.some(({ matchId, onDay }) => matchId === id && dayFromDb(onDay).startsWith(month))).length }
  })
}
async function told(actor: Actor) {
  const { cells } = await volunteerNumbers(actor)
  return months.map((month) => {
    const [met, own, logged] = (['met', 'meeting-own', 'logged'] as const).map((division) => cellOf(cells, division, month))
    return { month, volunteers: met?.n ?? null, minutes: met?.n === null ? null : (met?.total ?? 0), meetings: own?.n === null ? null : (own?.of ?? 0), own: own?.n ?? null, ran: logged?.n === null ? null : (logged?.of ?? 0), logged: logged?.n ?? null }
  })
}

beforeAll(async () => {
  await loadReference(owner())
  const unitId = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  ;[lead, manager] = [await staff('VOLUNTEER_LEAD', { unitId }), await staff('MANAGER')]
  const kin = (await someone('RELATIVE')).id
  close = await staff('VOLUNTEER_LEAD', { unitId, personId: kin })
  const helpers: string[] = []
  for (let nth = 0; nth < 12; nth++) helpers.push(await volunteer({ step: 'active', roles: ['mentor', 'companion'] }))
  hidden = helpers[0] ?? ''
  await owner().volunteerTie.create({ data: { volunteerId: hidden, personId: kin, tiedBy: lead.userId } })
  for (const [nth, one] of [...helpers, ...helpers].entries()) {
    // The last months are of many, the first of few.
    const started = nth < 12 ? 40 + random.int(60) : 100 + random.int(300)
    const made = await match(one, started, random.chance(0.3) ? random.int(40) : null)
    const days = new Set(Array.from({ length: 8 }, () => random.int(Math.min(started, 90))))
    for (const ago of days) await log(made, ago, random.chance(0.8) ? 30 * (1 + random.int(6)) : null, random.chance(0.15))
  }
  for (const one of helpers.slice(0, 2)) await log(await match(one, 260, null), 200, 60)
  for (const [nth, one] of helpers.slice(0, 9).entries()) {
    const made = await match(one, 60, nth % 2 ? 20 : null, { ago: 20 + nth, steps: nth === 0 ? ['prepared', 'not-held'] : nth === 1 ? ['prepared'] : ['prepared', 'held', 'followed-up'], hours: 1 + random.int(2) })
    if (nth === 2 || nth === 3) await log(made, 20 + nth, 75)
  }
})

describe('hours with citizens', () => {
  it('are for the lead what the rows say, counted a second time', async () => {
    const all = await counted()
    expect(await told(lead)).toEqual(all)
    expect(all.reduce((sum, { minutes }) => sum + minutes, 0)).toBeGreaterThan(3000)
    expect(all.some(({ meetings, own }) => own < meetings)).toBe(true)
  })

  it('open the volunteers and the matches they count, and leave out those of whom the reader may know nothing', async () => {
    for (const { month, volunteers, logged } of await counted()) {
      expect([month, (await figureRows(lead, { figure: 'met', part: month, page: 1 }))?.total]).toEqual([month, volunteers])
      expect([month, (await figureRows(lead, { figure: 'logged', part: month, page: 1 }))?.total]).toEqual([month, logged])
    }
    expect(await told(close)).toEqual(await counted([hidden]))
    expect(await counted([hidden])).not.toEqual(await counted())
  })

  it('are for who does not lead them nothing of one to four, and never what one volunteer did', async () => {
    const [all, few] = [await counted(), await told(manager)]
    const small = (many: number) => many >= 1 && many <= 4
    for (const [nth, one] of all.entries()) {
      const hours = small(one.volunteers) ? { volunteers: null, minutes: null } : { volunteers: one.volunteers, minutes: one.minutes }
      const meetings = [one.own, one.meetings, one.meetings - one.own].some(small) ? { own: null, meetings: null } : { own: one.own, meetings: one.meetings }
      const logged = [one.logged, one.ran, one.ran - one.logged].some(small) ? { logged: null, ran: null } : { logged: one.logged, ran: one.ran }
      expect(few[nth]).toEqual({ month: one.month, ...hours, ...meetings, ...logged })
    }
    expect(few.some(({ minutes }) => minutes === null) && few.some(({ minutes }) => minutes !== null && minutes > 0)).toBe(true)
    expect((await volunteerNumbers(manager)).cells.filter(({ division, middle, most }) => ['met', 'hours'].includes(division) && (middle !== null || most !== null))).toEqual([])
  })
})
