import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { words } from '../cases/schema'

const key = z.string().min(1, 'casework.error.gone').max(60, 'casework.error.gone')
const caseRef = { personId: z.uuid(), caseId: z.uuid() }
/** `turn`: the newest move to another step or method the form was made from; 0 before there is one. */
const turn = recordVersion
const orNull = (text: string) => text || null

export const followInput = z.object({ ...caseRef, turn, methodVersionId: z.uuid('casework.methods.error.choose') })
export const leaveInput = z.object({ ...caseRef, turn, words: words(1000).refine((text) => text !== '', 'casework.methods.error.why') })
export const tickInput = z.object({ ...caseRef, step: key, item: key, words: words(1000).transform(orNull) })
export const takeBackInput = z.object({ ...caseRef, of: recordVersion })
/** `words`: why, where the gate is shut or the way leads back. */
export const moveInput = z.object({ ...caseRef, turn, to: key, words: words(1000).transform(orNull) })

export const clipInput = z.object({ ...caseRef, step: key, words: words(1000), ...dayParts('clipOn') }).transform((input, context) => {
  const on = readDay(input, 'clipOn', context, { required: 'casework.methods.error.day' })
  return on ? { personId: input.personId, caseId: input.caseId, step: input.step, words: orNull(input.words), on } : z.NEVER
})

export const lookInput = z.object({ ...caseRef, words: words(1000), ...dayParts('lookOn') }).transform((input, context) => {
  if (input.words === '') context.addIssue({ code: 'custom', path: ['words'], message: 'casework.methods.error.seen' })
  const on = readDay(input, 'lookOn', context, { required: 'casework.methods.error.day' })
  return on ? { personId: input.personId, caseId: input.caseId, words: input.words, on } : z.NEVER
})
