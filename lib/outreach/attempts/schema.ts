import { z } from 'zod'
import { isDay, toDay } from '@/lib/platform/day'

export const attemptChannels = ['PHONE', 'SMS', 'EMAIL', 'LETTER', 'HOME_VISIT', 'OTHER'] as const
export const attemptOutcomes = ['REACHED', 'NOT_REACHED'] as const

/** Where the form stood: the list comes back as it was. Only a path of our own. */
export const backTo = z.string().regex(/^\/(?:outreach|people|$)[A-Za-z0-9/_?&=-]*$/).optional().catch(undefined)

/** Left out means today: two taps must be enough. */
const happenedOn = z.string().refine((text) => text === '' || isDay(text), 'outreach.error.day').transform((text) => (text === '' ? null : toDay(text))).optional()

export const attemptInput = z.object({
  personId: z.uuid(),
  channel: z.enum(attemptChannels, 'outreach.error.channel'),
  outcome: z.enum(attemptOutcomes, 'outreach.error.outcome'),
  happenedOn,
  note: z.string().trim().max(2000, 'outreach.error.noteLong').optional(),
  back: backTo,
})

export const withdrawInput = z.object({ attemptId: z.uuid(), back: backTo })
