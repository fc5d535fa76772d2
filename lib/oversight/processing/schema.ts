import { z } from 'zod'

const text = z.string().trim().min(2, 'oversight.processing.error.text').max(4000, 'oversight.subject.error.long')

export const processingInput = z.object({ area: z.string().regex(/^[a-z]{1,30}$/), version: z.coerce.number().int().min(1), purpose: text, basis: text, subjects: text, recipients: text, transfers: text, security: text })
