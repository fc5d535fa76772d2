import { z } from 'zod'

/** Beside the file, which no schema reads. */
export const signedInput = z.object({ associationId: z.uuid(), partnershipId: z.uuid() })
