import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

/** A login that somebody else than whoever wrote the address gives. `former`: the address the volunteer signs in with until then. `own`: the reader wrote it, or asked. */
export type AskedLogin = { id: string; number: number; email: string; former: string | null; by: string | null; askedAt: Date; own: boolean }

/** Oldest first; none for who gives no rights where volunteers belong. */
export function askedLogins(actor: Actor): Promise<AskedLogin[]> {
  return readAs(actor, 'right.approve', ({ tx }) => tx.$queryRaw<AskedLogin[]>`SELECT q.id::text, q.number, q.email, q.former, q.by_name AS by, q.asked_at AS "askedAt", q.own FROM access.asked_volunteer_logins() q`)
}
