import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { rights } from './rules'

export const proposalInput = z
  .object({
    userId: z.uuid(), right: z.enum(rights, 'rights.error.right'), reason: z.string().trim().min(10, 'rights.error.reason').max(300, 'rights.error.reason'), ...dayParts('toDay'),
  })
  .transform(({ userId, right, reason, ...input }, context) => {
    const toDay = readDay(input, 'toDay', context)
    if (toDay && toDay < today()) context.addIssue({ code: 'custom', path: ['toDay'], message: 'rights.error.toDay' })
    return { userId, right, reason, toDay }
  })
export const rightInput = z.object({ userId: z.uuid(), right: z.enum(rights) })
export const decisionInput = z.object({ proposalId: z.uuid() })

/** What of the page of approvals an address asks for: exactly what waits for the reader themselves, and nothing else. Anything else is the whole page. */
export const onlyOf = ['rights', 'logins', 'reviews'] as const
export const approvalsView = z.object({ only: z.enum(onlyOf).nullable().catch(null).default(null) })
export type ApprovalsView = z.output<typeof approvalsView>
