import 'server-only'
import { callAccess } from '@/lib/platform/db'

/** `volunteer`: the link may sign in by itself (ADR 0050). */
export type InvitedUser = { name: string; email: string; volunteer: boolean }

/** Whom a link belongs to while it works, or null. For the page it opens: nobody is signed in. */
export async function invitedUser(token: string): Promise<InvitedUser | null> {
  const [row] = await callAccess<{ found: InvitedUser | null }>('SELECT access.open_invitation($1) AS found', [token])
  return row?.found ?? null
}
