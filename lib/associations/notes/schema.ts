import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { noteKinds } from './rules'

export const noteInput = z
  .object({ associationId: z.uuid(), about: z.enum(noteKinds, 'associations.note.error.about'), words: z.string().trim().max(1000, 'associations.error.long').refine(withoutCpr, 'associations.error.cpr').default('').refine((typed) => typed !== '', 'associations.note.error.words'), ...dayParts('on') })
  .transform((input, context) => {
    const onDay = readDay(input, 'on', context, { required: 'associations.note.error.on' })
    return onDay ? { associationId: input.associationId, about: input.about, words: input.words, onDay } : z.NEVER
  })
