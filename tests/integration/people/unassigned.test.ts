import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { leftInUnit } from '@/lib/access/accounts/queries'
import { NotAllowed } from '@/lib/access/read'
import { coordinatorHome } from '@/lib/outreach/home/queries'
import { assignMany } from '@/lib/people/responsible/actions'
import { unassignedPeople } from '@/lib/people/responsible/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

const day1 = today()
const give = (personId: string, userId: string, ended?: number) => owner().assignment.create({ data: { personId, userId, reason: 'test', fromDay: day('2025-01-01'), ...(ended === undefined ? {} : { toDay: dayToDb(addDays(day1, -ended)) }) } })
const kinds = async (actor: Awaited<ReturnType<typeof staff>>, ids: string[]) => {
  const pages = await Promise.all((['lost', 'vulnerable', 'never'] as const).map(async (kind) => (await unassignedPeople(actor, kind, 1, day1)).rows))
  return ids.map((id) => pages.flat().find((row) => row.id === id)?.kind ?? null)
}

describe('people nobody is responsible for', () => {
  it('are those who lost somebody, the vulnerable, and other veterans; the dead, the gone and relatives are not', async () => {
    const [coordinator, worker] = [await staff('VETERAN_COORDINATOR'), await staff('CASEWORKER')]
    const people = [await veteran(), await veteran({}, { vulnerable: true }), await veteran(), await veteran(), await veteran(), await veteran({ diedOn: day('2026-01-01') }), await veteran({ movedAwayOn: day('2026-01-01') }), await person('RELATIVE'), await person('RELATIVE'), await person('REFUGEE'), await veteran({ protection: 'P3' })]
    const [lost, , , kept, lastDay, , , , relative] = people.map((one) => one.id) as [string, string, string, string, string, string, string, string, string]
    await give(lost, worker.userId, 1)
    await give(kept, worker.userId, 400)
    await give(kept, worker.userId)
    await give(lastDay, worker.userId, 0)
    await give(relative, worker.userId, 5)
    expect(await kinds(coordinator, people.map((one) => one.id))).toEqual(['lost', 'vulnerable', 'never', null, null, null, null, null, 'lost', null, null])
    expect((await coordinatorHome(coordinator, day1)).unassigned).toBe(await unassignedPeople(coordinator, 'lost', 1, day1).then(({ counts }) => counts.lost + counts.vulnerable))
    await expect(unassignedPeople(worker, 'lost', 1, day1)).rejects.toThrow(NotAllowed)
  })

  it('are given to a colleague, many at once; who has somebody already and who is out of reach is left alone', async () => {
    const [coordinator, worker, other] = [await staff('VETERAN_COORDINATOR'), await staff('CASEWORKER'), await staff('CASEWORKER')]
    const [one, two, taken, shielded] = [await veteran(), await veteran(), await veteran(), await veteran({ protection: 'P3' })]
    await give(taken.id, other.userId)
    const send = (people: string[], userId = worker.userId) => as(coordinator, () => submit(assignMany, { people, userId }))
    expect((await send([one.id, two.id, taken.id, shielded.id])).redirectedTo).toBe('/people/unassigned')
    const rows = await owner().assignment.findMany({ where: { userId: worker.userId } })
    expect(rows.map((row) => row.personId).sort()).toEqual([one.id, two.id].sort())
    expect((await send([taken.id])).state?.message).toMatch(/mindst én/)
    expect((await send([])).state?.fields?.people).toBeDefined()
    expect((await send([one.id], (await staff('MANAGER')).userId)).state?.fields?.userId).toBeDefined()
  })

  it('who left them is told the manager of the unit, in numbers, until somebody has taken over', async () => {
    const unit = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'x', nameEn: 'x' } })
    const [manager, stranger, leaver] = [await staff('MANAGER', { unitId: unit.id }), await staff('MANAGER'), await staff('CASEWORKER', { unitId: unit.id, name: 'Hans Holdtop' })]
    const [one, two] = [await veteran(), await veteran()]
    await give(one.id, leaver.userId)
    await give(two.id, leaver.userId)
    await owner().user.update({ where: { id: leaver.userId }, data: { active: false } })
    expect(await leftInUnit(manager)).toEqual([{ id: leaver.userId, name: 'Hans Holdtop', people: 2, talks: 0 }])
    expect(await leftInUnit(stranger)).toEqual([])
    await as(await staff('VETERAN_COORDINATOR'), async () => submit(assignMany, { people: [one.id, two.id], userId: (await staff('CASEWORKER')).userId }))
    expect(await leftInUnit(manager)).toEqual([])
  })
})
