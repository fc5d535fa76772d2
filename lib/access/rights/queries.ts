import 'server-only'
import type { Actor } from '../permissions'
import { readAs } from '../read'
import { type Proposal, proposals } from './sql'

/** What waits for a second person, oldest first: of the whole house for an administrator, of the own unit for its manager. */
export function openProposals(actor: Actor, locale: 'da' | 'en'): Promise<Proposal[]> {
  return readAs(actor, 'right.approve', async ({ tx, shown }) => {
    shown({ action: 'right.waiting' })
    return proposals(tx, actor, locale)
  })
}
