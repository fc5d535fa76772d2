import 'server-only'
import { now } from '@/lib/platform/clock'
import type { Actor } from './permissions'
import { readAs } from './read'

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; current: boolean }

/** The actor's own sessions that still open the system, the one in use first. */
export function ownSessions(actor: Actor): Promise<OwnSession[]> {
  return readAs(actor, 'self', async ({ tx }) => {
    const live = { userId: actor.userId, revokedAt: null, awaitsFactor: false, expiresAt: { gt: now() }, idleExpiresAt: { gt: now() } }
    const rows = await tx.session.findMany({ where: live, orderBy: { lastSeenAt: 'desc' }, select: { id: true, device: true, createdAt: true, lastSeenAt: true } })
    return rows.map((row) => ({ ...row, current: row.id === actor.sessionId })).sort((a, b) => Number(b.current) - Number(a.current))
  })
}
