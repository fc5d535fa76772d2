import { beforeAll, describe, expect, it } from 'vitest'
import { anchorFolder, type AnchorPlace } from '@/lib/audit/seals/anchor'
import { sealLog, verifyLogJob } from '@/lib/audit/seals/jobs'
import { chainProblems, rangesOf } from '@/lib/audit/seals/rules'
import { allSeals } from '@/lib/audit/seals/sql'
import { verifyLog } from '@/lib/audit/seals/verify'
import { record } from '@/lib/audit/record'
import { auditKey } from '@/lib/platform/crypto/sealed'
import { transaction } from '@/lib/platform/db'
import { edits } from '../../bench/tamper/edits'
import { sealedLog } from '../../bench/tamper/log-data'
import { verdictAfter } from '../../bench/tamper/tamper'
import { owner } from '../../support/db'
import { randomFrom } from '../../support/random'

let place: AnchorPlace
beforeAll(async () => {
  place = await sealedLog(owner(), randomFrom(7), { batches: 24, events: 12 })
})
const never = new AbortController().signal
const seal = () => sealLog(() => place)(null, never)
const verify = (where = place) => transaction({ role: 'worker' }, (tx) => verifyLog(tx, where))
const write = (action: string) => transaction({ role: 'worker' }, (tx) => record(tx, { kind: 'MACHINE', action }))

describe('a sealed log', () => {
  it('is whole when nobody has touched it', async () => {
    expect(await verify()).toEqual({ seals: 24, events: 288, problems: [] })
  })

  it.each(Object.keys(edits))('tells of an owner’s edit: %s', async (name) => {
    const { problems, touched } = await verdictAfter(owner(), place, name, randomFrom(11))
    expect(touched).toBeGreaterThan(0)
    expect(problems).not.toEqual([])
  })

  it('needs the copies outside: with the key a log can be written anew, and only they remember the old one', async () => {
    const nowhere = anchorFolder('.indgang/no-such-folder')
    expect((await verdictAfter(owner(), nowhere, 'rewritten with the key', randomFrom(3))).problems).toEqual([])
    expect((await verdictAfter(owner(), nowhere, 'everything cut', randomFrom(3))).problems).toEqual([])
  })
})

describe('sealing', () => {
  it('by several workers at once makes one chain over everything, with a copy of each seal outside', async () => {
    for (let n = 0; n < 5; n++) await write(`test.${n}`)
    await Promise.all([seal(), seal(), seal()])
    expect((await verify()).problems).toEqual([])
    const seals = await transaction({ role: 'worker' }, allSeals)
    expect(seals.at(-1)).toMatchObject({ no: 25, events: 5 })
    expect((await place.read()).anchors.map((anchor) => anchor.no)).toEqual(seals.map((one) => one.no))
    expect(await seal()).toBeNull()
  })

  it('takes what was still on its way the next time', async () => {
    let commit = () => {}
    const slow = transaction({ role: 'worker' }, async (tx) => {
      await record(tx, { kind: 'MACHINE', action: 'test.slow' })
      await new Promise<void>((resolve) => (commit = resolve))
    })
    await expect.poll(async () => (await owner().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE '%access.audit%' AND datname = current_database()`)[0]?.n).toBe(1)
    await write('test.quick')
    expect(await seal()).toEqual({ events: 1 })
    commit()
    await slow
    expect(await seal()).toEqual({ events: 1 })
    expect((await verify()).problems).toEqual([])
  })

  it('is for adding only: neither the job nor the application changes a seal or a check', async () => {
    for (const role of ['worker', 'app'] as const) for (const sql of ['UPDATE audit_seal SET events = 0', 'DELETE FROM audit_seal', 'DELETE FROM audit_check', 'UPDATE audit_event SET action = action', 'DELETE FROM audit_subject'])
      await expect(transaction({ role, token: 'none' } as never, (tx) => tx.$executeRawUnsafe(sql)), `${role}: ${sql}`).rejects.toThrow()
  })

  it('is gone through at night, and what was found is written down', async () => {
    await owner().$executeRaw`UPDATE audit_event SET purpose = 'x' WHERE seq = (SELECT min(seq) FROM audit_event)`
    expect(await verifyLogJob(() => place)(null, never)).toMatchObject({ problems: 1 })
    expect(await owner().auditCheck.findFirst({ orderBy: { checkedAt: 'desc' } })).toMatchObject({ problems: 1, firstProblem: 'events-changed 1' })
  })
})

describe('the chain', () => {
  it('is broken by another key, and ranges say exactly which numbers', async () => {
    const seals = await transaction({ role: 'worker' }, allSeals)
    expect(chainProblems(auditKey(), seals)).toEqual([])
    expect(chainProblems(Buffer.from('another'), seals)).toHaveLength(seals.length)
    expect([rangesOf([]), rangesOf([4]), rangesOf([1, 2, 3, 7, 8, 10])]).toEqual(['{}', '{[4,5)}', '{[1,4),[7,9),[10,11)}'])
  })
})
