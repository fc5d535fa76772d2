import { expect, it } from 'vitest'
import { readAs } from '@/lib/access/read'
import { NotAllowed } from '@/lib/access/refused'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'

it('a read that is part of another is one transaction with it, and one statement of the log', async () => {
  const actor = await staff('VETERAN_COORDINATOR')
  const { transactions, statements } = await countQueries(() => readAs(actor, 'person.search', async (context) => {
    context.shown({ action: 'test.outer', people: [] })
    await readAs(actor, 'outreach.read', async ({ shown }) => shown({ action: 'test.inner', people: [] }), context)
  }))
  expect([transactions, statements.filter((text) => text.includes('access.audit(')).length]).toEqual([1, 1])
  expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: { in: ['test.outer', 'test.inner'] } } })).toBe(2)
})

it('nobody reads as part of what another reads', async () => {
  const [one, other] = [await staff('CASEWORKER'), await staff('CASEWORKER')]
  await expect(readAs(one, 'self', (context) => readAs(other, 'self', async () => 'read', context))).rejects.toThrow('part of another')
})

it('being part of another gives no right, and no proof', async () => {
  const actor = await staff('VETERAN_COORDINATOR')
  await expect(readAs(actor, 'self', (context) => readAs(actor, 'right.give', async () => 'read', context))).rejects.toThrow(NotAllowed)
  await owner().session.updateMany({ where: { id: actor.sessionId }, data: { provedAt: new Date(0) } })
  await expect(readAs(actor, 'self', (context) => readAs(actor, 'outreach.export', async () => 'read', context))).rejects.toThrow()
  await expect(readAs(actor, 'self', (context) => readAs(actor, 'outreach.read', async () => 'read', context))).resolves.toBe('read')
})
