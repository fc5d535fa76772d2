import { z } from 'zod'

/** Rows at once. */
export const WAITING_ROWS = 50
/** What an address may ask of the list; anything else is as if it were not there. */
export const waitingView = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
export type WaitingView = z.output<typeof waitingView>
