import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

export type FreeRepresentative = { id: string; name: string; email: string }

/** An association and the users who could sign in for it: with the role, and speaking for no other. Null where there is no such association. */
export function freeRepresentatives(actor: Actor, associationId: string): Promise<{ association: { id: string; name: string }; users: FreeRepresentative[] } | null> {
  if (!z.uuid().safeParse(associationId).success) return Promise.resolve(null)
  return readAs(actor, 'association.manage', async ({ tx }) => {
    const association = await tx.association.findFirst({ where: { id: associationId, closedOn: null }, select: { id: true, name: true } })
    return association && { association, users: await tx.$queryRaw<FreeRepresentative[]>`SELECT id::text, name, email FROM access.free_representatives()` }
  })
}
