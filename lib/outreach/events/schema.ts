import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { type Day, momentAt } from '@/lib/platform/day'
import { recordVersion } from '@/lib/platform/record-version'
import { eventKinds, MOST_SEATS } from './rules'

const clock = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/
const words = (most: number) => z.string().trim().min(2, 'events.error.text').max(most, 'events.error.tooLong')
const timeOf = (day: Day, text: string) => {
  const [, hour = '0', minute = '0'] = clock.exec(text) ?? []
  return momentAt(day, Number(hour), Number(minute))
}
const optionalCount = z.string().trim().regex(/^\d{0,5}$/, 'events.error.capacity').transform((text) => (text === '' ? null : Number(text)))

const fields = {
  kind: z.enum(eventKinds, 'events.error.kind'),
  titleDa: words(120), titleEn: words(120), textDa: words(1000), textEn: words(1000), place: words(160),
  ...dayParts('on'), ...dayParts('until'),
  start: z.string().trim().regex(clock, 'events.error.clock'), end: z.string().trim().regex(clock, 'events.error.clock'),
  capacity: optionalCount,
  remindDays: z.coerce.number('events.error.remind').int('events.error.remind').min(0, 'events.error.remind').max(30, 'events.error.remind'),
}

function read(input: z.output<z.ZodObject<typeof fields>>, context: z.RefinementCtx) {
  const on = readDay(input, 'on', context, { required: 'events.error.day' })
  const until = readDay(input, 'until', context)
  if (!on) return z.NEVER
  const [startsAt, endsAt] = [timeOf(on, input.start), timeOf(on, input.end)]
  if (endsAt <= startsAt) context.addIssue({ code: 'custom', path: ['end'], message: 'events.error.ends' })
  if (until && until > on) context.addIssue({ code: 'custom', path: ['until'], message: 'events.error.until' })
  const { kind, titleDa, titleEn, textDa, textEn, place, capacity, remindDays } = input
  return { kind, titleDa, titleEn, textDa, textEn, place, capacity, remindDays, startsAt, endsAt, signUpUntil: until }
}

export const newEventInput = z.object(fields).transform(read)
export const editEventInput = z.object({ ...fields, eventId: z.uuid(), version: recordVersion }).transform((input, context) => ({ eventId: input.eventId, version: input.version, event: read(input, context) }))
export type EventInput = Exclude<z.output<typeof newEventInput>, never>

export const eventInput = z.object({ eventId: z.uuid() })

const seats = z.coerce.number('reply.error.seats').int('reply.error.seats').min(1, 'reply.error.seats').max(MOST_SEATS, 'reply.error.seats')
/** Somebody who says no is not asked how many. */
const answer = z.discriminatedUnion('answer', [z.object({ answer: z.literal('yes'), seats }), z.object({ answer: z.literal('no') }).transform(() => ({ answer: 'no' as const, seats: 1 }))], 'reply.error.answer')

export const answerInput = z.object({ code: z.string().max(60) }).and(answer)
export const staffAnswerInput = z.object({ invitationId: z.uuid() }).and(answer)
