import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { endHold, placeHold } from '@/lib/oversight/holds/actions'
import { approveRetention, proposeRetention, saveRetentionRule } from '@/lib/oversight/retention/actions'
import { replayLedger, runRetention } from '@/lib/oversight/retention/jobs'
import { archiveFolder, type ArchivePlace, ledgerFolder } from '@/lib/oversight/retention/places'
import { retentionOverview, retentionRule, retentionRun } from '@/lib/oversight/retention/queries'
import { mayErase } from '@/lib/oversight/retention/rules'
import { transaction } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { addDays, addYears, dayToDb, toDay } from '@/lib/platform/day'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { oldCase, oldContact } from '../../support/old-lives'

let officer: Actor
let manager: Actor
const folder = mkdtempSync(join(tmpdir(), 'retention-'))
const archive = () => archiveFolder(join(folder, 'archive'))
const ledger = () => ledgerFolder(join(folder, 'ledger'))
const work = (place: () => ArchivePlace = archive) => runRetention(place, ledger)(null, new AbortController().signal)
const attemptOf = (personId: string, happened: string, note = 'Ringede forgæves') => owner().attempt.create({ data: { personId, channel: 'PHONE', outcome: 'NOT_REACHED', happenedOn: day(happened), recordedBy: officer.userId, note } })
const rule = async (kind: string, values: Record<string, string>) => as(officer, async () => submit(saveRetentionRule, { kind, version: String((await owner().retentionRule.findUniqueOrThrow({ where: { kind } })).version), length: '5', unit: 'YEAR', source: 'Kommunens slettepolitik', active: 'on', archive: 'on', ...values }))
async function propose(): Promise<string> {
  const { redirectedTo, state } = await as(officer, () => submit(proposeRetention, {}))
  expect(state).toBeNull()
  return redirectedTo?.split('/').at(-1) ?? ''
}
const approve = async (runId: string, by = manager) => (await as(by, async () => submit(approveRetention, { runId, version: String((await owner().retentionRun.findUniqueOrThrow({ where: { id: runId } })).version) }))).state
const left = (ids: string[]) => owner().attempt.count({ where: { id: { in: ids } } })

beforeAll(async () => {
  await loadReference(owner())
  ;[officer, manager] = [await staff('DATA_PROTECTION_OFFICER'), await staff('MANAGER')]
})

describe('a rule', () => {
  it('is off until somebody decides, and its last day is kept', async () => {
    const who = await veteran()
    const limit = addYears(today(), -5)
    const [kept, gone] = [await attemptOf(who.id, limit), await attemptOf(who.id, addDays(limit, -1))]
    expect((await retentionOverview(officer, today())).rules.find((one) => one.kind === 'attempt')?.due).toBe(0)
    expect((await as(officer, () => submit(proposeRetention, {}))).state?.message).toContain('Ingen')
    await rule('attempt', {})
    const due = await transaction({ role: 'app', token: officer.token }, (tx) => tx.$queryRaw<{ key: string }[]>`SELECT row_key::text AS key FROM access.retention_due(${today()}::date) WHERE kind = 'attempt'`)
    expect(due.map((row) => row.key)).toEqual([gone.id])
    await owner().attempt.deleteMany({ where: { id: { in: [kept.id, gone.id] } } })
  })

  it('that is off says, when it is asked, what could go if it were on: the same as the list would hold; and it is off still', async () => {
    const [who, kept] = [await veteran(), await veteran()]
    const ids = [await attemptOf(who.id, '2015-02-01'), await attemptOf(who.id, '2016-02-01'), await attemptOf(kept.id, '2016-03-01'), await attemptOf(who.id, today())].map(({ id }) => id)
    await owner().legalHold.create({ data: { personId: kept.id, reason: 'Retssag', reviewOn: dayToDb(addDays(today(), 30)), createdBy: officer.userId } })
    await owner().retentionRule.update({ where: { kind: 'attempt' }, data: { active: false } })
    const before = await owner().retentionRule.findMany({ orderBy: { kind: 'asc' } })
    expect((await retentionRule(officer, 'attempt', false, today()))?.ifOn).toBeNull()
    expect((await retentionRule(officer, 'attempt', true, today()))?.ifOn).toEqual({ due: 2, held: 1 })
    expect((await retentionRule(officer, 'screening', true, today()))?.ifOn).toEqual({ due: 0, held: 0 })
    expect(await retentionRule(officer, 'house', true, today())).toBeNull()
    const asked = (by: Actor, sql: string) => transaction({ role: 'app', token: by.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))
    // Also within the very transaction that asks nothing is on afterwards, whatever was asked about.
    const both = await transaction({ role: 'app', token: officer.token }, async (tx) => [await tx.$queryRaw`SELECT due FROM access.retention_if_on('attempt', ${today()}::date)`, await tx.$queryRaw`SELECT 1 FROM access.retention_due(${today()}::date)`])
    expect(both).toEqual([[{ due: 2 }], []])
    expect(await owner().retentionRule.findMany({ orderBy: { kind: 'asc' } })).toEqual(before)
    expect((await as(officer, () => submit(proposeRetention, {}))).state?.message).toContain('Ingen')
    for (const by of [manager, await staff('CASEWORKER'), await staff('ADMINISTRATOR')]) expect(await asked(by, "SELECT 1 FROM access.retention_if_on('attempt', current_date)")).toEqual([])
    await expect(transaction({ role: 'worker' }, (tx) => tx.$queryRaw`SELECT 1 FROM access.retention_if_on('attempt', current_date)`)).rejects.toThrow(/permission denied/)
    await expect(retentionRule(manager, 'attempt', true, today())).rejects.toThrow('retention.manage')
    await rule('attempt', {})
    expect((await retentionOverview(officer, today())).rules.find(({ kind }) => kind === 'attempt')).toMatchObject({ due: 2, held: 1 })
    expect((await retentionRule(officer, 'attempt', true, today()))?.ifOn).toBeNull()
    await owner().legalHold.deleteMany({ where: { personId: kept.id } })
    await owner().attempt.deleteMany({ where: { id: { in: ids } } })
  })

  it('that is off is asked about with the others as they are: what rests on something else waits for it', async () => {
    const [{ id }, by] = [await veteran(), manager.userId]
    const unit = await owner().unit.create({ data: { code: 'slet', nameDa: 'Slet', nameEn: 'Slet', kind: 'JOBCENTRE' } })
    await oldContact(id, by, '2016-01-01', { caseId: await oldCase(id, unit.id, by) })
    const ifOn = async (kind: string) => (await retentionRule(officer, kind, true, today()))?.ifOn
    expect([await ifOn('case_file'), await ifOn('contact')]).toEqual([{ due: 0, held: 0 }, { due: 1, held: 0 }])
    await owner().retentionRule.update({ where: { kind: 'contact' }, data: { active: true } })
    expect(await ifOn('case_file')).toEqual({ due: 1, held: 0 })
    await owner().retentionRule.update({ where: { kind: 'contact' }, data: { active: false } })
    await owner().contact.deleteMany({ where: { personId: id } })
    await owner().caseFile.deleteMany({ where: { personId: id } })
  })

  it('counts in the database as in the code, also from 29 February', async () => {
    const who = await veteran()
    for (const [anchor, unit, length] of [['2024-02-29', 'YEAR', 1], ['2024-02-29', 'YEAR', 4], ['2023-08-31', 'MONTH', 6], ['2024-12-31', 'DAY', 60]] as const) {
      await rule('attempt', { length: String(length), unit })
      const row = await attemptOf(who.id, anchor)
      for (const on of ['2024-02-28', '2024-02-29', '2024-03-01', '2025-02-27', '2025-02-28', '2025-03-01', '2025-03-02', '2028-02-28', '2028-02-29', '2028-03-01']) {
        const due = await transaction({ role: 'app', token: officer.token }, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM access.retention_due(${on}::date) WHERE row_key = ${row.id}::uuid`)
        expect([anchor, on, due.length === 1]).toEqual([anchor, on, mayErase(toDay(anchor), { length, unit }, toDay(on))])
      }
      await owner().attempt.delete({ where: { id: row.id } })
    }
    await rule('attempt', {})
  })
})

describe('a run', () => {
  it('is agreed to by somebody else, and by nobody the database does not know as somebody else', async () => {
    const row = await attemptOf((await veteran()).id, '2019-01-01')
    const both = await staff('DATA_PROTECTION_OFFICER', { roles: ['DATA_PROTECTION_OFFICER', 'MANAGER'] })
    const { redirectedTo } = await as(both, () => submit(proposeRetention, {}))
    const id = redirectedTo?.split('/').at(-1) ?? ''
    expect((await approve(id, both))?.message).toContain('selv')
    expect((await approve(id, officer))?.ok).toBeUndefined()
    await expect(transaction({ role: 'app', token: both.token }, (tx) => tx.$executeRaw`UPDATE retention_run SET state = 'APPROVED', approved_by = access.uid(), approved_at = now() WHERE id = ${id}::uuid`)).rejects.toThrow()
    const items = await owner().retentionItem.findMany({ where: { runId: id } })
    await transaction({ role: 'worker' }, (tx) => tx.$queryRaw`SELECT access.erase_items(${items.map((item) => item.id)}::uuid[])`)
    await work()
    expect(await left([row.id])).toBe(1)
    expect((await approve(id))?.ok).toBe(true)
    await work()
    expect([await left([row.id]), (await retentionRun(manager, id))?.state]).toEqual([0, 'DONE'])
    expect(await owner().retentionTombstone.findFirst({ where: { rowKey: row.id } })).toMatchObject({ kind: 'attempt', approvedBy: manager.userId, receipt: expect.stringContaining('sha256:') })
  })

  it('erases nothing that did not arrive in the archive, survives a stop anywhere, and does each record once', async () => {
    const who = await veteran()
    const rows = await Promise.all(Array.from({ length: 450 }, (_, at) => attemptOf(who.id, '2019-06-01', `Notat ${at}`)))
    const ids = rows.map((row) => row.id)
    const id = await propose()
    await approve(id)
    await expect(work(() => ({ deliver: () => Promise.reject(new Error('the archive is away')) }))).rejects.toThrow('away')
    expect(await left(ids)).toBe(450)
    let calls = 0
    const dying = (): ArchivePlace => ({ deliver: async (name, text) => { const receipt = await archive().deliver(name, text); calls += 1; if (calls === 2) throw new Error('killed after delivery'); return receipt } })
    await expect(work(dying)).rejects.toThrow('killed')
    expect(await left(ids)).toBe(250)
    await work()
    expect(await left(ids)).toBe(0)
    const delivered = readdirSync(join(folder, 'archive')).filter((name) => name.includes(id) && name.endsWith('.json')).flatMap((name) => (JSON.parse(readFileSync(join(folder, 'archive', name), 'utf8')) as { records: { key: string; record: { attempt: { note: string }[] } }[] }).records)
    expect(delivered.map((one) => one.key).sort()).toEqual([...ids].sort())
    expect(delivered.every((one) => one.record.attempt[0]?.note.startsWith('Notat'))).toBe(true)
    expect(await owner().retentionTombstone.count({ where: { runId: id } })).toBe(450)
    expect((await ledger().read()).lines.filter((line) => line.run === id).length).toBe(450)
  }, 60_000)

  it('stops at a hold, also one that came after the approval', async () => {
    const [early, late] = [await veteran({ firstName: 'Tidlig', lastName: 'Standset', birthDate: day('1970-01-01') }), await veteran({ firstName: 'Sen', lastName: 'Standset', birthDate: day('1970-01-02') })]
    const [a, b] = [await attemptOf(early.id, '2018-01-01'), await attemptOf(late.id, '2018-01-01')]
    const other = await attemptOf((await veteran()).id, '2018-01-01')
    const review = addDays(today(), 90).split('-')
    const hold = (name: string, bornDay: string) => as(officer, () => submit(placeHold, { name, 'born.day': bornDay, 'born.month': '1', 'born.year': '1970', reason: 'Klagesag ved domstolen', 'reviewOn.year': review[0] ?? '', 'reviewOn.month': review[1] ?? '', 'reviewOn.day': review[2] ?? '' }))
    expect((await hold('Tidlig Standset', '1')).state).toMatchObject({ ok: true })
    const id = await propose()
    expect(await owner().retentionItem.count({ where: { runId: id, personId: early.id } })).toBe(0)
    await approve(id)
    await hold('Sen Standset', '2')
    await work()
    expect([await left([a.id, b.id]), await left([other.id])]).toEqual([2, 0])
    expect((await retentionRun(manager, id))?.items.find((item) => item.person === late.id)?.skipped).toBe('held')
    for (const held of await owner().legalHold.findMany()) expect((await as(officer, () => submit(endHold, { holdId: held.id, reason: 'Sagen er afgjort' }))).state?.ok).toBe(true)
    await approve(await propose())
    await work()
    expect(await left([a.id, b.id])).toBe(0)
  })

  it('erases a person from every table there is, keeps the log, and what was erased stays erased after a restore', async () => {
    const gone = await veteran({ firstName: 'Ovethe', lastName: 'Fraflyttet', communicationNote: 'Hører dårligt', diedOn: dayToDb(addYears(today(), -6)) })
    await attemptOf(gone.id, '2018-05-05', 'Ovethe var ikke hjemme')
    await owner().auditEvent.create({ data: { kind: 'VIEW', action: 'person.viewed', personId: gone.id } })
    await owner().staffRelation.create({ data: { userId: manager.userId, personId: gone.id, kind: 'SIBLING', fromDay: day('2020-01-01') } })
    const before = await owner().person.findUniqueOrThrow({ where: { id: gone.id } })
    await rule('person', {})
    await approve(await propose())
    await work()
    const shell = await owner().person.findUniqueOrThrow({ where: { id: gone.id } })
    expect([shell.source, shell.firstName, shell.birthDate, shell.communicationNote]).toEqual(['erased', '–', null, null])
    const links = await owner().$queryRaw<{ tab: string; col: string }[]>`SELECT tab, col FROM access.subject_links()`
    for (const { tab, col } of links) {
      if (['person', 'run_member', 'run_member_change'].includes(tab)) continue
      expect([tab, await owner().$queryRawUnsafe(`SELECT 1 FROM ${tab} WHERE ${col} = $1::uuid`, gone.id)]).toEqual([tab, []])
    }
    expect(await owner().staffRelation.count({ where: { personId: gone.id } })).toBe(0)
    expect(await owner().auditEvent.count({ where: { personId: gone.id } })).toBe(1)
    // The restore: the person is back, and the tombstones of after the backup are not.
    await owner().person.update({ where: { id: gone.id }, data: { ...before } })
    await attemptOf(gone.id, '2018-05-05', 'Ovethe var ikke hjemme')
    await owner().retentionTombstone.deleteMany({ where: { rowKey: gone.id } })
    expect(await replayLedger(ledger())).toMatchObject({ erased: 1, broken: 0 })
    expect((await owner().person.findUniqueOrThrow({ where: { id: gone.id } })).source).toBe('erased')
    expect([await owner().attempt.count({ where: { personId: gone.id } }), await owner().retentionTombstone.count({ where: { rowKey: gone.id } })]).toEqual([0, 1])
    expect(await replayLedger(ledger())).toMatchObject({ erased: 0 })
  })

  it('is seen by no one else', async () => {
    for (const role of ['VETERAN_COORDINATOR', 'CASEWORKER', 'ADMINISTRATOR'] as const) {
      const other = await staff(role)
      await expect(retentionOverview(other, today())).rejects.toThrow()
      expect(await transaction({ role: 'app', token: other.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.retention_due(current_date)`)).toEqual([])
    }
    await expect(transaction({ role: 'app', token: officer.token }, (tx) => tx.$executeRaw`DELETE FROM retention_tombstone`)).rejects.toThrow()
    await expect(transaction({ role: 'worker' }, (tx) => tx.$executeRaw`INSERT INTO retention_item (run_id, kind, row_key, anchor_on, due_on, archive) SELECT run_id, kind, uuidv7(), anchor_on, due_on, false FROM retention_item LIMIT 1`)).rejects.toThrow()
  })
})
