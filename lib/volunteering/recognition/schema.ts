import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'

const text = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr')
/** Who thanked, when, and for what. */
export const thanksInput = z.object({ volunteerId: z.uuid(), fromWhom: text(120, 'recognition.error.fromWhom'), forWhat: text(500, 'recognition.error.forWhat'), ...dayParts('on') }).transform((input, context) => {
  const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
  return onDay ? { volunteerId: input.volunteerId, fromWhom: input.fromWhom, words: input.forWhat, onDay } : z.NEVER
})
export const celebrateInput = z.object({ volunteerId: z.uuid(), years: z.coerce.number().int().min(1).max(80) })

/** Which year the address asks for; this one where it asks for none, or for one nobody celebrates in. */
export const celebrationView = (params: Record<string, string | string[] | undefined>, thisYear: number): { year: number } => ({ year: z.coerce.number().int().min(2000).max(thisYear + 5).catch(thisYear).default(thisYear).parse(params.year) })
