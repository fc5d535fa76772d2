import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

const app = (actor: Actor) => ({ role: 'app', token: actor.token }) as const
const sees = (actor: Actor, id: string) => transaction(app(actor), (tx) => tx.person.count({ where: { id } }))
const cleared = { clearances: ['PROTECTED_ADDRESS', 'SHIELDED'] as Actor['clearances'] }

/** One row in every table that hangs on a person. */
async function fill(personId: string) {
  const db = owner()
  await db.deployment.create({ data: { personId, mission: 'ISAF', country: 'AF', service: 'ARMY' } })
  await db.competence.create({ data: { personId, military: 'a', civil: 'b' } })
  await db.contactPoint.create({ data: { personId, kind: 'PHONE', value: '+4500000000', source: 'test' } })
  await db.externalKey.create({ data: { personId, register: 'test', key: personId } })
  await db.personCpr.create({ data: { personId, kind: 'REPLACEMENT', cipher: new Uint8Array([1]), keyedHash: new Uint8Array(Buffer.from(personId)), birthPart: '610190' } })
  await db.wish.create({ data: { personId, kind: 'NEVER', givenOn: day('2026-01-01'), source: 'test' } })
  await db.outreachTask.create({ data: { personId, kind: 'PHONE', dueOn: day('2026-01-01'), explanation: {} } })
  await db.attempt.create({ data: { personId, channel: 'PHONE', outcome: 'REACHED', happenedOn: day('2026-01-01'), recordedBy: personId } })
  await db.outboxMessage.create({ data: { idempotencyKey: personId, channel: 'EMAIL', personId, recipient: 'a@example.invalid', subject: 's', body: 'b' } })
  await db.replyCode.create({ data: { personId, codeHash: new Uint8Array(Buffer.from(personId)), expiresAt: day('2030-01-01') } })
  await db.storedFile.create({ data: { personId, kind: 'letter', mime: 'application/pdf', name: 'letter.pdf', sha256: 'x', bytes: new Uint8Array([1]) } })
  await db.person.update({ where: { id: personId }, data: { movedInOn: day('2026-01-01') } })
}
const tables = ['address', 'protected_address', 'veteran_profile', 'deployment', 'competence', 'contact_point', 'external_key', 'person_cpr', 'wish', 'outreach_task', 'attempt', 'outbox_message', 'reply_code', 'stored_file', 'field_history', 'outreach_fact']
const rowsOf = (actor: Actor, personId: string) => transaction(app(actor), async (tx) => {
  const found: string[] = []
  for (const table of tables) {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table} WHERE person_id = $1::uuid`, personId)
    if (row?.n) found.push(table)
  }
  return found
})

describe('what no role lifts', () => {
  it('one’s own file is closed, in every table', async () => {
    const self = await veteran()
    await fill(self.id)
    expect(await rowsOf(await staff('VETERAN_COORDINATOR', cleared), self.id)).toEqual(tables.filter((table) => table !== 'protected_address'))
    const actor = await staff('VETERAN_COORDINATOR', { ...cleared, personId: self.id })
    expect([await sees(actor, self.id), await rowsOf(actor, self.id)]).toEqual([0, []])
  })

  it.each([['SPOUSE', 0], ['PARTNER', 0], ['PARENT', 0], ['CHILD', 0], ['SIBLING', 0], ['OTHER_FAMILY', 0], ['FRIEND', 1], ['COLLEAGUE', 1]] as const)('the file of one’s %s is seen %i times, from either side', async (kind, times) => {
    const [self, forward, backward] = [await veteran(), await veteran(), await veteran()]
    await owner().relation.createMany({ data: [{ personId: self.id, relatedPersonId: forward.id, kind, toDay: day('2020-01-01') }, { personId: backward.id, relatedPersonId: self.id, kind }] })
    const actor = await staff('VETERAN_COORDINATOR', { ...cleared, personId: self.id })
    expect([await sees(actor, forward.id), await sees(actor, backward.id)]).toEqual([times, times])
    // The tie that closes the file cannot be cut by the one it closes it for; a friend's is seen from the friend's side.
    const cut = await transaction(app(actor), (tx) => tx.$executeRaw`DELETE FROM relation WHERE person_id IN (${self.id}::uuid, ${backward.id}::uuid)`)
    expect(cut).toBe(times)
  })

  it('a declared relation closes a file, and responsibility does not open it', async () => {
    const someone = await veteran()
    const actor = await staff('VETERAN_COORDINATOR', { roles: ['VETERAN_COORDINATOR', 'CASEWORKER'], ...cleared })
    await owner().assignment.create({ data: { personId: someone.id, userId: actor.userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    expect(await sees(actor, someone.id)).toBe(1)
    await owner().staffRelation.create({ data: { userId: actor.userId, personId: someone.id, kind: 'neighbour', fromDay: day('2026-01-01') } })
    expect(await sees(actor, someone.id)).toBe(0)
  })

  it('a shielded person is closed in every table without the clearance', async () => {
    const shielded = await veteran({ protection: 'P3' })
    await fill(shielded.id)
    const [plain, named] = [await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] })]
    expect([await sees(plain, shielded.id), await rowsOf(plain, shielded.id)]).toEqual([0, []])
    expect([await sees(named, shielded.id), (await rowsOf(named, shielded.id)).length]).toEqual([1, tables.length - 1])
  })

  it('whoever sees a person may shield them, and does not see them afterwards', async () => {
    const someone = await veteran()
    const plain = await staff('VETERAN_COORDINATOR')
    await transaction(app(plain), (tx) => tx.person.updateMany({ where: { id: someone.id }, data: { protection: 'P3' } }))
    expect([(await owner().person.findUniqueOrThrow({ where: { id: someone.id } })).protection, await sees(plain, someone.id)]).toEqual(['P3', 0])
  })

  it('protection is not lifted by somebody who may not see what it hides', async () => {
    for (const [from, clearances] of [['P1', []], ['P2', ['SHIELDED']], ['P3', ['PROTECTED_ADDRESS']]] as const) {
      const someone = await veteran({ protection: from })
      const actor = await staff('VETERAN_COORDINATOR', { clearances: [...clearances] })
      for (const to of ['P0', 'P3'] as const) if (to !== from)
        await transaction(app(actor), (tx) => tx.person.updateMany({ where: { id: someone.id }, data: { protection: to } })).catch(() => 0)
      expect([from, (await owner().person.findUniqueOrThrow({ where: { id: someone.id } })).protection]).toEqual([from, from])
    }
  })
})
