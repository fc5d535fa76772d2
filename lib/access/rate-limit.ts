import 'server-only'
import { headers } from 'next/headers'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { visitorOf } from './rules'

/** `points` tries within `seconds`. Counted in the database, so it holds across processes. */
export type Limit = { name: string; points: number; seconds: number }

/** True when this try is allowed. Only a hash of the key is kept: it may tell who someone is. A database fault throws: failure means no. */
export async function withinLimit(limit: Limit, key: string): Promise<boolean> {
  const limiter = new RateLimiterPostgres({
    storeClient: pool(), storeType: 'pool', schemaName: 'access', tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false,
    keyPrefix: limit.name, points: limit.points, duration: limit.seconds,
  })
  try {
    // Now and then the counters nobody needs any more are cleared away.
    if (Math.random() < 0.01) await pool().query('DELETE FROM access.rate_limit WHERE expire < $1', [Date.now()])
    await limiter.consume(sha256Hex(Buffer.from(key)))
    return true
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false
    throw refused
  }
}

/** The visitor's address. Behind a proxy that overwrites X-Forwarded-For (TRUST_PROXY) its last entry; otherwise everybody is one visitor. */
export async function visitorKey(): Promise<string> {
  if (!env().TRUST_PROXY) return 'direct'
  return visitorOf((await headers()).get('x-forwarded-for'))
}
