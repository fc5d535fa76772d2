import 'server-only'
import type { Actor } from '../permissions'
import { readAs } from '../read'
import { type Review, reviews } from './sql'

/** Everybody with a right whom this person answers for, with the day by which the rights must be confirmed; the most urgent first. */
export function rightsToReview(actor: Actor, locale: 'da' | 'en'): Promise<Review[]> {
  return readAs(actor, 'right.approve', async ({ tx, shown }) => {
    shown({ action: 'right.review' })
    return reviews(tx, actor, locale)
  })
}

export type LeftBehind = { id: string; name: string; people: number; talks: number }

/** Who has left the reader's unit and whom nobody has taken over: how many, never who. For an administrator, of the whole house. */
export function leftInUnit(actor: Actor): Promise<LeftBehind[]> {
  return readAs(actor, 'right.approve', async ({ tx }) => {
    const rows = await tx.$queryRaw<LeftBehind[]>`SELECT id::text, name, people::int, talks::int FROM access.left_in_unit()`
    return rows
  })
}
