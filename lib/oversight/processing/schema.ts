import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'

const text = z.string().trim().min(2, 'oversight.processing.error.text').max(4000, 'oversight.subject.error.long')

export const processingInput = z.object({ area: z.string().regex(/^[a-z]{1,30}$/), version: recordVersion, purpose: text, basis: text, subjects: text, recipients: text, transfers: text, security: text })
