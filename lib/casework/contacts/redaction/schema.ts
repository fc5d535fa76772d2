import { z } from 'zod'
import { redactionReasons } from './rules'

export const restoreInput = z.object({ personId: z.uuid(), contactId: z.uuid() })
export const redactionInput = restoreInput.extend({ reason: z.enum(redactionReasons, 'casework.error.reason') })
