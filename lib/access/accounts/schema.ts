import { z } from 'zod'

export const newUserInput = z.object({
  name: z.string().trim().min(2, 'accounts.error.name').max(120, 'accounts.error.name'),
  email: z.email('access.error.email').max(200),
  title: z.preprocess((value) => (value === '' ? null : value), z.string().trim().max(120).nullable()),
  unitId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()),
})
export const userInput = z.object({ userId: z.uuid() })
export const passwordInput = z.object({ token: z.string('accounts.error.linkGone').regex(/^[A-Za-z0-9_-]{20,64}$/, 'accounts.error.linkGone'), password: z.string('accounts.error.short').max(1000, 'accounts.error.long'), again: z.string('accounts.error.again').max(1000, 'accounts.error.long') })
  .refine((input) => input.password === input.again, { path: ['again'], error: 'accounts.error.again' })
