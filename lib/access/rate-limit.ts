import 'server-only'
import { headers } from 'next/headers'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

/** `points` tries within `seconds`. Counted in the database, so it holds across processes. */
export type Limit = { name: string; points: number; seconds: number }

/** True when this try is allowed. The key is hashed by the caller if it could tell who someone is. A database fault throws: failure means no. */
export async function withinLimit(limit: Limit, key: string): Promise<boolean> {
  const limiter = new RateLimiterPostgres({
    storeClient: pool(), storeType: 'pool', schemaName: 'access', tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false,
    keyPrefix: limit.name, points: limit.points, duration: limit.seconds,
  })
  try {
    await limiter.consume(key)
    return true
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false
    throw refused
  }
}

/** The visitor's address. Behind a proxy that overwrites X-Forwarded-For (TRUST_PROXY) its last entry; otherwise everybody is one visitor. */
export async function visitorKey(): Promise<string> {
  if (!env().TRUST_PROXY) return 'direct'
  return (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct'
}
