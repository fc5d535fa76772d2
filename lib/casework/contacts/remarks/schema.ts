import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { REMARK_MOST, remarkKinds } from './rules'

export const remarkInput = z.object({
  personId: z.uuid(), contactId: z.uuid(), kind: z.enum(remarkKinds, 'casework.remark.error.kind'),
  text: z.string().trim().min(1, 'casework.remark.error.text').max(REMARK_MOST, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr'),
})
