import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { callAccess, pool, type DatabaseIdentity, transaction } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

type Who = { who: DatabaseIdentity; role: string; uid: string | null; citizen: string | null }
const ask = (who: DatabaseIdentity) => transaction(who, (tx) => tx.$queryRaw<Omit<Who, 'who'>[]>`
  SELECT current_user::text AS role, access.uid()::text AS uid, access.citizen()::text AS citizen`)
let everybody: Who[] = []
let coordinator: Actor

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
  const actors = [coordinator, ...(await Promise.all(Array.from({ length: 9 }, () => staff('CASEWORKER'))))]
  const citizen = await veteran()
  everybody = [
    ...actors.map((actor) => ({ who: { role: 'app', token: actor.token } as const, role: 'indgang_app', uid: actor.userId, citizen: null })),
    { who: { role: 'public', code: await replyCode(citizen.id) }, role: 'indgang_public', uid: null, citizen: citizen.id },
    { who: { role: 'public' }, role: 'indgang_public', uid: null, citizen: null },
    { who: { role: 'worker' }, role: 'indgang_worker', uid: null, citizen: null },
  ]
})

const wrongOf = async (all: Who[]) => {
  const answers = await Promise.all(all.map(async ({ who }) => (await ask(who))[0]))
  return answers.filter((answer, index) => answer?.role !== all[index]?.role || answer?.uid !== all[index]?.uid || answer?.citizen !== all[index]?.citizen)
}
const mixed = (count: number) => Array.from({ length: count }, (_, index) => everybody[(index * 7 + (index >> 3)) % everybody.length] as Who)

describe('connections that serve many people', () => {
  it('500 requests of 13 callers at once: nobody is taken for another', async () => {
    expect(await wrongOf(mixed(500))).toEqual([])
  })

  it('the same while every third transaction breaks', async () => {
    const breaking = Array.from({ length: 100 }, (_, index) =>
      transaction(everybody[index % everybody.length]?.who ?? { role: 'public' }, async (tx) => {
        if (index % 2) throw new Error('the request broke')
        await tx.$queryRaw`SELECT 1/0`
      }).catch(() => 'broken'))
    const [wrong, broken] = await Promise.all([wrongOf(mixed(200)), Promise.all(breaking)])
    expect(wrong).toEqual([])
    expect(broken).toEqual(Array(100).fill('broken'))
    expect(await wrongOf(mixed(100))).toEqual([])
  })

  it('a setting that is not local to the transaction is gone for the next one', async () => {
    const citizen = everybody[10]?.who as { code: string }
    await transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRaw`SELECT set_config('role', 'indgang_app', false), set_config('app.session', ${coordinator.token}, false),
      set_config('app.code', ${citizen.code}, false), set_config('app.on_behalf', ${coordinator.userId}, false)`)
    expect(await wrongOf(mixed(100))).toEqual([])
  })

  it('without an identity the database opens no table', async () => {
    await expect(pool().query('SELECT count(*) FROM person')).rejects.toThrow('permission denied')
    await expect(callAccess('SELECT access.uid()', [])).rejects.toThrow('permission denied')
  })

  it('survive an administrator of the database who ends them', async () => {
    const lost = transaction({ role: 'worker' }, async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await owner().$executeRaw`SELECT pg_terminate_backend(${row?.pid ?? 0}::int)`
      return tx.$queryRaw`SELECT 1`
    })
    await expect(lost).rejects.toThrow()
    expect(await wrongOf(mixed(60))).toEqual([])
  })
})

describe('a connection comes back', () => {
  it('after a malformed token, again and again', async () => {
    for (let i = 0; i < env().DATABASE_POOL + 3; i++) await expect(transaction({ role: 'app', token: "x'; DROP TABLE person; --" }, async () => 1)).rejects.toThrow()
    expect(await wrongOf(mixed(20))).toEqual([])
  }, 60_000)

  it('as it was: no layer is left on it', async () => {
    const clients = (globalThis as unknown as { indgangClients: { transactions: { _clients: { query: unknown }[] } } }).indgangClients
    await wrongOf(mixed(100))
    expect(clients.transactions._clients.length).toBeGreaterThan(0)
    expect(clients.transactions._clients.filter((client) => Object.hasOwn(client, 'query'))).toEqual([])
  })

  it('for questions asked inside transactions, also when every transaction asks one', async () => {
    const size = env().DATABASE_POOL
    let waiting = 0
    let open = () => {}
    const allIn = new Promise<void>((resolve) => (open = resolve))
    const answers = await Promise.all(Array.from({ length: size }, () => transaction({ role: 'public' }, async () => {
      if (++waiting === size) open()
      await allIn
      return callAccess('SELECT access.credentials($1)', ['nobody@example.invalid'])
    })))
    expect(answers).toHaveLength(size)
  })

  it('for a request that says it is a job: refused by the database, whoever is signed in', async () => {
    const sneak = (role: string) => transaction({ role: 'public' }, (tx) => tx.$executeRawUnsafe(role))
    for (const sql of ["SELECT set_config('role', 'indgang_worker', true)", 'SET LOCAL ROLE indgang_worker', 'SET SESSION AUTHORIZATION indgang_jobs', 'SET LOCAL ROLE indgang_definer']) await expect(sneak(sql), sql).rejects.toThrow(/permission denied/)
    await expect(pool().query('SET ROLE indgang_worker')).rejects.toThrow(/permission denied/)
    await expect(pool().query("UPDATE pgboss.job SET state = 'cancelled'")).rejects.toThrow(/permission denied/)
  })
})
