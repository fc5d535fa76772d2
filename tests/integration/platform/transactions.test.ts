import { beforeAll, expect, it } from 'vitest'
import { type Tx, transaction, transactionOver } from '@/lib/platform/db'
import { owner } from '../../support/db'

const nobody = { role: 'public' } as const
const lock = (tx: Tx, key: number) => tx.$queryRaw`SELECT pg_advisory_xact_lock(${key}::bigint)::text`
const write = (tx: Tx, id: number, by: string) => tx.$executeRaw`INSERT INTO met (id, by) VALUES (${id}, ${by})`
const written = () => owner().$queryRaw<{ id: number; by: string }[]>`SELECT id, by FROM met ORDER BY id`

beforeAll(async () => {
  await owner().$executeRaw`CREATE TABLE met (id integer PRIMARY KEY, by text NOT NULL)`
  await owner().$executeRaw`GRANT SELECT, INSERT ON met TO indgang_public`
})

/** Both hold one lock before either asks for the other's: the database must end one of them. */
async function eachOthersWay(over: typeof transactionOver) {
  const holding = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const tries = [0, 0]
  const one = (own: number) => over(nobody, async (tx) => {
    tries[own]!++
    await lock(tx, own)
    holding[own]!.resolve()
    await holding[1 - own]!.promise
    await lock(tx, 1 - own)
    await write(tx, 10 + own, `try ${tries[own]}`)
  })
  return { outcomes: await Promise.allSettled([one(0), one(1)]), tries }
}

it('of two that stand in each other’s way both are done, and each once', async () => {
  const { outcomes, tries } = await eachOthersWay(transactionOver)
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(tries.toSorted()).toEqual([1, 2])
  expect((await written()).map(({ id }) => id)).toEqual([10, 11])
})

it('without being done over one of them fails: the test above does meet a deadlock', async () => {
  await owner().$executeRaw`DELETE FROM met`
  const { outcomes } = await eachOthersWay(transaction)
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

it('the one who comes second with the same row sees the first one’s', async () => {
  await owner().$executeRaw`DELETE FROM met`
  const looked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const make = (which: number) => transactionOver(nobody, async (tx) => {
    const [there] = await tx.$queryRaw<{ by: string }[]>`SELECT by FROM met WHERE id = 1`
    looked[which]!.resolve()
    await looked[1 - which]!.promise
    if (there) return `there by ${there.by}`
    await write(tx, 1, `${which}`)
    return 'made'
  })
  const outcomes = await Promise.all([make(0), make(1)])
  const [row] = await written()
  expect(outcomes.toSorted()).toEqual(['made', `there by ${row?.by}`])
})

it('what stands in the way every time is told after the fourth', async () => {
  let tries = 0
  await owner().$executeRaw`INSERT INTO met (id, by) VALUES (99, 'somebody') ON CONFLICT DO NOTHING`
  await expect(transactionOver(nobody, (tx) => (tries++, write(tx, 99, 'again')))).rejects.toMatchObject({ code: 'P2010' })
  expect(tries).toBe(4)
})

it('any other fault is told at once', async () => {
  let tries = 0
  await expect(transactionOver(nobody, (tx) => (tries++, tx.$executeRaw`INSERT INTO met (id, by) VALUES (NULL, 'x')`))).rejects.toThrow()
  expect(tries).toBe(1)
})
