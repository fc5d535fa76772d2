import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { lengths } from './rules'

/** The button that was pressed says whether they met, and how long: '90', or 'not'. */
export const meetingInput = z
  .object({ ownMatch: z.uuid(), length: z.enum(['not', ...lengths.map(String)] as [string, ...string[]], 'ownPage.error.length'), ...dayParts('on') })
  .transform((input, context) => {
    const onDay = readDay(input, 'on', context, { required: 'ownPage.error.day' })
    return onDay ? { matchId: input.ownMatch, onDay, met: input.length !== 'not', minutes: input.length === 'not' ? null : Number(input.length) } : z.NEVER
  })
export const takeBackInput = z.object({ ownMeeting: z.uuid() })
