import { z } from 'zod'
import { causes } from '../rules'

export const pairRef = z.object({ volunteerRequestId: z.uuid(), volunteerId: z.uuid() })
export const turnDownInput = pairRef.extend({ cause: z.enum(causes, 'matching.error.cause') })
