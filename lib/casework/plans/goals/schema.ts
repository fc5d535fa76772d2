import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { sayers } from '../rules'

/** Longest goal, and longest word about what it takes, in characters. */
export const GOAL_MOST = 500
export const NEEDS_MOST = 1000
const text = (most: number) => z.string().trim().max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
/** `version`: the number of the newest step the form was made from. */
const goalRef = { personId: z.uuid(), goalId: z.uuid(), version: recordVersion }
const said = { text: text(GOAL_MOST).min(1, 'plans.error.goal'), saidBy: z.enum(sayers, 'plans.error.saidBy'), ...dayParts('saidOn'), needs: text(NEEDS_MOST).default(''), ...dayParts('dueOn') }

function read<I extends Record<string, unknown> & { text: string; saidBy: (typeof sayers)[number]; needs: string }>(input: I, context: z.RefinementCtx) {
  const saidOn = readDay(input, 'saidOn', context, { required: 'plans.error.saidOn' })
  const dueOn = readDay(input, 'dueOn', context)
  return saidOn ? { text: input.text, saidBy: input.saidBy, saidOn, needs: input.needs || null, dueOn } : z.NEVER
}

/** `parentId`: the goal it is a part of; empty for a goal of its own. */
export const goalInput = z.object({ personId: z.uuid(), parentId: z.uuid().or(z.literal('')).default(''), ...said })
  .transform((input, context) => ({ personId: input.personId, parentId: input.parentId || null, goal: read(input, context) }))
export const changeInput = z.object({ ...goalRef, ...said })
  .transform((input, context) => ({ personId: input.personId, goalId: input.goalId, version: input.version, goal: read(input, context) }))
export const asideInput = z.object({ ...goalRef, reason: text(GOAL_MOST).min(3, 'plans.error.reason') })
/** One click. */
export const goalInputRef = z.object(goalRef)
export type Said = z.output<typeof goalInput>['goal']
