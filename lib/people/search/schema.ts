import { z } from 'zod'

export const searchInput = z.object({ q: z.string().trim().min(2, 'people.error.searchShort').max(120, 'people.error.searchLong'), /** The page that asks: where one chooses somebody for something, and not the list. */ to: z.string().max(500).optional().catch(undefined) })

/** The state of the list as it stands in the address. Anything else that stands there is read as nothing. */
export const searchView = z.object({
  s: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(400).catch(1),
  role: z.enum(['VETERAN', 'RELATIVE']).optional().catch(undefined),
  gone: z.literal('1').optional().catch(undefined),
  last: z.uuid().optional().catch(undefined),
})
export type SearchView = z.output<typeof searchView>
