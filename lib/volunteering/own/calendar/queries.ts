import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

/** Whether one's calendar has an address, and when a calendar last read it. Null where whoever asks is no volunteer with a login that holds. */
export function ownFeedState(actor: Actor): Promise<{ feed: { createdAt: Date; lastReadAt: Date | null } | null } | null> {
  return readAs(actor, 'volunteer.own', async ({ tx, shown }) => {
    const [mine] = await tx.$queryRaw<{ here: boolean }[]>`SELECT access.my_volunteer() IS NOT NULL AS here`
    if (!mine?.here) return null
    shown({ kind: 'VIEW', action: 'volunteer.own-viewed' })
    return { feed: await tx.calendarFeed.findUnique({ where: { userId: actor.userId }, select: { createdAt: true, lastReadAt: true } }) }
  })
}
