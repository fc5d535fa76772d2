import { beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseIdentity, transaction } from '@/lib/platform/db'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

// What the public pages show: content, and nothing about anybody. Everything else must be closed, tables of tomorrow included.
const published = new Set(['municipality', 'unit', 'partner', 'offer', 'year_event', 'deadline_rule', 'closing_day', 'talk_slot', 'volunteer_role', 'local_area'])
// With a code: rows of the person behind it.
const own = new Set(['talk', 'invitation', 'reply', 'wish', 'outreach_task', 'reply_code', 'submission'])
let tables: string[] = []
let code = ''
let me = ''

beforeAll(async () => {
  tables = (await owner().$queryRaw<{ name: string }[]>`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v', 'm', 'p') ORDER BY 1`).map((row) => row.name)
  const [mine, other] = [await veteran(), await veteran({ protection: 'P1' })]
  me = mine.id
  code = await replyCode(mine.id)
  await replyCode(other.id)
  for (const { id } of [mine, other]) {
    await owner().wish.create({ data: { personId: id, kind: 'NEVER', givenOn: day('2026-01-01'), source: 'test' } })
    await owner().outreachTask.create({ data: { personId: id, kind: 'PHONE', dueOn: day('2026-01-01'), explanation: {}, postponeReason: 'secret' } })
  }
})

const count = (who: DatabaseIdentity, table: string) =>
  transaction(who, (tx) => tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${table}"`)).then((rows) => rows[0]?.n ?? 0, () => 'refused')
const run = (who: DatabaseIdentity, sql: string) => transaction(who, (tx) => tx.$executeRawUnsafe(sql)).catch(() => 'refused')

describe('the role of the public pages', () => {
  it('reads no table that holds people, with or without a code', async () => {
    expect(tables.length).toBeGreaterThan(40)
    for (const table of tables.filter((name) => !published.has(name) && !own.has(name)))
      expect([table, await count({ role: 'public' }, table), await count({ role: 'public', code }, table)]).toEqual([table, 'refused', 'refused'])
  })

  it('sees nobody’s rows without a code, and with one those of its person alone', async () => {
    for (const table of own) expect([table, await count({ role: 'public' }, table)]).toEqual([table, 0])
    const seen = await transaction({ role: 'public', code }, async (tx) => [
      ...(await tx.$queryRaw<{ id: string }[]>`SELECT person_id::text AS id FROM wish`),
      ...(await tx.$queryRaw<{ id: string }[]>`SELECT person_id::text AS id FROM outreach_task`),
      ...(await tx.$queryRaw<{ id: string }[]>`SELECT person_id::text AS id FROM reply_code`),
    ])
    expect(seen).toEqual([{ id: me }, { id: me }, { id: me }])
  })

  it('reads no column that is for staff', async () => {
    for (const [table, column] of [['outreach_task', 'postpone_reason'], ['outreach_task', 'explanation'], ['reply', 'message'], ['reply', 'phone'], ['reply_code', 'code_hash'], ['reply_code', 'cipher'], ['wish', 'recorded_by']])
      expect([table, column, await run({ role: 'public', code }, `SELECT ${column} FROM ${table}`)]).toEqual([table, column, 'refused'])
  })

  it('changes and removes nothing of others', async () => {
    const other = await owner().wish.findFirstOrThrow({ where: { NOT: { personId: me } } })
    for (const sql of [
      `UPDATE wish SET ended_on = current_date WHERE id = '${other.id}'`,
      `INSERT INTO wish (person_id, kind, given_on, source) VALUES ('${other.personId}', 'NEVER', current_date, 'x')`,
      `INSERT INTO talk (slot_id, person_id) VALUES ('${other.id}', '${other.personId}')`,
      'DELETE FROM wish', 'DELETE FROM reply', 'DELETE FROM submission', 'UPDATE submission SET outcome = NULL', 'DELETE FROM pgboss.job', `UPDATE pgboss.job SET data = '{}'`,
    ]) expect([sql, [0, 'refused'].includes(await run({ role: 'public', code }, sql))]).toEqual([sql, true])
    expect((await owner().wish.findUniqueOrThrow({ where: { id: other.id } })).endedOn).toBeNull()
  })

  it('writes in the log about the person behind the code and nobody else', async () => {
    const other = (await owner().wish.findFirstOrThrow({ where: { NOT: { personId: me } } })).personId
    const audit = (who: DatabaseIdentity, kind: string, person: string | null, subjects = '{}') =>
      run(who, `SELECT access.audit('${kind}', 'test', NULL, NULL, ${person ? `'${person}'` : 'NULL'}, '${subjects}', NULL)`)
    const citizen = { role: 'public', code } as const
    expect(await audit(citizen, 'CHANGE', me)).not.toBe('refused')
    expect(await audit(citizen, 'CHANGE', null)).not.toBe('refused')
    for (const [who, kind, person, subjects] of [[citizen, 'CHANGE', other, '{}'], [citizen, 'LIST', null, `{${other}}`], [citizen, 'CHANGE', null, `{${other}}`], [citizen, 'SIGN_IN', null, '{}'],
      [citizen, 'MACHINE', null, '{}'], [{ role: 'public' }, 'CHANGE', me, '{}'], [{ role: 'public' }, 'VIEW', other, '{}']] as const)
      expect([kind, person, subjects, await audit(who, kind, person, subjects)]).toEqual([kind, person, subjects, 'refused'])
  })

  it('calls no function that opens a session, reads a password or searches for people', async () => {
    for (const call of [`access.credentials('a')`, `access.open_session('a')`, `access.end_session('a')`, `access.federated_user('a', 'b', 'c', 'd', '{}')`, `access.feed_owner('a')`,
      `access.start_session(uuidv7(), 'a', 'b', interval '1 day', interval '1 day')`, `access.find_people(NULL, NULL, NULL, NULL, NULL, true, 10, 0)`, `access.place(uuidv7(), NULL, current_date)`])
      await expect(transaction({ role: 'public', code }, (tx) => tx.$executeRawUnsafe(`SELECT ${call}`)), call).rejects.toThrow('permission denied for function')
  })

  it('is nobody with a code that is expired, revoked, of the dead, or guessed', async () => {
    const late = await replyCode(me, { expiresAt: new Date(Date.now() - 1000) })
    const revoked = await replyCode(me, { revokedAt: new Date() })
    const dead = await replyCode((await veteran({ diedOn: day('2026-01-01') })).id)
    for (const wrong of [late, revoked, dead, 'AAAAAAAAAAAAAAAA', me, code.toLowerCase()])
      expect([wrong, await transaction({ role: 'public', code: wrong }, (tx) => tx.$queryRaw`SELECT access.citizen() IS NULL AS nobody`)]).toEqual([wrong, [{ nobody: true }]])
  })
})
