import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { words } from '../volunteers/schema'

/** Shortest text that says anything of somebody. */
const LEAST = 10
/** What the volunteer says of themselves, as it is to be shown, and the day they agreed to it. `number`: the newest word on it the form was made from; none is 0. */
const number = z.coerce.number().int().min(0).max(1000)
export const showInput = z.object({ volunteerId: z.uuid(), number, about: words(600), ...dayParts('on') }).transform((input, context) => {
  const { volunteerId, number: seen, about } = input
  const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
  if (about === null || about.length < LEAST) context.addIssue({ code: 'custom', path: ['about'], message: 'volunteering.error.about' })
  return onDay && about ? { volunteerId, number: seen, about, onDay } : z.NEVER
})
export const hideInput = z.object({ volunteerId: z.uuid(), number })
