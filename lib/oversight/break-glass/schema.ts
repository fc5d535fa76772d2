import { z } from 'zod'
import { verdicts } from '@/lib/access/reasons/rules'
import { dayParts } from '@/lib/platform/date-input'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { subjectInput } from '../lookups/schema'
import { glassCodes, glassHours } from './rules'

export const glassInput = z
  .object({
    cpr: z.string().default(''), name: z.string().default(''), ...dayParts('born'),
    code: z.enum(glassCodes, 'oversight.glass.error.code'),
    note: z.string().trim().min(20, 'oversight.glass.error.note').max(500, 'oversight.glass.error.long').refine(withoutCpr, 'access.reason.error.number'),
    hours: z.coerce.number().refine((hours) => (glassHours as readonly number[]).includes(hours), 'oversight.glass.error.hours'),
  })
  .transform(({ code, note, hours, ...input }, context) => {
    const who = subjectInput.safeParse(input)
    if (!who.success) for (const issue of who.error.issues) context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
    return who.success ? { who: who.data, code, note, hours } : z.NEVER
  })

export const endGlassInput = z.object({ id: z.uuid() })

export const reviewGlassInput = z
  .object({ id: z.uuid(), verdict: z.enum(verdicts), note: z.string().trim().max(1000, 'access.reason.error.long').default('') })
  .refine((input) => input.verdict === 'fine' || input.note.length >= 10, { path: ['note'], message: 'access.reviews.error.note' })
