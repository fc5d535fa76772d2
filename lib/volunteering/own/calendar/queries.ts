import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { isHere } from '../sql'

/** Whether one's calendar has an address, and when a calendar last read it. Null where whoever asks is no volunteer with a login that holds. */
export function ownFeedState(actor: Actor): Promise<{ feed: { createdAt: Date; lastReadAt: Date | null } | null } | null> {
  return readAs(actor, 'volunteer.own', async ({ tx, shown }) => {
    if (!(await isHere(tx))) return null
    shown({ kind: 'VIEW', action: 'volunteer.own-viewed' })
    return { feed: await tx.calendarFeed.findUnique({ where: { userId: actor.userId }, select: { createdAt: true, lastReadAt: true } }) }
  })
}
