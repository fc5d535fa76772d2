import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { doers } from '../rules'

/** Longest agreement, and longest word about one, in characters; as much as a task holds. */
export const AGREEMENT_MOST = 500
export const DOER_MOST = 100
const text = (most: number) => z.string().trim().max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
const why = text(AGREEMENT_MOST).min(3, 'plans.error.reason')
const tick = z.literal('on').optional().catch(undefined).transform((value) => value === 'on')

/** `goalId`: what it is a step towards; empty for one that belongs to no goal. `task`: also on the caseworker's own list, for what the caseworker does. */
export const agreementInput = z
  .object({ personId: z.uuid(), goalId: z.uuid().or(z.literal('')).default(''), text: text(AGREEMENT_MOST).min(1, 'plans.error.agreement'), who: z.enum(doers, 'plans.error.who'), whoWords: text(DOER_MOST).default(''), ...dayParts('byDay'), task: tick })
  .transform((input, context) => {
    const dueOn = readDay(input, 'byDay', context, { required: 'plans.error.due' })
    if (input.who === 'other' && input.whoWords === '') context.addIssue({ code: 'custom', path: ['whoWords'], message: 'plans.error.whoWords' })
    if (input.task && input.who !== 'staff') context.addIssue({ code: 'custom', path: ['task'], message: 'plans.error.taskOfOthers' })
    if (!dueOn) return z.NEVER
    const { personId, who, task } = input
    return { personId, goalId: input.goalId || null, text: input.text, who, whoWords: who === 'other' ? input.whoWords : null, dueOn, task }
  })
export type AgreementInput = z.output<typeof agreementInput>

/** `version`: the number of the newest step the form was made from. */
const agreementRef = { personId: z.uuid(), agreementId: z.uuid(), version: recordVersion }
export const keptInput = z.object(agreementRef)
export const endInput = z.object({ ...agreementRef, end: z.enum(['missed', 'dropped'], 'plans.error.end'), words: why })
/** Another day, with why; one that is over is taken up again with a day alone. */
export const moveInput = z.object({ ...agreementRef, ...dayParts('byDay'), words: text(AGREEMENT_MOST).default('') }).transform((input, context) => {
  const dueOn = readDay(input, 'byDay', context, { required: 'plans.error.due' })
  return dueOn ? { personId: input.personId, agreementId: input.agreementId, version: input.version, dueOn, words: input.words || null } : z.NEVER
})
export const taskOfInput = z.object({ personId: z.uuid(), agreementId: z.uuid() })
