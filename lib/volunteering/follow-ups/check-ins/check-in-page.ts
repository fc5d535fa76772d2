import 'server-only'
import { type Limit, visitorKey, withinLimit } from '@/lib/access/rate-limit'
import { readPublic } from '@/lib/access/read'
import { readReplyCode } from '@/lib/platform/crypto/tokens'

/** Which side is asked, and whom they can ring. No name of the other. */
export type OpenCheckIn = { side: 'volunteer' | 'person'; since: string; by: { name: string; phone: string | null } }
const perVisitor: Limit = { name: 'check-in-open', points: 120, seconds: 900 }
// Looked up where the typed text cannot be a code, so that the database is asked the same and takes the same time.
const impossible = 'AAAAAAAAAAAAAAAA'

/** Null for a code that is unknown, has run out or was answered, once the match is over, and for a visitor who has tried too often: one answer for all. */
export async function openCheckIn(typed: string): Promise<OpenCheckIn | null> {
  const visitor = await visitorKey()
  const allowed = visitor === 'direct' || (await withinLimit(perVisitor, visitor))
  return readPublic((allowed ? readReplyCode(typed) : null) ?? impossible, async (tx) => (await tx.$queryRaw<{ open: OpenCheckIn | null }[]>`SELECT access.open_check_in() AS open`)[0]?.open ?? null)
}
