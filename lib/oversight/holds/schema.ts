import { z } from 'zod'
import { subjectInput } from '../lookups/schema'
import { dayParts, readDay } from '@/lib/platform/date-input'

const reason = z.string().trim().min(10, 'oversight.subject.error.why').max(1000, 'oversight.subject.error.long')

export const holdInput = z.object({ cpr: z.string().default(''), name: z.string().default(''), ...dayParts('born'), reason, ...dayParts('reviewOn') }).transform(({ reason: why, ...input }, context) => {
  const who = subjectInput.safeParse(input)
  if (!who.success) for (const issue of who.error.issues) context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
  const reviewOn = readDay(input, 'reviewOn', context, { required: 'oversight.hold.error.reviewOn' })
  if (!who.success || reviewOn === null) return z.NEVER
  return { who: who.data, reason: why, reviewOn }
})
export const endHoldInput = z.object({ holdId: z.uuid(), reason })
