import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { readTime } from '@/lib/platform/time-input'
import { cancelReasons, repeats } from './rules'

const words = (most: number) => z.string().trim().max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr').default('')
const said = (most: number, missing: string) => words(most).refine((text) => text !== '', missing)
const two = (n: number) => String(n).padStart(2, '0')
const time = z.string().trim().default('').transform((typed, context) => {
  const read = readTime(typed)
  if (read) return `${two(read.hour)}:${two(read.minute)}`
  context.addIssue({ code: 'custom', message: 'meetings.error.time' })
  return z.NEVER
})
const list = z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid()).min(1, 'meetings.error.nobody').max(60))

const table = { ...dayParts('on'), starts: time, place: said(300, 'meetings.error.place'), partners: words(300), repeats: z.enum(repeats, 'meetings.error.repeats'), participants: list }
function read<I extends { partners: string }>({ partners, ...input }: I, context: z.RefinementCtx) {
  const onDay = readDay(input, 'on', context, { required: 'meetings.error.day' })
  return onDay ? { ...input, partners: partners || null, onDay } : z.NEVER
}
export const meetingInput = z.object(table).transform(read)
export const changeInput = z.object({ ...table, meetingId: z.uuid(), version: recordVersion }).transform(read)
export type MeetingInput = z.output<typeof meetingInput>

export const meetingRef = z.object({ meetingId: z.uuid() })
export const cancelInput = z.object({ meetingId: z.uuid(), reason: z.enum(cancelReasons, 'meetings.error.reason') })
export const markInput = z.object({ personId: z.uuid(), caseId: z.uuid(), meetingId: z.uuid('meetings.error.choose'), words: said(500, 'meetings.error.words') })
export const unmarkInput = z.object({ personId: z.uuid(), meetingItemId: z.uuid() })

/** What was decided; with somebody and a day it becomes their task. `owner`: as tasks have it. */
export const decideInput = z
  .object({ personId: z.uuid(), meetingItemId: z.uuid(), text: said(2000, 'meetings.error.text'), task: words(500), owner: z.string().regex(/^(|me|free|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$/, 'casework.task.error.owner').default(''), ...dayParts('by') })
  .transform((input, context) => {
    const by = readDay(input, 'by', context, input.task === '' && input.owner === '' ? {} : { required: 'meetings.error.by' })
    const { personId, meetingItemId, text } = input
    if (input.task === '' && by) context.addIssue({ code: 'custom', path: ['task'], message: 'meetings.error.task' })
    if (input.task !== '' && input.owner === '') context.addIssue({ code: 'custom', path: ['owner'], message: 'casework.task.error.owner' })
    return { personId, meetingItemId, text, task: by ? { text: input.task, owner: input.owner || 'me', dueOn: by } : null }
  })
export type Decision = z.output<typeof decideInput>
