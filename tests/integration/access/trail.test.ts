import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { record } from '@/lib/audit/record'
import { type DatabaseIdentity, transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

const run = (who: DatabaseIdentity, sql: string) => transaction(who, (tx) => tx.$executeRawUnsafe(sql)).catch(() => 'refused')
const app = (actor: Actor) => ({ role: 'app', token: actor.token }) as const
const history = (actor: Actor, personId: string) => transaction(app(actor), (tx) => tx.fieldHistory.findMany({ where: { personId } }))
const all = (personId: string) => owner().fieldHistory.findMany({ where: { personId } })

describe('the log', () => {
  it('says who it was, whatever the caller says', async () => {
    const [actor, other] = [await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR')]
    const someone = await veteran()
    await transaction(app(actor), (tx) => record(tx, { kind: 'VIEW', action: 'test.who', personId: someone.id, details: { actorUserId: other.userId } }))
    const row = await owner().auditEvent.findFirstOrThrow({ where: { action: 'test.who' } })
    expect(row).toMatchObject({ actorUserId: actor.userId, sessionId: actor.sessionId, role: 'VETERAN_COORDINATOR' })
    for (const who of ['x', other.userId]) expect(await run({ role: 'app', token: who }, `SELECT access.audit('VIEW', 'test', NULL, NULL, NULL, '{}', NULL)`)).toBe('refused')
    expect(await run(app(actor), `SELECT access.audit('MACHINE', 'test', NULL, NULL, NULL, '{}', NULL)`)).toBe('refused')
  })

  it('gives no row up to anybody the product can become', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    await transaction(app(coordinator), (tx) => record(tx, { kind: 'VIEW', action: 'test.kept' }))
    const statements = ['audit_event', 'audit_subject', 'field_history'].flatMap((table) => [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`, `UPDATE ${table} SET id = uuidv7()`])
    const inserts = [`INSERT INTO audit_event (kind, action) VALUES ('VIEW', 'forged')`, `INSERT INTO audit_subject (event_id, person_id) SELECT id, uuidv7() FROM audit_event`,
      `INSERT INTO field_history (person_id, table_name, row_id, field) VALUES (uuidv7(), 'person', uuidv7(), 'x')`]
    const callers: DatabaseIdentity[] = [{ role: 'public' }, { role: 'worker' }, ...(await Promise.all((['VETERAN_COORDINATOR', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'] as const).map((role) => staff(role)))).map(app)]
    for (const who of callers) for (const sql of [...statements, ...inserts]) expect([who.role, sql, await run(who, sql)]).toEqual([who.role, sql, 'refused'])
    const rights = await owner().$queryRaw<{ table: string }[]>`SELECT t AS table FROM unnest(ARRAY['audit_event', 'audit_subject']) t WHERE has_table_privilege('indgang_definer', t, 'UPDATE, TRUNCATE')`
    expect(rights).toEqual([])
    // One function may delete: the log's own retention, whole months under a seal (ADR 0022). Any other that names it is found here.
    const deleters = await owner().$queryRaw<{ name: string }[]>`SELECT proname AS name FROM pg_proc WHERE pronamespace = 'access'::regnamespace AND prosrc ~* 'delete[[:space:]]+from[[:space:]]+(only[[:space:]]+)?(public[.])?"?audit_(event|subject)'`
    expect(deleters.map(({ name }) => name)).toEqual(['prune_log'])
  })

  it('is read by the data protection officer alone', async () => {
    const someone = await veteran()
    await transaction(app(await staff('VETERAN_COORDINATOR')), (tx) => record(tx, { kind: 'VIEW', action: 'test.read', people: [someone.id] }))
    const reads = async (role: Parameters<typeof staff>[0]) => transaction(app(await staff(role)), async (tx) => (await tx.auditEvent.count()) + (await tx.auditSubject.count()))
    for (const role of ['VETERAN_COORDINATOR', 'CASEWORKER', 'MANAGER', 'ADMINISTRATOR', 'VOLUNTEER'] as const) expect([role, await reads(role)]).toEqual([role, 0])
    expect(await reads('DATA_PROTECTION_OFFICER')).toBeGreaterThan(1)
  })
})

describe('field history', () => {
  it('is written whoever changes a field, with both values and who it was', async () => {
    const [actor, someone] = [await staff('VETERAN_COORDINATOR'), await veteran({ lastName: 'Før' })]
    await transaction(app(actor), (tx) => tx.person.updateMany({ where: { id: someone.id }, data: { lastName: 'Efter' } }))
    await run({ role: 'worker' }, `UPDATE person SET first_name = 'Ny' WHERE id = '${someone.id}'`)
    expect((await all(someone.id)).filter((row) => row.tableName === 'person').map((row) => [row.field, row.oldValue, row.newValue, row.changedBy])).toEqual([['last_name', 'Før', 'Efter', actor.userId], ['first_name', 'Test', 'Ny', null]])
  })

  it('shows the addresses of protected people to nobody without the clearance, not those from before either', async () => {
    const street = 'Skjulestedet'
    const someone = await veteran({}, { address: { street } })
    await owner().address.updateMany({ where: { personId: someone.id }, data: { number: '99' } })
    await owner().person.update({ where: { id: someone.id }, data: { protection: 'P1' } })
    await owner().protectedAddress.updateMany({ where: { personId: someone.id }, data: { street: `${street} ny` } })
    const [plain, cleared] = [await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })]
    expect((await history(plain, someone.id)).map((row) => row.field)).toContain('protection')
    expect(JSON.stringify(await history(plain, someone.id))).not.toContain(street)
    expect(JSON.stringify(await history(cleared, someone.id))).toContain(`${street} ny`)
  })

  it('holds no CPR number, neither sealed nor hashed', async () => {
    const someone = await veteran()
    const cpr = (byte: number, birthPart: string) => ({ kind: 'REPLACEMENT' as const, cipher: new Uint8Array(20).fill(byte), keyedHash: new Uint8Array(20).fill(byte + 1), birthPart })
    await owner().personCpr.create({ data: { personId: someone.id, ...cpr(171, '610190') } })
    await owner().personCpr.update({ where: { personId: someone.id }, data: cpr(205, '620190') })
    const rows = JSON.stringify(await all(someone.id))
    expect(rows).toContain('620190-••••')
    for (const part of ['abab', 'acac', 'cdcd', 'cece', '\\\\x']) expect([part, rows.includes(part)]).toEqual([part, false])
  })

  it('is closed with the person: another programme, one’s own file, a shielded colleague', async () => {
    const self = await veteran()
    const shielded = await veteran({ protection: 'P3' })
    const actor = await staff('VETERAN_COORDINATOR', { personId: self.id })
    for (const { id } of [self, shielded]) await owner().person.update({ where: { id }, data: { movedInOn: day('2026-01-01') } })
    expect([await history(actor, self.id), await history(actor, shielded.id)]).toEqual([[], []])
  })
})
