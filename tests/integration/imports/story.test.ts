import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { batchOf, confirm, dump, preview, rowsOf, undo } from '../../support/imports'
import { makeRegisterFile, type RegisterFormat } from '../../support/register-file'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})

const fileOf = async (format: RegisterFormat, rows = 120, seed = 7) => {
  const made = await makeRegisterFile({ rows, seed, format })
  return new File([new Uint8Array(made.bytes)], made.name)
}
const NOTHING = { new: 0, changed: 0, same: 0, doubtful: 0, error: 0 }

describe.each(['csv-windows-1252', 'xlsx'] as const)('a register as %s', (format) => {
  it('is previewed, confirmed, is the same the second time, and is undone to the former state', async () => {
    const before = await dump()
    const first = await preview(coordinator, await fileOf(format))
    expect(await batchOf(first)).toMatchObject({ state: 'PREVIEWED', counts: { ...NOTHING, new: 120 } })
    expect(await dump()).toEqual(before)

    await confirm(coordinator, first)
    expect(await batchOf(first)).toMatchObject({ state: 'CONFIRMED', counts: { ...NOTHING, new: 120, changedSince: 0 } })
    const after = await dump()
    expect(after.person).toHaveLength((before.person?.length ?? 0) + 120)
    expect(after.deployment).toHaveLength((before.deployment?.length ?? 0) + 120)

    for (const again of ['csv-utf8', 'xlsx'] as const) {
      const second = await preview(coordinator, await fileOf(again))
      expect((await batchOf(second)).counts).toEqual({ ...NOTHING, same: 120 })
      await confirm(coordinator, second)
      expect(await dump()).toEqual(after)
    }

    await undo(coordinator, first)
    expect(await batchOf(first)).toMatchObject({ state: 'UNDONE', counts: { undone: 120, undoRefused: 0 } })
    expect(await dump()).toEqual(before)
  })
})

it('new veterans have the role from today, so that their first letter is owed', async () => {
  const id = await preview(coordinator, await fileOf('csv-utf8', 3, 11))
  await confirm(coordinator, id)
  const people = (await rowsOf(id)).map((row) => row.personId).filter((personId) => personId !== null)
  const roles = await owner().personRole.findMany({ where: { personId: { in: people } } })
  expect(roles.map((role) => [role.kind, role.toDay])).toEqual(Array(3).fill(['VETERAN', null]))
  const [event] = await owner().auditEvent.findMany({ where: { action: 'import.applied' }, orderBy: { seq: 'desc' }, take: 1, include: { subjects: true } })
  expect(event).toMatchObject({ actorUserId: coordinator.userId, kind: 'CHANGE' })
  expect(event?.subjects.map((subject) => subject.personId).sort()).toEqual(people.sort())
  const stored = JSON.stringify(await rowsOf(id))
  const numbers = (await makeRegisterFile({ rows: 3, seed: 11, format: 'csv-utf8' })).rows.map((row) => row[1] ?? '')
  for (const cpr of numbers) expect(stored).not.toContain(cpr.replace('-', ''))
})
