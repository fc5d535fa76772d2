import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import type { Day } from '@/lib/platform/day'
import { words } from '../../volunteers/schema'
import { companionRoles } from '../rules'
import { companionRef } from '../schema'
import { answers, WORDS_MOST } from './rules'

const on = <I extends Record<string, unknown>>(input: I, context: z.RefinementCtx): I & { onDay: Day } => {
  const onDay = readDay(input, 'on', context, { required: 'companions.error.on' })
  return onDay ? { ...input, onDay } : z.NEVER
}
/** The preparation meeting: when, what was gone through, what is to be spoken of, and the role they now agree on. */
export const prepareInput = companionRef.extend({ ...dayParts('on'), note: words(WORDS_MOST), agenda: words(WORDS_MOST), companionRole: z.enum(companionRoles, 'companions.error.role') }).transform(on)
export const heldInput = companionRef.extend({ held: z.enum(['yes', 'no']) })
const answer = z.enum([...answers, 'unknown'], 'companions.error.answer').transform((typed) => (typed === 'unknown' ? null : Number(typed)))
export const followUpInput = companionRef.extend({ ...dayParts('on'), supported: answer, balanced: answer, understood: answer, note: words(WORDS_MOST) }).transform(on)
