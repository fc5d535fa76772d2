import { z } from 'zod'
import { filters } from './rules'

/** The list as it stands in the address. */
export const caseloadView = z.object({ cases: z.enum(filters).catch('all').default('all') })
