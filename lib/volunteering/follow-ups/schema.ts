import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { words } from '../volunteers/schema'
import { outcomes, withWhom } from './rules'

export const followUpInput = z.object({ matchId: z.uuid(), number: z.coerce.number().int().min(1), ...dayParts('onDay'), withWhom: z.enum(withWhom, 'matches.error.withWhom'), outcome: z.enum(outcomes, 'matches.error.outcome'), words: words(1000) })
  .transform((input, context) => {
    const onDay = readDay(input, 'onDay', context, { required: 'matches.error.onDay' })
    if ((input.withWhom === 'nobody') !== (input.outcome === 'not-reached')) context.addIssue({ code: 'custom', path: ['outcome'], message: 'matches.error.reached' })
    if (!onDay) return z.NEVER
    return { matchId: input.matchId, number: input.number, onDay, withWhom: input.withWhom, outcome: input.outcome, words: input.words }
  })
