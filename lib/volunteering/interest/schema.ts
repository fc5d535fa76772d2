import { z } from 'zod'
import { readVolunteer, volunteerFields } from '../volunteers/schema'

/** `submission`: made when the form is drawn; a form that comes twice is one volunteer. */
export const interestInput = z.object({ ...volunteerFields, agreed: z.literal('on', 'volunteering.error.agreed'), submission: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null) })
  .transform((input, context) => ({ submission: input.submission, volunteer: readVolunteer(input, context) }))
