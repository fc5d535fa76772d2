import { z } from 'zod'
import { kindOf } from './rules'

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const asked = z.object({ figure: code.refine((division) => kindOf(division) !== null), part: code.default('all'), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
export type AskedRows = z.output<typeof asked>
/** Which figure the address asks to open; null where it asks for none that has rows. */
export const askedRows = (params: Record<string, string | string[] | undefined>): AskedRows | null => asked.safeParse(params).data ?? null

/** The rows behind a figure. None of it names anybody. */
export const rowsHref = (figure: string, part: string, page = 1): string => `/volunteers/figures/rows?${new URLSearchParams({ figure, part, ...(page > 1 && { page: String(page) }) })}`
