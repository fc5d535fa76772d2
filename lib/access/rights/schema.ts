import { z } from 'zod'
import { rights } from './rules'

export const proposalInput = z.object({
  userId: z.uuid(),
  right: z.enum(rights, 'rights.error.right'),
  reason: z.string().trim().min(10, 'rights.error.reason').max(300, 'rights.error.reason'),
})
export const rightInput = z.object({ userId: z.uuid(), right: z.enum(rights) })
export const decisionInput = z.object({ proposalId: z.uuid() })
