import { z } from 'zod'

const chosen = z.union([z.literal(''), z.uuid()]).default('').transform((id) => id || null)

/** One of the association, one of the house, or one of each. */
export const agreedContactInput = z
  .object({ associationId: z.uuid(), partnershipId: z.uuid(), associationContactId: chosen, userId: chosen })
  .refine(({ associationContactId, userId }) => associationContactId !== null || userId !== null, { path: ['associationContactId'], message: 'associations.error.who' })
export const agreedContactRef = z.object({ associationId: z.uuid(), partnershipId: z.uuid(), agreedContactId: z.uuid() })
