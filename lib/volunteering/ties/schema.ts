import { z } from 'zod'

export const tieInput = z.object({ personId: z.uuid(), volunteerNumber: z.string().trim().regex(/^\d{1,9}$/, 'volunteering.error.number').transform(Number) })
export const tieRef = z.object({ personId: z.uuid(), tieId: z.uuid() })
