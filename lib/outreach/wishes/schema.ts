import { z } from 'zod'
import { isDay, toDay } from '@/lib/platform/day'
import { backTo } from '../attempts/schema'

export const wishKinds = ['LATER', 'NOT_THIS_YEAR', 'NEVER'] as const

export const wishInput = z
  .object({
    personId: z.uuid(),
    kind: z.enum(wishKinds, 'outreach.error.wish'),
    /** First day of the month asked for. */
    untilMonth: z.string().refine((text) => text === '' || (isDay(text) && text.endsWith('-01')), 'outreach.error.month').transform((text) => (text === '' ? null : toDay(text))).optional(),
    back: backTo,
  })
  .refine((input) => input.kind !== 'LATER' || Boolean(input.untilMonth), { path: ['untilMonth'], message: 'outreach.error.month' })

export const endWishInput = z.object({ personId: z.uuid(), back: backTo })
export const reconsiderInput = z.object({ personId: z.uuid(), decision: z.enum(['KEEP', 'ASK'], 'outreach.error.decision'), back: backTo })
