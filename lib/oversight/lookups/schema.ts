import { z } from 'zod'
import { isDay, toDay, type Day } from '@/lib/platform/day'
import { readCpr } from '@/lib/people/cpr/rules'

const day = z.string().trim().default('')

/** A citizen who asks says their number, or their name and day of birth. */
export const subjectInput = z
  .object({ cpr: z.string().trim().max(30).default(''), name: z.string().trim().max(160).default(''), born: day })
  .transform((input, context): { cpr: string } | { name: string; born: Day } => {
    if (input.cpr !== '') {
      const read = readCpr(input.cpr)
      if (read.kind === 'cpr' || read.kind === 'replacement') return { cpr: read.digits }
      context.addIssue({ code: 'custom', path: ['cpr'], message: 'oversight.error.cpr' })
      return z.NEVER
    }
    if (input.name === '') context.addIssue({ code: 'custom', path: ['cpr'], message: 'oversight.error.who' })
    else if (!isDay(input.born)) context.addIssue({ code: 'custom', path: ['born'], message: 'oversight.error.born' })
    return { name: input.name, born: isDay(input.born) ? toDay(input.born) : ('' as Day) }
  })
