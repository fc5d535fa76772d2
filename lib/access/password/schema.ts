import { z } from 'zod'

const word = z.string('accounts.error.short').max(1000, 'accounts.error.long')
export const ownPasswordInput = z.object({ password: word, again: word }).refine((input) => input.password === input.again, { path: ['again'], error: 'accounts.error.again' })
export const forgotInput = z.object({ email: z.email('access.error.email').max(200, 'access.error.email') })
