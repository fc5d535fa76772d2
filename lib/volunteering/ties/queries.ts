import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'

export type Tie = { id: string; tiedAt: Date; by: string }

/** Whether the person is a volunteer as well, as far as somebody has said so: that they are, and nothing of what stands there. One statement besides those of the frame. */
export function personTies<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Tie[], N> | null> {
  return openPerson(actor, personId, 'volunteer', ({ tx }, { id }) => tx.$queryRaw<Tie[]>`SELECT t.id::text, t.tied_at AS "tiedAt", u.name AS by FROM volunteer_tie t JOIN app_user u ON u.id = t.tied_by WHERE t.person_id = ${id}::uuid ORDER BY t.tied_at, t.id`, also, 'volunteer.tie')
}
