import pg from 'pg'
import type { Actor } from '@/lib/access/permissions'
import { openSession } from '@/lib/access/session'
import { record } from '@/lib/audit/record'
import { addAttempt, lockPerson } from '@/lib/outreach/attempts/writes'
import { personOverview } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'
import { Prisma, transaction } from '@/lib/platform/db'
import type { Random } from '@/tests/support/random'
import { benchActor } from './session'

/** The ways a right can end, as an administrator's or the user's own change does it. */
const ENDS = {
  session: 'UPDATE session SET revoked_at = now() WHERE user_id = $1',
  user: 'UPDATE app_user SET active = false WHERE id = $1',
  role: "UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = $1",
} as const
export type Outcome = { lateReads: number; lateWrites: number; writes: number; reads: number }

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** What an action does around its change; `hold` false is the product without the guard, to see that the figure can be short. */
async function write(actor: Actor, personId: string, hold: boolean, between: number): Promise<boolean> {
  try {
    await transaction({ role: 'app', token: actor.token }, async (tx) => {
      if (hold) {
        const [held] = await tx.$queryRaw<{ may: boolean }[]>`SELECT access.hold_rights('outreach.record') AS may`
        if (!held?.may) throw new Error('not allowed')
      }
      await lockPerson(tx, personId)
      await addAttempt(tx, actor, { personId, channel: 'PHONE', outcome: 'NOT_REACHED', happenedOn: today(), note: null })
      await record(tx, { kind: 'CHANGE', action: 'attempt.logged', personId })
      await pause(between)
    })
    return true
  } catch {
    return false
  }
}

async function read(actor: Actor, personId: string): Promise<boolean> {
  const again = await openSession(actor.token)
  if (!again) return false
  return personOverview(again, personId, async () => ({ sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null })).then((found) => found !== null, () => false)
}

/** One user at work in three places; at a random moment the right ends. Everything goes on asking for more than a second after. */
async function trial(ownerUrl: string, owner: pg.Pool, people: readonly string[], random: Random, hold: boolean): Promise<Outcome> {
  const { actor } = await benchActor(ownerUrl, 'VETERAN_COORDINATOR')
  const end = random.pick(Object.keys(ENDS) as (keyof typeof ENDS)[])
  const outcome = { lateReads: 0, lateWrites: 0, writes: 0, reads: 0 }
  let endedAt = Infinity
  const until = () => performance.now() < endedAt + 1300
  const writer = async () => { while (until()) { if (await write(actor, random.pick(people), hold, random.int(12))) outcome.writes++; else await pause(40) } }
  const reader = async () => {
    while (until()) {
      const began = performance.now()
      if (await read(actor, random.pick(people))) { outcome.reads++; if (began > endedAt + 1000) outcome.lateReads++ } else await pause(40)
    }
  }
  const revoke = async () => {
    await pause(20 + random.int(120))
    await owner.query(ENDS[end], [actor.userId])
    endedAt = performance.now()
  }
  await Promise.all([writer(), writer(), reader(), revoke()])
  outcome.lateWrites = await committedAfter(owner, actor.userId, end)
  return outcome
}

/** PostgreSQL's own account: changes of this user whose transaction committed after the one that ended the right. */
async function committedAfter(owner: pg.Pool, userId: string, end: keyof typeof ENDS): Promise<number> {
  const ended = { session: 'SELECT xmin FROM session WHERE user_id = $1', user: 'SELECT xmin FROM app_user WHERE id = $1', role: 'SELECT xmin FROM role_grant WHERE user_id = $1' }[end]
  const found = await owner.query(`SELECT count(*)::int AS n FROM audit_event WHERE actor_user_id = $1 AND kind = 'CHANGE' AND pg_xact_commit_timestamp(xmin) > (SELECT max(pg_xact_commit_timestamp(x.xmin)) FROM (${ended}) x)`, [userId])
  return found.rows[0].n
}

export async function revokeAtRandom({ ownerUrl, people, trials, random, hold = true }: { ownerUrl: string; people: readonly string[]; trials: number; random: Random; hold?: boolean }): Promise<Outcome> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 12 })
  const sum: Outcome = { lateReads: 0, lateWrites: 0, writes: 0, reads: 0 }
  try {
    for (let done = 0; done < trials; done += 10) {
      const outcomes = await Promise.all(Array.from({ length: Math.min(10, trials - done) }, () => trial(ownerUrl, owner, people, random, hold)))
      for (const outcome of outcomes) for (const key of Object.keys(sum) as (keyof Outcome)[]) sum[key] += outcome[key]
    }
    return sum
  } finally {
    await owner.end()
  }
}
