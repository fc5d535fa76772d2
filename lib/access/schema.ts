import { z } from 'zod'

export const signInInput = z.object({
  email: z.email('access.error.email').max(200),
  password: z.string().min(1, 'access.error.password').max(500),
  next: z.string().optional(),
})

export const nothing = z.object({})
export const sessionInput = z.object({ sessionId: z.uuid() })
