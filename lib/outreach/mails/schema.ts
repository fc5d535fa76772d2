import { z } from 'zod'
import { settlements } from './rules'

export const settleMailInput = z.object({ messageId: z.uuid(), settlement: z.enum(settlements) })
