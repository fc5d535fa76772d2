import { z } from 'zod'
import { reportPurposes } from '../../disclosure/rules'

export const REPORT_MONTHS = ['6', '12', '24', 'all'] as const

/** What the form asks for; without a purpose there is no file. */
export const reportView = z.object({
  months: z.enum(REPORT_MONTHS).catch('12'), scale: z.string().regex(/^[a-z][a-z-]{1,40}$/).catch('all').default('all'), why: z.enum(reportPurposes),
  cpr: z.literal('on').optional().catch(undefined).transform((value) => value === 'on'), lang: z.enum(['da', 'en']).catch('da').default('da'),
})
export type ReportView = z.output<typeof reportView>
