import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { rateKinds } from './rules'

/** Kroner as they are typed, '3,94'; kept as øre. */
const perKm = z.string().trim().transform((typed, context) => {
  const value = /^\d{1,2}([.,]\d{1,2})?$/.test(typed) ? Math.round(Number(typed.replace(',', '.')) * 100) : 0
  if (value >= 1 && value <= 2000) return value
  context.addIssue({ code: 'custom', message: 'volunteerSetup.error.perKm' })
  return z.NEVER
})

/** `seen`: the rates the page showed as coming (`markOf`); `version`: of the one a conflict has shown since. */
export const rateInput = z.object({ kind: z.enum(rateKinds, 'volunteerSetup.error.rateKind'), perKm, source: z.string().trim().min(5, 'volunteerSetup.error.source').max(300, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr'), ...dayParts('from'), seen: z.string().max(2000).default('').transform((marks) => marks.split(' ')), version: recordVersion.default(0) }).transform((input, context) => {
  const validFrom = readDay(input, 'from', context, { required: 'volunteerSetup.error.from' })
  return validFrom ? { kind: input.kind, perKm: input.perKm, source: input.source, validFrom, seen: input.seen, version: input.version } : z.NEVER
})
