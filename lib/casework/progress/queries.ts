import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type PersonProgress, readProgress } from './sql'

export type { MeasurementRow, PersonProgress } from './sql'

/** How one person's progress was measured: one statement, however many measurements there are. */
export function personProgress<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<PersonProgress, N> | null> {
  return openPerson(actor, personId, 'progress', ({ tx }, { id }) => readProgress(tx, id, actor.userId), also, 'progress.read')
}
