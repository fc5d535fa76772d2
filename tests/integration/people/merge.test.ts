import { beforeEach, describe, expect, it } from 'vitest'
import { giveReason } from '@/lib/access/reasons/actions'
import type { Actor } from '@/lib/access/permissions'
import { Prisma, transaction } from '@/lib/platform/db'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { updateCpr } from '@/lib/people/cpr/actions'
import { mergePair, notTheSame, undoMerge } from '@/lib/people/duplicates/actions'
import { comparison, duplicateList } from '@/lib/people/duplicates/queries'
import { findDuplicates } from '@/lib/people/duplicates/find/writes'
import { personOverview } from '@/lib/people/record/queries'
import { quickSearch } from '@/lib/people/search/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'
import { letterOf, recordRows } from '../../support/merge-records'

let coordinator: Actor
const find = () => transaction({ role: 'worker' }, (tx) => findDuplicates(tx))
const also = async () => ({ sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null })

let made = 0

/** Two records of one veteran, each with a life of its own. */
async function twins() {
  made++
  const born = { birthDate: day(`1975-06-${10 + made}`), lastName: `Tvillingsen${'abcdefghijklmnop'[made]}` }
  const [a, b] = [await veteran({ ...born, firstName: 'Karsten', registeredOn: day('2024-05-01') }), await veteran({ ...born, firstName: 'Karsten Bo', registeredOn: day('2025-01-01'), largePrint: true }, { vulnerable: true, address: { street: 'Nyvej', number: '9' } })]
  const partner = await person('RELATIVE')
  for (const one of [a, b]) {
    await owner().contactPoint.create({ data: { personId: one.id, kind: 'PHONE', value: `+45201234${10 + made}`, source: 'test', allowed: one === a } })
    await owner().relation.create({ data: { personId: one.id, relatedPersonId: partner.id, kind: 'SPOUSE' } })
    await owner().deployment.create({ data: { personId: one.id, mission: one === a ? 'KFOR' : 'ISAF', country: 'x', service: 'ARMY' } })
    await owner().outreachTask.create({ data: { personId: one.id, kind: 'PHONE', dueOn: day('2026-01-01'), explanation: [] } })
  }
  await owner().relation.create({ data: { personId: a.id, relatedPersonId: b.id, kind: 'FRIEND' } })
  await owner().personCpr.create({ data: { personId: b.id, kind: 'REPLACEMENT', cipher: seal('6506751234'), keyedHash: blindIndex(b.id), birthPart: '650675' } })
  await letterOf(a.id, '2025-03-01')
  await letterOf(b.id, '2026-02-01')
  await find()
  const pair = await owner().duplicatePair.findFirstOrThrow({ where: { leftId: a.id < b.id ? a.id : b.id, rightId: a.id < b.id ? b.id : a.id } })
  return { pair, keptId: pair.leftId, mergedId: pair.rightId, partner }
}

async function merge(pairId: string, choices: Record<string, string> = {}) {
  const shown = await comparison(coordinator, pairId)
  return as(coordinator, () => submit(mergePair, { pairId, leftVersion: String(shown?.sides.left.version), rightVersion: String(shown?.sides.right.version), ...choices }))
}
const undo = async (keptId: string) => {
  const last = await owner().personMerge.findFirstOrThrow({ where: { keptId }, orderBy: { mergedAt: 'desc' } })
  return as(coordinator, () => submit(undoMerge, { mergeId: last.id }))
}

beforeEach(async () => {
  coordinator ??= await staff('VETERAN_COORDINATOR')
})

describe('finding', () => {
  it('lists pairs with reasons, remembers "not the same", and drops pairs that no longer look alike', async () => {
    const { pair, keptId, mergedId } = await twins()
    const line = (await duplicateList(coordinator, { person: keptId, page: 1 })).pairs[0]
    expect(line?.reasons).toEqual(expect.arrayContaining(['same-birth-date', 'same-phone']))
    await as(coordinator, () => submit(notTheSame, { pairId: pair.id }))
    await find()
    expect((await duplicateList(coordinator, { person: mergedId, page: 1 })).pairs).toEqual([])
    const other = await twins()
    await owner().person.update({ where: { id: other.mergedId }, data: { firstName: 'Zenia', lastName: 'Quist', birthDate: day('1990-01-01') } })
    await owner().contactPoint.deleteMany({ where: { personId: other.mergedId } })
    await find()
    expect(await owner().duplicatePair.count({ where: { id: other.pair.id } })).toBe(0)
  })

  it('opens both: each is in the log, and each asks why where a colleague is responsible', async () => {
    const { pair, keptId, mergedId } = await twins()
    const stranger = await staff('VETERAN_COORDINATOR')
    await comparison(coordinator, pair.id)
    const logged = await owner().auditEvent.findMany({ where: { action: 'person.compared', kind: 'VIEW', personId: { in: [keptId, mergedId] } }, select: { personId: true } })
    expect(logged.map((row) => row.personId).sort()).toEqual([keptId, mergedId].sort())
    for (const personId of [keptId, mergedId]) {
      await owner().assignment.create({ data: { personId, userId: coordinator.userId, reason: 'first', fromDay: day('2025-01-01') } })
      await expect(comparison(stranger, pair.id)).rejects.toMatchObject({ digest: expect.stringContaining(`/people/${personId}/reason`) as string })
      await as(stranger, () => submit(giveReason, { personId, code: 'register' }))
    }
    expect((await comparison(stranger, pair.id))?.pairId).toBe(pair.id)
  })

  it('shows no pair of which one is out of sight', async () => {
    const { pair, mergedId } = await twins()
    // One of the two was changed since they were compared.
    for (const [left, right] of [['1', '99'], ['99', '1']] as const) expect((await as(coordinator, () => submit(mergePair, { pairId: pair.id, leftVersion: left, rightVersion: right }))).state?.message).toMatch(/Se den igen/)
    await owner().personRole.updateMany({ where: { personId: mergedId }, data: { kind: 'REFUGEE' } })
    expect(await comparison(coordinator, pair.id)).toBeNull()
    expect((await as(coordinator, () => submit(mergePair, { pairId: pair.id, leftVersion: '1', rightVersion: '1' }))).state?.message).toContain('findes ikke')
  })
})

describe('merging', () => {
  it('keeps the chosen values and everything that ever happened to either', async () => {
    const { pair, keptId, mergedId, partner } = await twins()
    const { redirectedTo } = await merge(pair.id, { 'choose.firstName': 'right' })
    expect(redirectedTo).toBe(`/people/${keptId}/data`)
    const kept = await owner().person.findUniqueOrThrow({ where: { id: keptId }, include: { cpr: true, roles: true, veteran: true, deployments: true, contactPoints: true, letters: true, relations: true, tasks: true, addresses: true } })
    expect(kept).toMatchObject({ firstName: 'Karsten Bo', largePrint: true, registeredOn: day('2024-05-01'), veteran: { vulnerable: true } })
    expect(kept.cpr).not.toBeNull()
    expect(kept.deployments.map((one) => one.mission).sort()).toEqual(['ISAF', 'KFOR'])
    expect(kept.letters).toHaveLength(2)
    expect(kept.roles.filter((role) => !role.toDay)).toHaveLength(1)
    expect(kept.contactPoints).toMatchObject([{ allowed: false }])
    expect(kept.relations.map((relation) => relation.relatedPersonId)).toEqual([partner.id])
    expect(kept.tasks.filter((task) => !task.doneAt)).toHaveLength(1)
    expect(kept.addresses.filter((address) => !address.toDay)).toHaveLength(1)
    expect(await owner().auditEvent.count({ where: { action: 'person.merged', personId: keptId } })).toBe(1)
    const opened = await personOverview(coordinator, mergedId, also)
    expect(opened).toMatchObject({ bar: { mergedIntoId: keptId }, content: null })
    expect((await quickSearch(coordinator, kept.lastName, 9)).map((row) => row.id)).toEqual([keptId])
  })

  it('undone, both stand exactly as before', async () => {
    const { pair, keptId, mergedId } = await twins()
    const before = await recordRows([keptId, mergedId])
    await merge(pair.id, { 'choose.firstName': 'right', 'choose.address': 'right' })
    expect(await recordRows([keptId, mergedId])).not.toEqual(before)
    expect((await undo(keptId)).redirectedTo).toBe(`/people/${keptId}/data`)
    expect(await recordRows([keptId, mergedId])).toEqual(before)
    expect((await personOverview(coordinator, mergedId, also))?.content).not.toBeNull()
    expect((await undo(keptId)).state?.message).toContain('allerede fortrudt')
  })

  it('undo keeps what has been added since, and refuses where a later change stands on one of its own', async () => {
    const { pair, keptId, mergedId } = await twins()
    await merge(pair.id)
    await owner().competence.create({ data: { personId: keptId, military: 'Signal', civil: 'It-drift' } })
    await owner().letter.updateMany({ where: { personId: keptId }, data: { returnedOn: day('2026-05-01') } })
    await undo(keptId)
    expect(await owner().competence.count({ where: { personId: keptId } })).toBe(1)
    expect(await owner().letter.count({ where: { personId: mergedId, returnedOn: { not: null } } })).toBe(1)
    const again = await owner().duplicatePair.findUniqueOrThrow({ where: { id: pair.id } })
    expect(again.state).toBe('OPEN')
    await merge(pair.id)
    const version = String((await owner().person.findUniqueOrThrow({ where: { id: keptId } })).version)
    await as(coordinator, () => submit(updateCpr, { personId: keptId, version, cpr: '' }))
    expect((await undo(keptId)).state?.message).toContain('CPR')
  })

  it('after 30 days it stands', async () => {
    const { pair, keptId } = await twins()
    await merge(pair.id)
    await owner().personMerge.updateMany({ where: { keptId }, data: { mergedAt: new Date(Date.now() - 31 * 86_400_000) } })
    expect((await undo(keptId)).state?.message).toContain('30 dage')
  })

  it('is refused when a record has changed since the comparison was shown', async () => {
    const { pair, keptId } = await twins()
    const shown = await comparison(coordinator, pair.id)
    await owner().person.update({ where: { id: keptId }, data: { version: 7 } })
    const { state } = await as(coordinator, () => submit(mergePair, { pairId: pair.id, leftVersion: String(shown?.sides.left.version), rightVersion: String(shown?.sides.right.version) }))
    expect(state?.message).toContain('ændret, siden')
  })

  it('a protection of either holds for both, and no address comes into the open', async () => {
    const { pair, keptId, mergedId } = await twins()
    await owner().person.update({ where: { id: mergedId }, data: { protection: 'P1', protectionSource: 'CPR' } })
    await merge(pair.id)
    expect(await owner().person.findUniqueOrThrow({ where: { id: keptId } })).toMatchObject({ protection: 'P1', protectionSource: 'CPR' })
    expect(await owner().address.count({ where: { personId: { in: [keptId, mergedId] } } })).toBe(0)
    expect((await undo(keptId)).state?.message).toContain('Kun medarbejdere')
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const last = await owner().personMerge.findFirstOrThrow({ where: { keptId } })
    await as(cleared, () => submit(undoMerge, { mergeId: last.id }))
    expect(await owner().address.count({ where: { personId: keptId } })).toBe(1)
    expect(await owner().address.count({ where: { personId: mergedId } })).toBe(0)
    expect(await owner().protectedAddress.count({ where: { personId: mergedId } })).toBe(1)
  })

  it('knows every table that says whose a row is', async () => {
    const known = await owner().$queryRaw<{ tab: string }[]>`SELECT tab FROM access.person_tables()`
    const exist = await owner().$queryRaw<{ tab: string }[]>`SELECT table_name AS tab FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE table_schema = 'public' AND column_name = 'person_id' AND table_type = 'BASE TABLE'`
    // Logs keep what was true when they were written: who was shown, which record a row of a file became, how a run's member moved.
    const logs = ['audit_event', 'audit_subject', 'import_row', 'run_member_change', 'retention_item', 'retention_tombstone']
    expect(exist.map((row) => row.tab).filter((tab) => !logs.includes(tab)).sort()).toEqual(known.map((row) => row.tab).sort())
  })
})
