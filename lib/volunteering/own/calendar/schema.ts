import { z } from 'zod'

/** A button that says everything by itself. */
export const nothing = z.object({})
