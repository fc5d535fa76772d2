import { z } from 'zod'
import { parseDay } from '@/lib/platform/day'

const part = z.string().trim().default('')

/** The next version of a rule. The date comes from three boxes. */
export const versionInput = z
  .object({
    code: z.string().min(1).max(80),
    length: z.coerce.number({ error: 'admin.error.length' }).int('admin.error.length').min(0, 'admin.error.length').max(3650, 'admin.error.length'),
    unit: z.enum(['DAY', 'WORKING_DAY', 'MONTH', 'YEAR'], { error: 'admin.error.unit' }),
    source: z.string().trim().min(5, 'admin.error.source').max(300, 'admin.error.source'),
    'validFrom.day': part,
    'validFrom.month': part,
    'validFrom.year': part,
  })
  .transform((input, context) => {
    const day = parseDay(Number(input['validFrom.year']), Number(input['validFrom.month']), Number(input['validFrom.day']))
    if (day) return { code: input.code, length: input.length, unit: input.unit, source: input.source, validFrom: day }
    context.addIssue({ code: 'custom', path: ['validFrom'], message: 'admin.error.validFrom' })
    return z.NEVER
  })
