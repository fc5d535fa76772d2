import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { type DatabaseIdentity, transaction } from '@/lib/platform/db'
import { statementName } from '@/lib/platform/statements'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

type Answer = { pid: number; people: number; prepared: number; custom: number; generic: number }
let coordinator: Actor
let caseworker: Actor
let related: Actor

/** The same prepared statement, and what this connection says about it. */
async function ask(who: DatabaseIdentity): Promise<Answer> {
  return transaction(who, async (tx) => {
    const [{ people } = { people: -1 }] = await tx.$queryRaw<{ people: number }[]>`/* keep:counted-people */ SELECT count(*)::int AS people FROM person`
    const [connection] = await tx.$queryRaw<Omit<Answer, 'people'>[]>`SELECT pg_backend_pid() AS pid, count(*)::int AS prepared, coalesce(sum(custom_plans), 0)::int AS custom, coalesce(sum(generic_plans), 0)::int AS generic
      FROM pg_prepared_statements WHERE name LIKE 'counted-people-%'`
    return { people, ...(connection as Omit<Answer, 'people'>) }
  })
}
const app = (actor: Actor) => ({ role: 'app', token: actor.token }) as const

beforeAll(async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => veteran()))
  coordinator = await staff('VETERAN_COORDINATOR')
  caseworker = await staff('CASEWORKER')
  related = await staff('VETERAN_COORDINATOR', { personId: people[0]?.id })
})

describe('a statement that stays prepared', () => {
  it('is planned once on a connection and then asked again', async () => {
    const answers: Answer[] = []
    for (let i = 0; i < 8; i++) answers.push(await ask(app(coordinator)))
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1)
    expect(answers.map(({ people }) => people)).toEqual(Array(8).fill(5))
    expect(answers.at(-1)).toMatchObject({ prepared: 1 })
    expect((answers.at(-1)?.custom ?? 0) + (answers.at(-1)?.generic ?? 0)).toBe(8)
    expect(answers.at(-1)?.generic).toBeGreaterThan(0)
  })

  it('gives each who asks on the same connection their own rows and nobody else’s', async () => {
    const order: [DatabaseIdentity, number][] = [[app(coordinator), 5], [app(caseworker), 0], [app(related), 4], [app(coordinator), 5], [app(caseworker), 0]]
    const pids = new Set<number>()
    for (const [who, people] of [...order, ...order]) {
      const answer = await ask(who)
      expect(answer.people).toBe(people)
      expect(answer.prepared).toBe(1)
      pids.add(answer.pid)
    }
    expect(pids.size).toBe(1)
    // A job never shares a connection with a request.
    const job = await ask({ role: 'worker' })
    expect([job.people, pids.has(job.pid)]).toEqual([5, false])
  })

  it('gives nothing more after the session is revoked', async () => {
    expect((await ask(app(coordinator))).people).toBe(5)
    await owner().session.updateMany({ where: { userId: coordinator.userId }, data: { revokedAt: new Date() } })
    expect((await ask(app(coordinator))).people).toBe(0)
  })

  it('is only one that asks for it, and a changed text is another statement', () => {
    expect(statementName({ sql: 'SELECT 1' })).toBe('')
    expect(statementName({ sql: 'SELECT 1 /* keep:late */' })).toBe('')
    const [one, other] = [statementName({ sql: '/* keep:bar */ SELECT 1' }), statementName({ sql: '/* keep:bar */ SELECT 2' })]
    expect(one).toMatch(/^bar-[0-9a-f]{16}$/)
    expect(other).not.toBe(one)
    expect(statementName({ sql: '/* keep:bar */ SELECT 1' })).toBe(one)
  })
})
