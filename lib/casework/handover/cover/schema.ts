import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'

const somebody = z.uuid().or(z.literal('')).default('')
/** `userId`: whose absence it is. `all` covers everybody, but for those who have a field of their own, `cover.<person>`: another colleague, or 'nobody'. */
export const planInput = z.looseObject({ userId: z.uuid(), all: somebody, ...dayParts('fromOn'), ...dayParts('untilOn') }).transform((input, context) => {
  const from = readDay(input, 'fromOn', context, { required: 'casework.cover.error.from' })
  const to = readDay(input, 'untilOn', context, { required: 'casework.cover.error.until' })
  const own = Object.entries(input).flatMap(([name, value]): [string, string | null][] => (name.startsWith('cover.') && z.uuid().safeParse(name.slice(6)).success && value !== '' ? [[name.slice(6), z.uuid().safeParse(value).data ?? null]] : []))
  if (!from || !to) return z.NEVER
  return { userId: input.userId, all: input.all || null, own: new Map(own), from, to }
})

/** `now`: ended today, whatever day is written. */
export const changeAbsenceInput = z.object({ absenceId: z.uuid(), version: recordVersion, now: z.literal('yes').optional(), ...dayParts('untilOn') }).transform((input, context) => {
  const to = input.now ? null : readDay(input, 'untilOn', context, { required: 'casework.cover.error.until' })
  if (!input.now && !to) return z.NEVER
  return { absenceId: input.absenceId, version: input.version, to: to ?? null }
})

export const absenceView = z.object({ user: z.uuid().optional().catch(undefined) })
