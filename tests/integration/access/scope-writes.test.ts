import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

/** How many rows the statement changed for this actor; 'refused' when the database would not. */
const change = (actor: Actor, sql: string, ...values: unknown[]) =>
  transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql, ...values)).catch((error: Error) => (/row-level security|permission denied|never changed|Nobody changes/.test(error.message) ? 'refused' : error.message))
const sees = (actor: Actor, id: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.person.count({ where: { id } }))

describe('a right to change some people does not reach the others', () => {
  it('a role cannot be given to a person one does not see', async () => {
    const refugee = await person('REFUGEE')
    const coordinator = await staff('VETERAN_COORDINATOR')
    expect(await change(coordinator, `INSERT INTO person_role (person_id, kind, from_day) VALUES ($1::uuid, 'VETERAN', '2026-01-01')`, refugee.id)).toBe('refused')
    expect(await sees(coordinator, refugee.id)).toBe(0)
  })

  it('an ended role of somebody who has left the programme cannot be opened again', async () => {
    const former = await veteran()
    await owner().personRole.updateMany({ where: { personId: former.id }, data: { toDay: day('2026-01-01') } })
    const coordinator = await staff('VETERAN_COORDINATOR')
    expect(await change(coordinator, 'UPDATE person_role SET to_day = NULL WHERE person_id = $1::uuid', former.id)).toBe(0)
    await veteran()
    expect(await change(coordinator, 'UPDATE person_role SET to_day = NULL')).toBeGreaterThan(0)
    expect(await sees(coordinator, former.id)).toBe(0)
  })

  it('a role of a visible person cannot be moved to one who is not', async () => {
    const refugee = await person('REFUGEE')
    const known = await veteran()
    const coordinator = await staff('VETERAN_COORDINATOR')
    expect(await change(coordinator, `UPDATE person_role SET person_id = '${refugee.id}' WHERE person_id = '${known.id}'`)).toBe('refused')
  })

  it('an UPDATE without WHERE changes the visible people only', async () => {
    await veteran()
    const refugee = await person('REFUGEE')
    const coordinator = await staff('VETERAN_COORDINATOR')
    const caseworker = await staff('CASEWORKER')
    await change(coordinator, `UPDATE person SET communication_note = 'changed'`)
    expect((await owner().person.findUniqueOrThrow({ where: { id: refugee.id } })).communicationNote).toBeNull()
    expect(await change(caseworker, `UPDATE person SET communication_note = 'changed'`)).toBe(0)
  })

  it('nobody can claim to have just registered a person', async () => {
    await person('REFUGEE')
    await veteran()
    const coordinator = await staff('VETERAN_COORDINATOR')
    expect(await change(coordinator, `UPDATE person SET created_by = '${coordinator.userId}', created_at = now()`)).toBe('refused')
  })

  it('rows of a person stay with people in reach, in every table', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const mine = await veteran()
    await veteran({ protection: 'P1' })
    const refugee = await person('REFUGEE')
    await owner().deployment.create({ data: { personId: mine.id, mission: 'ISAF', country: 'AF', service: 'ARMY' } })
    await owner().competence.create({ data: { personId: mine.id, military: 'a', civil: 'b' } })
    await owner().contactPoint.create({ data: { personId: mine.id, kind: 'PHONE', value: '+4500000000', source: 'test' } })
    await owner().externalKey.create({ data: { personId: mine.id, register: 'test', key: '1' } })
    await owner().personCpr.create({ data: { personId: mine.id, kind: 'REPLACEMENT', cipher: new Uint8Array([1]), keyedHash: new Uint8Array([1]), birthPart: '610190' } })
    await owner().wish.create({ data: { personId: mine.id, kind: 'NEVER', givenOn: day('2026-01-01'), source: 'test' } })
    await owner().outreachTask.create({ data: { personId: mine.id, kind: 'PHONE', dueOn: day('2026-01-01'), explanation: {} } })
    for (const table of ['address', 'protected_address', 'deployment', 'competence', 'contact_point', 'external_key', 'person_cpr', 'veteran_profile', 'wish', 'outreach_task'])
      expect([table, await change(coordinator, `UPDATE ${table} SET person_id = '${refugee.id}'`)]).toEqual([table, 'refused'])
  })

  it('an address is given only to people in reach, the protected least of all, and the refusal says nothing', async () => {
    const hidden = await person('REFUGEE', { protection: 'P2' })
    const open = await person('REFUGEE')
    const coordinator = await staff('VETERAN_COORDINATOR')
    const give = (id: string) => `INSERT INTO address (person_id, street, number, postcode, town, source) VALUES ('${id}', 'Falsk vej', '1', '8900', 'Randers C', 'test')`
    const said = (id: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRawUnsafe(give(id))).then(String, (error: Error) => error.message.replaceAll(id, 'ID'))
    expect(await change(coordinator, give(hidden.id))).toBe('refused')
    expect(await said(hidden.id)).toBe(await said(open.id))
    expect(await owner().protectedAddress.count({ where: { personId: hidden.id, street: 'Falsk vej' } })).toBe(0)
    // Whoever cares for somebody protected may write where they live, and it goes where it belongs.
    const mine = await veteran({ protection: 'P2' })
    await change(coordinator, give(mine.id))
    expect(await owner().protectedAddress.count({ where: { personId: mine.id, street: 'Falsk vej' } })).toBe(1)
  })

  it('a responsibility is ended, and never becomes another person’s or another colleague’s', async () => {
    const [coordinator, worker] = [await staff('VETERAN_COORDINATOR'), await staff('CASEWORKER')]
    const [mine, refugee] = [await veteran(), await person('REFUGEE')]
    const { id } = await owner().assignment.create({ data: { personId: mine.id, userId: worker.userId, reason: 'responsible', fromDay: day('2026-01-01'), toDay: day('2026-02-01') } })
    for (const set of [`person_id = '${refugee.id}'`, `user_id = '${coordinator.userId}'`, "from_day = '2020-01-01'"]) expect([set, await change(coordinator, `UPDATE assignment SET ${set} WHERE id = '${id}'`)]).toEqual([set, 'refused'])
    expect(await change(coordinator, `UPDATE assignment SET to_day = '2026-01-15' WHERE id = '${id}'`)).toBe(1)
    const theirs = await owner().assignment.create({ data: { personId: refugee.id, userId: worker.userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    // Taking access away is never refused; giving it back asks who is in reach.
    expect(await change(coordinator, `UPDATE assignment SET to_day = current_date - 1 WHERE id = '${theirs.id}'`)).toBe(1)
    expect(await change(coordinator, `UPDATE assignment SET to_day = NULL WHERE id = '${theirs.id}'`)).toBe('refused')
  })

  it('a pair of alike people is put down for two one sees', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const [mine, other, refugee] = [await veteran(), await veteran(), await person('REFUGEE')]
    const pair = (left: string, right: string) => change(coordinator, `INSERT INTO duplicate_pair (left_id, right_id, score, reasons) VALUES (least('${left}'::uuid, '${right}'), greatest('${left}'::uuid, '${right}'), 90, '{name}')`)
    expect(await pair(mine.id, refugee.id)).toBe('refused')
    expect(await pair(mine.id, '019a0000-0000-7000-8000-0000deadbeef')).toBe('refused')
    expect(await pair(mine.id, other.id)).toBe(1)
  })

  it('a relation ties two people one sees', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const mine = await veteran()
    const refugee = await person('REFUGEE')
    expect(await change(coordinator, `INSERT INTO relation (person_id, related_person_id, kind) VALUES ($1::uuid, $2::uuid, 'SPOUSE')`, mine.id, refugee.id)).toBe('refused')
  })
})

describe('responsibility', () => {
  it('cannot be given for a person one does not see, to oneself least of all', async () => {
    const refugee = await person('REFUGEE')
    const both = await staff('VETERAN_COORDINATOR', { roles: ['VETERAN_COORDINATOR', 'CASEWORKER'] })
    const known = await veteran()
    const assign = (id: string) => change(both, `INSERT INTO assignment (person_id, user_id, reason, from_day) VALUES ($1::uuid, $2::uuid, 'mine', '2026-01-01')`, id, both.userId)
    expect(await assign(refugee.id)).toBe('refused')
    expect(await assign(known.id)).toBe(1)
    expect(await change(both, `UPDATE assignment SET person_id = '${refugee.id}' WHERE user_id = '${both.userId}'`)).toBe('refused')
    expect(await change(both, `UPDATE assignment SET person_id = '${refugee.id}', to_day = current_date WHERE user_id = '${both.userId}'`)).toBe('refused')
    expect(await sees(both, refugee.id)).toBe(0)
  })

  it('can always be ended, also for a person who has left the programme', async () => {
    const former = await veteran()
    const caseworker = await staff('CASEWORKER')
    await owner().assignment.create({ data: { personId: former.id, userId: caseworker.userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    await owner().personRole.updateMany({ where: { personId: former.id }, data: { toDay: day('2026-01-01') } })
    const coordinator = await staff('VETERAN_COORDINATOR')
    expect(await sees(caseworker, former.id)).toBe(1)
    expect(await change(coordinator, 'UPDATE assignment SET to_day = current_date - 1 WHERE person_id = $1::uuid', former.id)).toBe(1)
    expect(await sees(caseworker, former.id)).toBe(0)
  })
})

describe('what belongs to a person is closed with them', () => {
  it('mail, reply codes and filed letters', async () => {
    const refugee = await person('REFUGEE')
    const hidden = await veteran({ protection: 'P2' })
    await owner().outboxMessage.create({ data: { idempotencyKey: refugee.id, channel: 'EMAIL', personId: refugee.id, recipient: 'a@example.invalid', subject: 's', body: 'b' } })
    await owner().replyCode.create({ data: { personId: refugee.id, codeHash: new Uint8Array([7]), expiresAt: day('2030-01-01') } })
    await owner().storedFile.create({ data: { personId: hidden.id, kind: 'letter', mime: 'application/pdf', name: 'letter.pdf', sha256: 'x', bytes: new Uint8Array([1]) } })
    const plain = await staff('VETERAN_COORDINATOR')
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const count = (actor: Actor, table: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`)).then((rows) => rows[0]?.n)
    expect([await count(plain, 'outbox_message'), await count(plain, 'reply_code'), await count(plain, 'stored_file'), await count(cleared, 'stored_file')]).toEqual([0, 0, 0, 1])
    for (const sql of ['SELECT code_hash FROM reply_code', 'SELECT cipher FROM reply_code', 'DELETE FROM reply_code', `INSERT INTO reply_code (person_id, code_hash, expires_at) VALUES ('${hidden.id}', '\\x00', now())`])
      expect([sql, await change(plain, sql)]).toEqual([sql, 'refused'])
  })
})
