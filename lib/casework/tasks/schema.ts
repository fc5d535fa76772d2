import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { repeatUnits, spans } from './rules'

/** Longest text of a task, in characters: one line says what is to be done, the log says the rest. */
export const TASK_MOST = 500
const clean = withoutCpr
const text = z.string().trim().min(1, 'casework.task.error.text').max(TASK_MOST, 'casework.error.long').refine(clean, 'casework.error.cpr')
const why = z.string().trim().min(3, 'casework.task.error.reason').max(TASK_MOST, 'casework.error.long').refine(clean, 'casework.error.cpr')
/** Which list the form stood in: there it leads back to. */
const back = z.enum(['desk', 'person', 'home']).catch('desk').default('desk')
const one = { task: z.uuid(), back }
/** As it was read: what somebody else changed meanwhile is not written over unseen. */
const seen = { ...one, version: z.coerce.number().int() }

/** Whose it becomes: one's own, the unit's until somebody takes it, whoever has the person in hand, or a colleague. */
const owner = z.string().regex(/^(me|unit|free|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$/, 'casework.task.error.owner')
const repeat = z.string().regex(/^((WEEK|MONTH)-\d{1,2})?$/, 'casework.task.error.repeat').default('').transform((value) => {
  const [unit, every] = value.split('-')
  const found = repeatUnits.find((known) => known === unit)
  return found ? { unit: found, every: Math.max(1, Math.min(52, Number(every))) } : null
})

type Input = { within: string }
/** A day that was typed, or so many working days: one of the two. */
function readDue(input: Input & Record<string, unknown>, context: z.RefinementCtx) {
  const dueOn = readDay(input, 'dueOn', context)
  if (!dueOn && input.within === '') context.addIssue({ code: 'custom', path: ['dueOn'], message: 'casework.task.error.due' })
  if (dueOn && input.within !== '') context.addIssue({ code: 'custom', path: ['dueOn'], message: 'casework.task.error.dueTwice' })
  return { dueOn, within: input.within === '' ? null : Number(input.within) }
}
const within = z.enum(spans).or(z.literal('')).catch('').default('')

export const taskInput = z
  .object({ personId: z.uuid().optional(), contact: z.uuid().optional(), after: z.uuid().optional(), text, ...dayParts('dueOn'), within, owner: owner.default('me'), repeat, back })
  .transform((input, context) => ({ ...input, due: readDue(input, context) }))
export type TaskInput = z.output<typeof taskInput>

export const taskRef = z.object(one)
export const giveInput = z.object({ ...seen, owner })
export const dropInput = z.object({ ...seen, reason: why })
export const moveInput = z.object({ ...seen, ...dayParts('dueOn'), within, reason: why }).transform((input, context) => ({ ...input, due: readDue(input, context) }))
/** One that is out of reach: nothing of it is known but that it is there. */
export const goneInput = z.object({ task: z.uuid() })

const id = z.uuid().nullable().catch(null).default(null)
/** What the address of a list asks for: the task unfolded, the one just done and the one just changed; what a new one is written from. */
export const tasksView = z.object({ open: id, done: id, changed: id, after: id, contact: id, view: z.enum(['mine', 'queue']).catch('mine').default('mine') })
export type TasksView = z.output<typeof tasksView>
