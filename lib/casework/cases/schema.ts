import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { AFTERCARE_MONTHS, caseKinds, CHECK_IN_WEEKS, outcomes } from './rules'

export const words = (most: number) => z.string().trim().max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr').default('')
const oneOf = <N extends number>(numbers: readonly N[], missing: string) => z.enum(numbers.map(String) as [string, ...string[]], missing).transform((value) => Number(value) as N)
/** `number`: the newest state the form was made from. */
const caseRef = { personId: z.uuid(), caseId: z.uuid(), number: recordVersion }

/** Nobody yet: the case waits in its unit until somebody takes it. */
export const NOBODY_YET = 'unit'
/** `userId`: who gets it; empty, whoever opens it; or nobody yet. */
export const openInput = z.object({ personId: z.uuid(), kind: z.enum(caseKinds, 'casework.cases.error.kind'), about: words(300), userId: z.uuid().or(z.literal('')).or(z.literal(NOBODY_YET)).default('') })
  .transform(({ about, userId, ...input }) => ({ ...input, about: about || null, userId: userId || null }))

export const holdInput = z.object({ ...caseRef, words: words(1000), ...dayParts('resumeOn') }).transform((input, context) => {
  if (input.words === '') context.addIssue({ code: 'custom', path: ['words'], message: 'casework.cases.error.why' })
  const until = readDay(input, 'resumeOn', context, { required: 'casework.cases.error.until' })
  if (!until) return z.NEVER
  return { personId: input.personId, caseId: input.caseId, number: input.number, words: input.words, until }
})

export const closeInput = z.object({ ...caseRef, outcome: z.enum(outcomes, 'casework.cases.error.outcome'), words: words(1000), months: oneOf(AFTERCARE_MONTHS, 'casework.cases.error.months'), weeks: oneOf(CHECK_IN_WEEKS, 'casework.cases.error.weeks') })
export const againInput = z.object(caseRef)
export const giveInput = z.object({ personId: z.uuid(), caseId: z.uuid(), userId: z.uuid('casework.cases.error.user') })

/** The forms there are for one case, by address. */
export const changeName = z.enum(['hold', 'close', 'give', 'transfer', 'professional'])
