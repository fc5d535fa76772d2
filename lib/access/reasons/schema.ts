import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { reasonCodes, verdicts } from './rules'

export const reasonInput = z
  .object({ personId: z.uuid(), code: z.enum(reasonCodes), note: z.string().trim().max(500, 'access.reason.error.long').refine(withoutCpr, 'access.reason.error.number').default(''), to: z.string().max(300).default('') })
  .refine((input) => input.code !== 'other' || input.note.length >= 10, { path: ['note'], message: 'access.reason.error.note' })

export const reviewInput = z
  .object({ id: z.uuid(), verdict: z.enum(verdicts), note: z.string().trim().max(1000, 'access.reason.error.long').default('') })
  .refine((input) => input.verdict === 'fine' || input.note.length >= 10, { path: ['note'], message: 'access.reviews.error.note' })
