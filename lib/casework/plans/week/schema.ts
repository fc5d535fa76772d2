import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { readTime } from '@/lib/platform/time-input'
import { type Weekday, weekdays } from './rules'

/** What fits in a square of the printed week, in characters. */
export const SLOT_MOST = 80
const text = z.string().trim().max(SLOT_MOST, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
const time = z.string().trim().max(5, 'plans.error.time').default('')
/** "09:30", as it is kept and as it sorts; undefined for what is no time. */
const clock = (typed: string): string | undefined => {
  const read = readTime(typed)
  return read ? [read.hour, read.minute].map((part) => String(part).padStart(2, '0')).join(':') : undefined
}

/** `from`: where it begins. `copy`: with what stands in the former one. */
export const scheduleInput = z.object({ personId: z.uuid(), ...dayParts('fromDay'), ...dayParts('toDay'), copy: z.uuid().or(z.literal('')).default('') }).transform((input, context) => {
  const from = readDay(input, 'fromDay', context, { required: 'plans.error.from' })
  const to = readDay(input, 'toDay', context)
  if (from && to && to < from) context.addIssue({ code: 'custom', path: ['toDay'], message: 'plans.error.toBefore' })
  return from ? { personId: input.personId, from, to, copy: input.copy || null } : z.NEVER
})
export type ScheduleInput = z.output<typeof scheduleInput>

/** One thing on one or several days of the week. */
export const slotInput = z
  .object({
    personId: z.uuid(), scheduleId: z.uuid(), days: z.preprocess((value) => [value ?? []].flat(), z.array(z.string())), starts: time, ends: time,
    activity: text.min(1, 'plans.error.activity'), place: text.default(''), company: text.default(''),
  })
  .transform((input, context) => {
    const fail = (path: string, message: string) => void context.addIssue({ code: 'custom', path: [path], message })
    const days = weekdays.filter((day): day is Weekday => input.days.includes(String(day)))
    if (days.length === 0) fail('days', 'plans.error.days')
    const [starts, ends] = [clock(input.starts), input.ends === '' ? null : clock(input.ends)]
    if (!starts) fail('starts', 'plans.error.time')
    if (ends === undefined) fail('ends', 'plans.error.time')
    if (starts && ends && ends <= starts) fail('ends', 'plans.error.endsBefore')
    if (!starts || ends === undefined) return z.NEVER
    return { personId: input.personId, scheduleId: input.scheduleId, days, starts, ends, activity: input.activity, place: input.place || null, company: input.company || null }
  })
export type SlotInput = z.output<typeof slotInput>

export const slotRef = z.object({ personId: z.uuid(), planSlotId: z.uuid() })
export const scheduleRef = z.object({ personId: z.uuid(), scheduleId: z.uuid() })
