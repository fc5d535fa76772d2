import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'

const text = (most: number) => z.string().trim().max(most, 'groundRules.error.long').refine(withoutCpr, 'groundRules.error.cpr').default('')
const words = (most: number) => text(most).transform((typed) => typed || null)
const said = (most: number, missing: string) => text(most).refine((typed) => typed !== '', missing)
const facts = { volunteers: said(2000, 'groundRules.error.volunteers'), staff: said(2000, 'groundRules.error.staff'), together: words(2000), agreedWith: words(300), ...dayParts('from') }
const withFrom = <T extends Record<string, unknown>>(input: T, context: z.RefinementCtx) => {
  const fromDay = readDay(input, 'from', context, { required: 'groundRules.error.from' })
  return fromDay ? { ...input, fromDay } : z.NEVER
}

export const newWorkplaceInput = z.object({ ...facts, name: said(120, 'groundRules.error.name') }).transform(withFrom)
/** `number`: the newest version the form was made from. */
export const groundRulesInput = z.object({ ...facts, workplaceId: z.uuid(), number: z.coerce.number().int().min(1).max(999) }).transform(withFrom)
export const workplaceRef = z.object({ workplaceId: z.uuid() })
