import { z } from 'zod'
import { weights } from './rules'

/** `number`: the newest weight the button was made from; none is 0. */
export const weighInput = z.object({ personId: z.uuid(), caseId: z.uuid(), number: z.coerce.number().int().min(0).max(1000), weight: z.enum(weights) })
