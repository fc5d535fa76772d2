import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { readCpr } from '@/lib/people/cpr/rules'
import type { Day } from '@/lib/platform/day'

type Who = { cpr: string } | { name: string; born: Day } | null

/** A user, a citizen, or both: who sees the citizen, whom the user sees, or the one about the other. */
export const explainInput = z
  .object({ user: z.union([z.uuid(), z.literal('')]).default(''), cpr: z.string().trim().max(30).default(''), name: z.string().trim().max(160).default(''), ...dayParts('born') })
  .transform((input, context): { user: string | null; who: Who } => {
    const user = input.user || null
    if (input.cpr !== '') {
      const read = readCpr(input.cpr)
      if (read.kind === 'cpr' || read.kind === 'replacement') return { user, who: { cpr: read.digits } }
      context.addIssue({ code: 'custom', path: ['cpr'], message: 'oversight.error.cpr' })
      return z.NEVER
    }
    if (input.name === '') {
      if (!user) context.addIssue({ code: 'custom', path: ['user'], message: 'oversight.error.explainNothing' })
      return { user, who: null }
    }
    const born = readDay(input, 'born', context, { required: 'oversight.error.born' })
    return born ? { user, who: { name: input.name, born } } : z.NEVER
  })
