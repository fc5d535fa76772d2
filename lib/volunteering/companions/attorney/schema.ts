import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { withoutCpr } from '@/lib/platform/cpr-text'

const said = (least: number, most: number, missing: string) => z.string().trim().max(most, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr').default('').refine((typed) => typed.length >= least, missing)

/** Who may act for the person, in what and until when, and how that is known. */
export const attorneyInput = z
  .object({ personId: z.uuid(), givenTo: said(2, 120, 'companions.attorney.error.givenTo'), covers: said(3, 300, 'companions.attorney.error.covers'), evidence: said(10, 500, 'companions.attorney.error.evidence'), ...dayParts('from'), ...dayParts('to') })
  .transform((input, context) => {
    const fromDay = readDay(input, 'from', context, { required: 'companions.attorney.error.from' })
    const toDay = readDay(input, 'to', context, { required: 'companions.attorney.error.to' })
    if (fromDay && toDay && toDay < fromDay) context.addIssue({ code: 'custom', path: ['to'], message: 'companions.attorney.error.order' })
    if (!fromDay || !toDay) return z.NEVER
    const { personId, givenTo, covers, evidence } = input
    return { personId, givenTo, covers, evidence, fromDay, toDay }
  })
export const attorneyRef = z.object({ personId: z.uuid(), attorneyId: z.uuid() })
