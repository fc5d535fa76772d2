import { z } from 'zod'
import { words } from '../volunteers/schema'
import { endCauses, endedBy, matchTabs, type Only, onlyOf } from './rules'

/** Rows at once: what is urgent stands first, and nobody looks through all. */
export const MATCH_ROWS = 50
export const matchesView = z.object({ tab: z.enum(matchTabs).catch('running').default('running'), only: z.enum(Object.keys(onlyOf) as Only[]).nullable().catch(null).default(null), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
  // Of another list than the one that is asked for it says nothing.
  .transform((view) => ({ ...view, only: view.only && onlyOf[view.only] === view.tab ? view.only : null }))
export type MatchesView = Pick<z.output<typeof matchesView>, 'tab' | 'page'> & { only?: Only | null }

export const pairInput = z.object({ volunteerRequestId: z.uuid(), volunteerId: z.uuid() })
export const endInput = z.object({
  matchId: z.uuid(), endedBy: z.enum(endedBy, 'matches.error.endedBy'), cause: z.enum(endCauses, 'matches.error.cause'),
  met: z.enum(['yes', 'no', 'unknown'], 'matches.error.met').transform((said) => (said === 'unknown' ? null : said === 'yes')),
  rating: z.enum(['', '1', '2', '3', '4', '5']).catch('').transform((said) => (said ? Number(said) : null)), words: words(1000), again: z.preprocess((value) => value === 'on', z.boolean()),
})
