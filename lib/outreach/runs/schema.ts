import { z } from 'zod'
import { type Day, parseDay } from '@/lib/platform/day'
import { recordVersion } from '@/lib/platform/record-version'
import { GROUPS, type RunGroup } from './groups'

const id = z.uuid('runs.error.unknown')
const version = recordVersion
const part = (key: string) => z.string().trim().regex(/^\d{1,4}$/, key)

/** The three boxes of a date field, `name.day`, `name.month`, `name.year`, as one day. */
export function dateBoxes<Name extends string>(name: Name) {
  const keys = { day: `${name}.day`, month: `${name}.month`, year: `${name}.year` }
  return { keys, shape: Object.fromEntries(Object.values(keys).map((key) => [key, part('runs.error.date')])) }
}

type Boxes = ReturnType<typeof dateBoxes>['keys']

/** The day the three boxes say; where they say none the field is marked. */
export function readDate(input: object, name: string, keys: Boxes, context: z.RefinementCtx): Day {
  const values = input as Record<string, string>
  const day = parseDay(Number(values[keys.year]), Number(values[keys.month]), Number(values[keys.day]))
  if (!day) context.addIssue({ code: 'custom', message: 'runs.error.date', path: [name] })
  return day ?? ('' as Day)
}

export const runName = z.string().trim().min(1, 'runs.error.name').max(120, 'runs.error.nameLong')

const due = dateBoxes('dueThrough')
const letter = dateBoxes('letterDate')

export const createRunInput = z
  .object({ name: runName, templateId: id, firstTemplateId: z.union([z.literal(''), id]).default(''), ...due.shape, ...letter.shape })
  .transform((input, context) => ({
    name: input.name, templateId: input.templateId, firstTemplateId: input.firstTemplateId || null,
    dueThrough: readDate(input, 'dueThrough', due.keys, context), letterDate: readDate(input, 'letterDate', letter.keys, context),
  }))

export const runInput = z.object({ runId: id, version })
/** Stopping never fails on a stale page: whoever sees a fault presses, and it stops. */
export const stopInput = z.object({ runId: id, reason: z.string().trim().max(300, 'runs.error.reasonLong').default('') })
export const excludeInput = z.object({ runId: id, personId: id, note: z.string().trim().min(3, 'runs.error.note').max(300, 'runs.error.reasonLong') })
export const memberInput = z.object({ runId: id, personId: id })
export const settleInput = z.object({ letterId: id, left: z.enum(['yes', 'no'], 'runs.error.choose') })
const carried = dateBoxes('carriedOn')
export const carriedInput = z
  .object({ runId: id, personId: id, ...carried.shape })
  .transform((input, context) => ({ runId: input.runId, personId: input.personId, carriedOn: readDate(input, 'carriedOn', carried.keys, context) }))

export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success
}

/** What the address of a run's page says: which group is shown, and which fifty of it. Null when it names no run. */
export function readRunAddress(params: { runId: string }, search: Record<string, string | string[] | undefined>): { runId: string; group: RunGroup | null; page: number } | null {
  if (!isId(params.runId)) return null
  const page = Number(search.page)
  return { runId: params.runId, group: GROUPS.find((group) => group === search.group) ?? null, page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1 }
}
