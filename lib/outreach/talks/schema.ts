import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import type { Day } from '@/lib/platform/day'
import { cancelReasons } from './rules'

const clock = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/
const whole = (least: number, most: number, message: string) => z.coerce.number(message).int(message).min(least, message).max(most, message)

export const newSlotsInput = z
  .object({
    ...dayParts('from'),
    start: z.string().trim().regex(clock, 'talks.error.clock'),
    length: whole(10, 240, 'talks.error.length'),
    pause: whole(0, 120, 'talks.error.pause'),
    perDay: whole(1, 12, 'talks.error.perDay'),
    weeks: whole(1, 26, 'talks.error.weeks'),
    place: z.string().trim().min(2, 'talks.error.place').max(120, 'talks.error.place'),
  })
  .transform((input, context) => {
    const [, hour = '0', minute = '0'] = clock.exec(input.start) ?? []
    const from = readDay(input, 'from', context, { required: 'talks.error.day' }) as Day
    return { from, hour: Number(hour), minute: Number(minute), length: input.length, pause: input.pause, perDay: input.perDay, weeks: input.weeks, place: input.place }
  })

export const slotInput = z.object({ slotId: z.uuid() })
export const bookInput = z.object({ slotId: z.uuid('talks.error.slot'), personId: z.uuid('talks.error.person') })
export const talkInput = z.object({ talkId: z.uuid() })
export const cancelInput = z.object({ talkId: z.uuid(), reason: z.enum(cancelReasons, 'talks.error.reason') })
export const nothing = z.object({})
