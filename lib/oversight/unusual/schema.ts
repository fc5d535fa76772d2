import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { OUTCOMES } from './rules'

export const verdictInput = z.object({
  lookupId: z.uuid(),
  version: recordVersion,
  outcome: z.enum(OUTCOMES, 'oversight.unusual.error.outcome'),
  note: z.string().trim().min(3, 'oversight.unusual.error.note').max(1000, 'oversight.unusual.error.long'),
})
