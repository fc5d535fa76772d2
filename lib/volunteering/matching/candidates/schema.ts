import { z } from 'zod'
import { causes } from '../rules'

export const pairRef = z.object({ volunteerRequestId: z.uuid(), volunteerId: z.uuid() })
export const turnDownInput = pairRef.extend({ cause: z.enum(causes, 'matching.error.cause') })

/** Two candidates to be seen side by side, as the address has them. */
export const compareView = z.object({ a: z.uuid().optional().catch(undefined), b: z.uuid().optional().catch(undefined) })
