import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, dayToDb, partsOf } from '@/lib/platform/day'
import { volunteerNumbers } from '@/lib/volunteering/figures/queries'
import { type Cell, cellOf } from '@/lib/volunteering/figures/rules'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { volunteer } from '../../support/volunteers'

let lead: Actor, manager: Actor
const now = today()
const { year } = partsOf(now)
beforeAll(async () => {
  await loadReference(owner())
  ;[lead, manager] = [await staff('VOLUNTEER_LEAD'), await staff('MANAGER')]
})
afterEach(async () => {
  await owner().volunteerMatch.deleteMany()
  await owner().volunteerRequest.deleteMany()
  await owner().volunteer.deleteMany()
})

type Of = { roles?: string[]; areas?: string[]; birthYear?: number; background?: string; ago?: number; capacity?: number }
/** So many volunteers who are alike. Answers with the first of them. */
async function helpers(many: number, { roles = [], ago = 10, ...more }: Of = {}): Promise<string> {
  const ids = await Promise.all(Array.from({ length: many }, () => volunteer({ step: 'active', on: addDays(now, -ago), roles })))
  await owner().volunteer.updateMany({ where: { id: { in: ids } }, data: { capacity: 1, ...more } })
  return ids[0] ?? ''
}
async function waits(many: number, role = 'mentor', days = 10): Promise<{ id: string; personId: string }[]> {
  return Promise.all(Array.from({ length: many }, async () => {
    const { id: personId } = await veteran()
    const { id } = await owner().volunteerRequest.create({ data: { personId, roleCode: role, since: dayToDb(addDays(now, -days)), times: [], areas: [], languages: [], challenges: [], createdBy: lead.userId, states: { create: [{ personId, number: 1, state: 'waiting', recordedBy: lead.userId }] } } })
    return { id, personId }
  }))
}
/** So many matches of one volunteer, begun and ended after so many months. */
async function matches(many: number, volunteerId: string, months: number, ended: number | null = null): Promise<void> {
  const startedOn = addMonths(now, -months)
  for (const { id, personId } of await waits(many, 'mentor', months * 31 + 40)) {
    await owner().volunteerRequestState.create({ data: { requestId: id, personId, number: 2, state: 'met', recordedBy: lead.userId } })
    const match = await owner().volunteerMatch.create({ data: { requestId: id, volunteerId, personId, roleCode: 'mentor', startedOn: dayToDb(startedOn), startedBy: lead.userId } })
    if (ended !== null) await owner().volunteerMatchEnd.create({ data: { matchId: match.id, personId, endedOn: dayToDb(addMonths(startedOn, ended)), endedBy: 'both', cause: 'time', recordedBy: lead.userId } })
  }
}
const cells = async (actor: Actor): Promise<(division: string, part?: string) => Cell> => {
  const all = (await volunteerNumbers(actor)).cells
  return (division, part) => cellOf(all, division, part)
}
const numbers = async () => ({ few: await cells(manager), all: await cells(lead) })

/** Each is small in one way alone: nothing else than the rule it is named for keeps it back. */
describe('of who does not lead volunteers is kept back', () => {
  it('one to four of a kind', async () => {
    await helpers(10)
    const old = await helpers(3, { ago: 91 })
    await matches(3, old, 2)
    const { few, all } = await numbers()
    expect([few('begun').n, all('begun').n, few('active').n]).toEqual([null, 3, 13])
    expect([few('begun').middle, few('begun').most, few('begun').total]).toEqual([null, null, null])
    expect([few('asked', 'never').n, all('asked', 'never').n]).toEqual([null, 2])
  })

  it('all of the active but one to four', async () => {
    const busy = await helpers(2)
    await matches(1, busy, 1)
    await helpers(5, { ago: 91 })
    await waits(7)
    const { few, all } = await numbers()
    // Six of seven have room; who waits is no part of those who help.
    expect([few('free').n, all('free').n, few('wait').n]).toEqual([null, 6, 7])
    expect([few('asked', 'never').n, all('asked', 'never').n]).toEqual([null, 5])
    await helpers(5)
    await owner().volunteerMatch.deleteMany()
    const then = await cells(manager)
    expect([then('free').n, then('asked', 'never').n]).toEqual([12, 5])
  })

  it('a small part, told with as many of the next as make five of them; how long they wait as well', async () => {
    for (const [role, many] of [['mentor', 3], ['peer', 8], ['visitor', 9]] as const) { await helpers(many, { roles: [role] }); await waits(many, role, many * 7) }
    const { few, all } = await numbers()
    for (const division of ['role', 'wait-role']) {
      expect(['mentor', 'peer', 'visitor', 'others'].map((part) => few(division, part).n)).toEqual([null, null, 9, 11])
      expect(['mentor', 'peer', 'visitor'].map((part) => all(division, part).n)).toEqual([3, 8, 9])
    }
    expect(['mentor', 'peer', 'visitor'].map((part) => [few('wait-role', part).middle, few('wait-role', part).most])).toEqual([[null, null], [null, null], [63, 63]])
    expect(['mentor', 'visitor'].map((part) => [few('role', part).middle, all('role', part).most, few('free-role', part).middle, all('free-role', part).most])).toEqual([[null, null, null, null], [null, null, null, null]])
  })

  it('small parts that are told as one, all of them', async () => {
    for (const [role, many] of [['mentor', 1], ['peer', 4], ['visitor', 4], ['host', 10]] as const) await helpers(many, { roles: [role] })
    const { few } = await numbers()
    expect(['mentor', 'peer', 'visitor', 'host', 'others'].map((part) => few('role', part).n)).toEqual([null, null, null, 10, 9])
  })

  it('parts told as one, where they are under five, or leave under five', async () => {
    await helpers(3, { roles: ['mentor'] })
    await helpers(10)
    expect((await cells(manager))('role', 'others').n).toBe(0)
    await helpers(3, { roles: ['peer'] })
    expect((await cells(manager))('role', 'others').n).toBe(6)
    await owner().volunteer.deleteMany({ where: { roles: { isEmpty: true } } })
    await helpers(2)
    expect((await cells(manager))('role', 'others').n).toBe(0)
  })

  it('an age, with all ages; a year; the young of an area and of a year', async () => {
    await helpers(2, { birthYear: year - 20, areas: ['midtby'] })
    await helpers(6, { birthYear: 1960, areas: ['midtby'] })
    await helpers(6, { areas: ['midtby'] })
    const { few, all } = await numbers()
    expect(['young', 'rest', 'unknown'].map((part) => [few('age', part).n, all('age', part).n])).toEqual([[null, 2], [null, 6], [null, 6]])
    expect([[few, 'area-young', 'midtby'], [all, 'area-young', 'midtby'], [few, 'year-young', String(year)], [all, 'year-young', String(year)]].map(([who, division, part]) => { const { n, of } = (who as typeof few)(division as string, part as string); return [n, of] })).toEqual([[null, null], [2, 8], [null, null], [2, 8]])
    expect(few('year', String(year)).n).toBe(14)
    await owner().volunteer.deleteMany()
    await helpers(3, { ago: 370 })
    expect([(await cells(manager))('year', String(year - 1)).n, (await cells(lead))('year', String(year - 1)).n]).toEqual([null, 3])
  })

  // Of other background, of Danish, and who has not said: also of whoever leads them.
  it.each([[2, 5, 5], [5, 2, 5], [5, 5, 2]])('a background, where %i, %i and %i have said so', async (other, danish, unknown) => {
    await helpers(other, { background: 'other', areas: ['midtby'] })
    await helpers(danish, { background: 'danish', areas: ['midtby'] })
    await helpers(unknown, { areas: ['midtby'] })
    for (const told of [await cells(manager), await cells(lead)]) for (const [division, part] of [['area-other', 'midtby'], ['year-other', String(year)], ['background', 'danish']] as const) expect([division, told(division, part).n, told(division, part).of]).toEqual([division, null, null])
    await helpers(5, { background: 'other', areas: ['midtby'] })
    await helpers(5, { background: 'danish', areas: ['midtby'] })
    await helpers(5, { areas: ['midtby'] })
    for (const told of [await cells(manager), await cells(lead)]) expect([told('area-other', 'midtby').n, told('year-other', String(year)).n]).toEqual([other + 5, other + 5])
  })

  /** Matches by how many months ago they began and after how many they ended; what the lead is told at three, six and twelve months. */
  it.each<[string, (readonly [number, number, number | null])[], (readonly [number, number])[]]>([
    ['few that lasted', [[3, 13, null], [7, 13, 2]], [[3, 10], [3, 10], [3, 10]]],
    ['few that did not', [[8, 13, null], [2, 13, 2]], [[8, 10], [8, 10], [8, 10]]],
    ['a few that lasted three months and not six', [[10, 13, null], [2, 4, null], [8, 4, 2]], [[12, 20], [10, 10], [10, 10]]],
    ['a few that are not six months old', [[10, 13, null], [5, 13, 2], [3, 4, 2]], [[10, 18], [10, 15], [10, 15]]],
  ])('what lasts: %s', async (_what, made, told) => {
    const v = await helpers(1)
    for (const [many, months, ended] of made) await matches(many, v, months, ended)
    const { few, all } = await numbers()
    const held = (who: typeof few) => ['3', '6', '12'].map((part) => [who('held', part).n, who('held', part).of])
    expect(held(all)).toEqual(told)
    expect(held(few)).toEqual([[null, null], [null, null], [null, null]])
  })
})
