import { beforeAll, expect, it } from 'vitest'
import { dueList } from '@/lib/outreach/due/list/queries'
import { listState } from '@/lib/outreach/due/list/schema'
import { outreachMonths } from '@/lib/outreach/figures/queries'
import { transaction } from '@/lib/platform/db'
import { addDays, dayToDb } from '@/lib/platform/day'
import { staff } from '@/tests/support/as'
import { owner } from '@/tests/support/db'
import { veteran } from '@/tests/support/factories'
import { ago, letter, now, reply } from '@/tests/support/outreach-arrange'

const early = () => ({ registeredOn: dayToDb(ago(900)) })

beforeAll(async () => {
  // Twelve veterans: nine written to this year, three not; one call this month, six talks.
  for (let i = 0; i < 12; i++) {
    const { id } = await veteran(early())
    await letter(id, i < 9 ? ago(30) : ago(500))
    if (i < 7) await reply(id, i === 0 ? 'CALL' : 'TALK', now())
  }
})

it('gives the coordinator the numbers as they are', async () => {
  const latest = (await outreachMonths(await staff('VETERAN_COORDINATOR'), now(), 1)).at(-1)
  expect(latest).toMatchObject({ population: 12, covered: 9, overdue: 3, replies: { TALK: 6, CALL: 1, LATER: 0 } })
})

it('keeps small numbers, and what would give them away, from a manager', async () => {
  const latest = (await outreachMonths(await staff('MANAGER'), now(), 1)).at(-1)
  expect(latest).toMatchObject({ population: 12, covered: 'hidden', overdue: 'hidden', replies: { TALK: 6, CALL: 'hidden', LATER: 0 } })
})

it('does not let the manager’s database session see one row behind them', async () => {
  const manager = await staff('MANAGER')
  const seen = await transaction({ role: 'app', token: manager.token }, (tx) => tx.$queryRaw<{ n: number }[]>`SELECT (SELECT count(*) FROM outreach_fact)::int + (SELECT count(*) FROM access.outreach_known)::int + (SELECT count(*) FROM letter)::int AS n`)
  expect(seen[0]?.n).toBe(0)
})

it('is refused by the database itself to whoever has no right to figures', async () => {
  const caseworker = await staff('CASEWORKER')
  const ask = transaction({ role: 'app', token: caseworker.token }, (tx) => tx.$queryRaw`SELECT access.outreach_figures(${now()}::date, 1)`)
  await expect(ask).rejects.toThrow(/No right to figures/)
  await expect(outreachMonths(caseworker, now(), 1)).rejects.toThrow('outreach.figures')
})

it('says no data, not 0, for the time before the first letter', async () => {
  const months = await outreachMonths(await staff('VETERAN_COORDINATOR'), now(), 24)
  expect(months).toHaveLength(24)
  const before = months.filter((month) => month.day < addDays(now(), -500))
  expect(before.length).toBeGreaterThan(3)
  expect(before.every((month) => month.population === null && month.covered === null && month.letters.first === null && month.replies.TALK === null)).toBe(true)
  expect(months.at(-2)).toMatchObject({ replies: { TALK: null } })
})

it('counts for a coordinator whom they may list: nobody shielded without the clearance, and not their own family', async () => {
  const own = await veteran()
  const kin = await veteran(early())
  const plain = await staff('VETERAN_COORDINATOR', { personId: own.id })
  const tried = (personId: string) => owner().attempt.create({ data: { personId, channel: 'PHONE', outcome: 'REACHED', happenedOn: dayToDb(now()), recordedBy: plain.userId } })
  await tried((await veteran()).id)
  const before = (await outreachMonths(plain, now(), 1)).at(-1)
  const shielded = await veteran({ ...early(), protection: 'P3' })
  for (const { id } of [shielded, kin]) { await letter(id, ago(1)); await reply(id, 'LATER', now()); await tried(id) }
  await owner().relation.create({ data: { personId: own.id, relatedPersonId: kin.id, kind: 'SPOUSE' } })
  const [mine, cleared, list] = [(await outreachMonths(plain, now(), 1)).at(-1), (await outreachMonths(await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] }), now(), 1)).at(-1), await dueList(plain, now(), listState({ queue: 'EVERYONE' }))]
  expect(mine).toMatchObject({ population: Number(before?.population) - 1, covered: before?.covered, letters: before?.letters, replies: before?.replies, steps: before?.steps })
  expect(mine?.population).toBe(list.total)
  expect(cleared).toMatchObject({ population: Number(mine?.population) + 3, covered: Number(mine?.covered) + 2, replies: { LATER: 2 } })
  // Who sees no people is told of all of them, with small numbers kept back.
  expect((await outreachMonths(await staff('MANAGER'), now(), 1)).at(-1)?.population).toBe(cleared?.population)
})
