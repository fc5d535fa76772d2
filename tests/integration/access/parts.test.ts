import { expect, it } from 'vitest'
import { readPart, readParts, type Part } from '@/lib/access/parts'
import { readAs } from '@/lib/access/read'
import { NotAllowed } from '@/lib/access/refused'
import { Prisma } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'

const keep = Prisma.sql`/* keep:test-parts */`
const part = (may: Part<string>['may'], word: string): Part<string> => ({ may, sql: Prisma.sql`SELECT to_jsonb(${word}::text)`, of: (value, shown) => (shown({ action: `test.${word}` }), value as string) })

it('parts are one statement, and one statement of the log that names each', async () => {
  const actor = await staff('VETERAN_COORDINATOR')
  const { result, transactions, statements } = await countQueries(() => readAs(actor, 'self', (context) => readParts(context, keep, { one: part('person.search', 'one'), two: part('outreach.read', 'two') })))
  expect(result).toEqual({ one: 'one', two: 'two' })
  expect([transactions, statements.length, statements.filter((text) => text.includes('access.audit(')).length]).toEqual([1, 2, 1])
  expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: { in: ['test.one', 'test.two'] } } })).toBe(2)
})

it('a part the reader has no right to is not asked, is null and is not in the log; by itself it is refused', async () => {
  const actor = await staff('CASEWORKER')
  const { result, statements } = await countQueries(() => readAs(actor, 'self', (context) => readParts(context, keep, { theirs: part('task.overview', 'theirs'), mine: part('case.read', 'mine') })))
  expect(result).toEqual({ theirs: null, mine: 'mine' })
  expect(statements.filter((text) => text.includes('keep:test-parts'))).toEqual([expect.not.stringContaining('$2')])
  expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: 'test.theirs' } })).toBe(0)
  await expect(readPart(actor, keep, part('task.overview', 'theirs'))).rejects.toThrow(NotAllowed)
  expect(await readAs(actor, 'self', (context) => readParts(context, keep, { theirs: part('task.overview', 'theirs') }))).toEqual({ theirs: null })
})

it('being beside others gives no proof', async () => {
  const actor = await staff('VETERAN_COORDINATOR')
  await owner().session.updateMany({ where: { id: actor.sessionId }, data: { provedAt: new Date(0) } })
  await expect(readAs(actor, 'self', (context) => readParts(context, keep, { list: part('outreach.export', 'list') }))).rejects.toThrow()
  await expect(readAs(actor, 'self', (context) => readParts(context, keep, { list: part('outreach.read', 'list') }))).resolves.toEqual({ list: 'list' })
})
