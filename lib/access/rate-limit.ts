import 'server-only'
import { headers } from 'next/headers'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { visitorOf } from './rules'

/** `points` tries within `seconds`. Counted in the database, so it holds across processes. */
export type Limit = { name: string; points: number; seconds: number }

function limiterOf(limit: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(), storeType: 'pool', schemaName: 'access', tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false,
    keyPrefix: limit.name, points: limit.points, duration: limit.seconds,
  })
}
const hidden = (key: string) => sha256Hex(Buffer.from(key))

/** Takes a try back: it was a right one, and only wrong ones are to be counted. Counted first all the same, so that many at once are not more. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(hidden(key), 1)
}

/** True when this try is allowed. Only a hash of the key is kept: it may tell who someone is. A database fault throws: failure means no. */
export async function withinLimit(limit: Limit, key: string): Promise<boolean> {
  const limiter = limiterOf(limit)
  try {
    // Now and then the counters nobody needs any more are cleared away.
    if (Math.random() < 0.01) await pool().query('DELETE FROM access.rate_limit WHERE expire < $1', [Date.now()])
    await limiter.consume(hidden(key))
    return true
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false
    throw refused
  }
}

/** Everybody, where nothing tells one visitor from another. */
export const EVERYBODY = 'direct'
/** Twenty offices' worth: one who tries too often must not keep all the others out. What holds there is the limit per account. */
export const wideFor = (limit: Limit, visitor: string): Limit => (visitor === EVERYBODY ? { ...limit, points: limit.points * 20 } : limit)

/** The visitor's address: the last entry of X-Forwarded-For, where our own proxy writes it (TRUST_PROXY, and by itself where PUBLIC_URL is https). */
export async function visitorKey(): Promise<string> {
  const { TRUST_PROXY, PUBLIC_URL } = env()
  if (!(TRUST_PROXY ?? PUBLIC_URL.startsWith('https://'))) return EVERYBODY
  return visitorOf((await headers()).get('x-forwarded-for'))
}
