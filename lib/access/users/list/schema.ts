import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { roles } from '../../matrix'
import { NONE, userStates } from './rules'

/** Rows at once. */
export const USERS_PAGE = 50
/** What an address may ask of the list; anything else is as if it were not there. Who works here is no secret, so words of a name may stand in an address; what looks like a number of a person never does. */
export const usersView = z.object({
  state: z.enum(userStates).catch('all').default('all'), role: z.enum([...roles, NONE]).nullable().catch(null).default(null), unit: z.union([z.uuid(), z.literal(NONE)]).nullable().catch(null).default(null),
  words: z.string().trim().max(60).refine(withoutCpr).transform((typed) => typed || null).nullable().catch(null).default(null), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type UsersView = z.output<typeof usersView>
