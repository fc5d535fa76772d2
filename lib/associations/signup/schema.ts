import { z } from 'zod'
import { phone } from '@/lib/people/contacts/schema'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { newAssociationInput } from '../register/schema'

const text = (most: number) => z.string().trim().max(most, 'associations.error.long').refine(withoutCpr, 'associations.error.cpr').default('')
const words = (most: number) => text(most).transform((typed) => typed || null)

/** `submission`: made when the form is drawn; a form that comes twice is one association. */
export const signupInput = z
  .object({
    ...newAssociationInput.shape, person: text(120).refine((typed) => typed !== '', 'associations.signup.error.person'), title: words(80), email: z.string().trim().toLowerCase().max(200, 'associations.error.email').default('').refine((typed) => typed === '' || z.email().safeParse(typed).success, 'associations.error.email').transform((typed) => typed || null),
    phone: z.string().trim().max(40, 'associations.error.phone').default(''), wish: words(2000), agreed: z.literal('on', 'associations.signup.error.agreed'), submission: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null),
  })
  .transform(({ phone: typed, ...input }, context) => {
    const number = typed === '' ? null : phone(typed)
    if (typed !== '' && number === null) context.addIssue({ code: 'custom', path: ['phone'], message: 'associations.error.phone' })
    if (typed === '' && input.email === null) context.addIssue({ code: 'custom', path: ['email'], message: 'associations.signup.error.reach' })
    return { ...input, phone: number }
  })

export const acceptInput = z.object({ signupId: z.uuid() })
export const turnDownInput = z.object({ signupId: z.uuid(), reason: text(500).refine((typed) => typed !== '', 'associations.signup.error.reason') })
