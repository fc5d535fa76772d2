import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import type { Day } from '@/lib/platform/day'
import { readCpr } from '@/lib/people/cpr/rules'

/** A citizen who asks says their number, or their name and day of birth. */
export const subjectInput = z
  .object({ cpr: z.string().trim().max(30).default(''), name: z.string().trim().max(160).default(''), ...dayParts('born') })
  .transform((input, context): { cpr: string } | { name: string; born: Day } => {
    if (input.cpr !== '') {
      const read = readCpr(input.cpr)
      if (read.kind === 'cpr' || read.kind === 'replacement') return { cpr: read.digits }
      context.addIssue({ code: 'custom', path: ['cpr'], message: 'oversight.error.cpr' })
      return z.NEVER
    }
    if (input.name === '') {
      context.addIssue({ code: 'custom', path: ['cpr'], message: 'oversight.error.who' })
      return z.NEVER
    }
    const born = readDay(input, 'born', context, { required: 'oversight.error.born' })
    return born ? { name: input.name, born } : z.NEVER
  })
