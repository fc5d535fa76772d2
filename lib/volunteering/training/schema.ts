import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { trainingKinds } from './rules'

export const trainingInput = z
  .object({
    volunteerId: z.uuid(), kind: z.enum(trainingKinds, 'volunteering.error.training'), title: z.string().trim().min(1, 'volunteering.error.title').max(120, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr'),
    hours: z.string().trim().regex(/^(|\d{1,2}([.,]\d{1,2})?)$/, 'volunteering.error.hours').default(''), ...dayParts('on'),
  })
  .transform((input, context) => {
    const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
    const minutes = input.hours === '' ? null : Math.round(Number(input.hours.replace(',', '.')) * 60)
    if (minutes === 0) context.addIssue({ code: 'custom', path: ['hours'], message: 'volunteering.error.hours' })
    return onDay ? { volunteerId: input.volunteerId, kind: input.kind, title: input.title, minutes, onDay } : z.NEVER
  })
