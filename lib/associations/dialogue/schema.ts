import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'

const said = (most: number, missing: string) => z.string().trim().max(most, 'associations.error.long').refine(withoutCpr, 'associations.error.cpr').default('').refine((typed) => typed !== '', missing)
const facts = { associationId: z.uuid(), agenda: said(4000, 'associations.dialogue.error.agenda'), participants: said(1000, 'associations.dialogue.error.participants'), ...dayParts('on') }
const withOn = <T extends Record<string, unknown>>(input: T, context: z.RefinementCtx) => {
  const onDay = readDay(input, 'on', context, { required: 'associations.dialogue.error.on' })
  return onDay ? { ...input, onDay } : z.NEVER
}

export const dialogueInput = z.object(facts).transform(withOn)
export const changeDialogueInput = z.object({ ...facts, dialogueId: z.uuid(), version: recordVersion }).transform(withOn)
export const dialogueRef = z.object({ associationId: z.uuid(), dialogueId: z.uuid(), version: recordVersion })

export const pointInput = z.object({ associationId: z.uuid(), dialogueId: z.uuid(), words: said(500, 'associations.dialogue.error.words'), ...dayParts('due') }).transform((input, context) => {
  const dueOn = readDay(input, 'due', context, { required: 'associations.dialogue.error.due' })
  return dueOn ? { associationId: input.associationId, meetingId: input.dialogueId, words: input.words, dueOn } : z.NEVER
})
export const pointRef = z.object({ associationId: z.uuid(), dialoguePointId: z.uuid() })
