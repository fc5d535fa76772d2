import 'server-only'
import { newToken, sha256 } from '@/lib/platform/crypto/tokens'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

/** A new secret address for one's own calendar; the former stops working at once. It is kept nowhere: whoever asked is shown it this once. */
export async function newFeed(tx: Tx, userId: string): Promise<string> {
  const token = newToken()
  // Pressed twice: the second waits, and its address is the one that stands.
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`feed ${userId}`}, 0))) locked`
  await tx.calendarFeed.deleteMany({ where: { userId } })
  await tx.calendarFeed.createMany({ data: [{ userId, tokenHash: sha256(token) }] })
  return `${env().PUBLIC_URL}/api/calendar/${token}.ics`
}

export async function dropFeed(tx: Tx, userId: string): Promise<void> {
  await tx.calendarFeed.deleteMany({ where: { userId } })
}
