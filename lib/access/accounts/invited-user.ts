import 'server-only'
import { callAccess } from '@/lib/platform/db'

/** Whom a link belongs to while it works, or null. For the page it opens: nobody is signed in. */
export async function invitedUser(token: string): Promise<{ name: string; email: string } | null> {
  const [row] = await callAccess<{ found: { name: string; email: string } | null }>('SELECT access.open_invitation($1) AS found', [token])
  return row?.found ?? null
}
