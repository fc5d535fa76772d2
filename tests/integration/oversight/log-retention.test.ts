import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { type AnchorPlace, anchorFolder } from '@/lib/audit/seals/anchor'
import { sealLog } from '@/lib/audit/seals/jobs'
import { FIRST_PREVIOUS, pruneMac } from '@/lib/audit/seals/rules'
import { allPrunes, allSeals, writePrune } from '@/lib/audit/seals/sql'
import { verifyLog } from '@/lib/audit/seals/verify'
import { approveRetention, proposeRetention, saveRetentionRule } from '@/lib/oversight/retention/actions'
import { replayLedger, runRetention } from '@/lib/oversight/retention/jobs'
import { archiveFolder, ledgerFolder } from '@/lib/oversight/retention/places'
import { auditKey } from '@/lib/platform/crypto/sealed'
import { transaction } from '@/lib/platform/db'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

const folder = mkdtempSync(join(tmpdir(), 'log-retention-'))
const ledger = () => ledgerFolder(join(folder, 'ledger'))
let place: AnchorPlace
let [officer, manager]: Actor[] = []
let held: string

const never = new AbortController().signal
const work = () => runRetention(() => archiveFolder(join(folder, 'archive')), ledger, () => place)(null, never)
const verify = () => transaction({ role: 'worker' }, (tx) => verifyLog(tx, place))
const left = () => owner().auditEvent.count({ where: { action: 'test.old' } })
const rule = async (values: Record<string, string>) => as(officer!, async () => submit(saveRetentionRule, { kind: 'audit_log', version: String((await owner().retentionRule.findUniqueOrThrow({ where: { kind: 'audit_log' } })).version), length: '5', unit: 'YEAR', source: 'Kommunens slettepolitik', active: 'on', ...values }))
async function run(): Promise<string> {
  const { redirectedTo, state } = await as(officer!, () => submit(proposeRetention, {}))
  expect(state).toBeNull()
  const runId = redirectedTo?.split('/').at(-1) ?? ''
  await as(manager!, () => submit(approveRetention, { runId, version: '1' }))
  await work()
  return runId
}
/** Everything put back afterwards: what a prune or an edit leaves behind is looked at and forgotten. */
class Undo extends Error {}
async function after<T>(edit: (tx: Parameters<Parameters<ReturnType<typeof owner>['$transaction']>[0]>[0]) => Promise<T>) {
  let problems: { code: string }[] = []
  await owner().$transaction(async (tx) => { await edit(tx); problems = (await verifyLog(tx, place)).problems; throw new Undo() }, { timeout: 60_000 }).catch((error: unknown) => { if (!(error instanceof Undo)) throw error })
  return problems.map(({ code }) => code)
}

/** Half a year of 2019 and half a year of last year, a seal for each day it was written on: half past eleven at night on the last of the month too. */
beforeAll(async () => {
  await loadReference(owner())
  place = anchorFolder(join(folder, 'anchors'))
  ;[officer, manager] = [await staff('DATA_PROTECTION_OFFICER'), await staff('MANAGER')]
  held = (await veteran()).id
  const days = ['2019-01-10T10:00:00Z', '2019-01-31T22:30:00Z', '2019-01-31T23:30:00Z', '2019-02-28T22:30:00Z', '2019-03-31T21:30:00Z', '2019-03-31T22:30:00Z', `${new Date().getUTCFullYear() - 1}-06-10T10:00:00Z`]
  await owner().auditEvent.deleteMany()
  for (const at of days) {
    for (let n = 0; n < 4; n++) {
      const event = await owner().auditEvent.create({ data: { at: new Date(at), kind: 'LIST', action: 'test.old' } })
      await owner().auditSubject.create({ data: { eventId: event.id, personId: at.startsWith('2019-03-31T22') && n === 0 ? held : (await veteran()).id } })
    }
    await sealLog(() => place, () => new Date(Date.parse(at) + 60_000))(null, never)
  }
})

describe('the log’s own retention', () => {
  it('is off until somebody decides, and cannot be shorter than a year or go to the archive', async () => {
    expect((await owner().retentionRule.findUniqueOrThrow({ where: { kind: 'audit_log' } }))).toMatchObject({ active: false, archive: false, length: 5, unit: 'YEAR' })
    for (const short of [{ length: '11', unit: 'MONTH' }, { length: '365', unit: 'DAY' }]) expect((await rule(short)).state?.fields?.length?.[0]).toContain('mindst et år')
    await expect(owner().retentionRule.update({ where: { kind: 'audit_log' }, data: { length: 11, unit: 'MONTH' } })).rejects.toThrow()
    expect((await rule({ archive: 'on' })).redirectedTo).toBeTruthy()
    expect((await owner().retentionRule.findUniqueOrThrow({ where: { kind: 'audit_log' } })).archive).toBe(false)
  })

  it('counts whole Danish months, and keeps those in which somebody was looked up whose records are held', async () => {
    await owner().legalHold.create({ data: { personId: held, reason: 'Klagesag ved domstolen', reviewOn: day('2030-01-01'), createdBy: officer!.userId } })
    const due = await transaction({ role: 'app', token: officer!.token }, (tx) => tx.$queryRaw<{ key: string; on: string; held: boolean }[]>`SELECT right(row_key::text, 6) AS key, anchor_on::text AS on, held FROM access.retention_due(current_date) WHERE kind = 'audit_log' ORDER BY 1`)
    // 23:30 on 31 January and half past midnight on 1 April are other months in Denmark than in Greenwich.
    expect(due).toEqual([{ key: '201901', on: '2019-01-31', held: false }, { key: '201902', on: '2019-02-28', held: false }, { key: '201903', on: '2019-03-31', held: false }, { key: '201904', on: '2019-04-30', held: true }])
    await run()
    expect(await left()).toBe(8)
    expect((await owner().auditSubject.count({ where: { personId: held } }))).toBe(1)
  })

  it('leaves a chain that is whole, with a seal over what went and a copy of it outside', async () => {
    const prunes = await transaction({ role: 'worker' }, allPrunes)
    expect(prunes.map(({ through, events }) => [through, events])).toEqual([[2, 8], [4, 8], [5, 4]])
    expect((await place.readPrunes()).map(({ mac }) => mac)).toEqual(prunes.map(({ mac }) => mac))
    await sealLog(() => place)(null, never)
    expect((await verify()).problems).toEqual([])
    expect(await owner().retentionTombstone.count({ where: { kind: 'audit_log' } })).toBe(3)
  })

  it('goes on once the hold is ended', async () => {
    await owner().legalHold.updateMany({ data: { endedAt: new Date(), endedBy: officer!.userId, endReason: 'Sagen er afgjort' } })
    await run()
    expect(await left()).toBe(4)
    expect((await verify()).problems).toEqual([])
  })

  it('does not come back with a backup', async () => {
    const [event] = [await owner().auditEvent.findFirstOrThrow({ where: { action: 'test.old' } })]
    await owner().$executeRaw`DELETE FROM audit_prune`
    await owner().$executeRaw`DELETE FROM retention_tombstone`
    await owner().$executeRaw`INSERT INTO audit_event (id, at, kind, action, seq) OVERRIDING SYSTEM VALUE SELECT uuidv7(), timestamptz '2019-01-10T10:00Z', 'LIST', 'test.old', lower(ranges::int8multirange) FROM audit_seal WHERE no = 1`
    expect((await verify()).problems.map(({ code }) => code)).toContain('prune-cut')
    expect((await replayLedger(ledger(), place)).broken).toBe(0)
    expect([await left(), await owner().auditEvent.count({ where: { id: event.id } })]).toEqual([4, 1])
    expect((await verify()).problems).toEqual([])
  })
})

describe('somebody who owns the database', () => {
  it('cannot pass a deletion off as a pruning', async () => {
    const seals = await transaction({ role: 'worker' }, allSeals)
    const last = (await transaction({ role: 'worker' }, allPrunes)).at(-1)
    const young = seals.find((seal) => seal.no === 7)
    const forged = { no: (last?.no ?? 0) + 1, prunedAt: new Date().toISOString(), through: 7, seal: young?.mac ?? '', events: 4, run: officer!.userId, previous: last?.mac ?? FIRST_PREVIOUS }
    const cut = (mac: string) => after(async (tx) => {
      await tx.$executeRaw`DELETE FROM audit_subject s USING audit_event e WHERE e.id = s.event_id AND e.action = 'test.old'`
      await tx.$executeRaw`DELETE FROM audit_event WHERE action = 'test.old'`
      await writePrune(tx, { ...forged, mac })
    })
    expect(await cut(pruneMac(Buffer.from('a guess'), forged))).toEqual(['prune-broken', 'events-changed'])
    // With the key: too young all the same.
    const early = { ...forged, prunedAt: new Date(Date.parse(young?.sealedAt ?? '') + 364 * 86_400_000).toISOString() }
    expect(await after(async (tx) => { await writePrune(tx, { ...early, mac: pruneMac(auditKey(), early) }) })).toEqual(['prune-early'])
    expect(await after((tx) => tx.$executeRaw`DELETE FROM audit_prune WHERE no = ${last?.no ?? 0}::bigint`)).toContain('prune-cut')
    expect(await after((tx) => tx.$executeRaw`UPDATE audit_prune SET through = 7 WHERE no = ${last?.no ?? 0}::bigint`)).toContain('prune-broken')
    expect(await after((tx) => tx.$executeRaw`INSERT INTO audit_event (at, kind, action, seq) OVERRIDING SYSTEM VALUE SELECT timestamptz '2019-01-10T10:00Z', 'LIST', 'test.planted', lower(ranges::int8multirange) FROM audit_seal WHERE no = 1`)).toEqual(['events-changed'])
  })

  it('keeps a log that was edited: what is not whole is not pruned', async () => {
    const old = new Date('2019-05-10T10:00:00Z')
    // A log of its own end: older than a year, sealed, and then edited.
    await owner().$executeRaw`UPDATE audit_seal SET sealed_at = ${old}::timestamptz WHERE no = 7`
    await expect(transaction({ role: 'worker' }, async (tx) => (await import('@/lib/audit/seals/prune')).sealPrune(tx, '00000000-0000-0000-0000-000000201905', officer!.userId, new Date()))).rejects.toThrow('not whole')
    await expect(transaction({ role: 'worker' }, (tx) => tx.$queryRaw`SELECT access.prune_log('00000000-0000-0000-0000-000000201905'::uuid)`)).rejects.toThrow()
    for (const role of ['worker', 'app'] as const) for (const sql of ['DELETE FROM audit_event', 'UPDATE audit_prune SET through = 9', 'DELETE FROM audit_prune'])
      await expect(transaction(role === 'app' ? { role, token: officer!.token } : { role }, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow()
  })
})
