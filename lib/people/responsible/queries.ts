import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

/** Whom a person can be given to. No personal data of citizens: nobody is shown. */
export async function assignableUsers(actor: Actor): Promise<{ id: string; name: string; title: string | null }[]> {
  return readAs(actor, 'assignment.manage', ({ tx }) => tx.$queryRaw<{ id: string; name: string; title: string | null }[]>`SELECT id, name, title FROM access.assignable_users()`)
}
