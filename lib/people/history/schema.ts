import { z } from 'zod'

/** `field`: 'table.column', as the history names them. */
export const historyView = z.object({ field: z.string().regex(/^[a-z_]+\.[a-z_]+$/).optional().catch(undefined), page: z.coerce.number().int().min(1).max(400).catch(1) })
