import { z } from 'zod'
import { dayParts } from '@/lib/platform/date-input'
import { parseDay } from '@/lib/platform/day'
import { TOGETHER_MOST } from '../contacts/rules'
import { type Facts, FACTS_LEAST, factsOf } from './rules'

/** Of the address: the kept search, who was chosen, the draft to go on with, and where one came from. Anything else is read as nothing. */
export const quickLogView = z.object({
  s: z.uuid().optional().catch(undefined),
  person: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(TOGETHER_MOST)).catch([]).transform((ids) => [...new Set(ids)]),
  more: z.literal('1').optional().catch(undefined),
  draft: z.uuid().optional().catch(undefined),
  back: z.string().max(300).optional().catch(undefined),
})
export type QuickLogView = z.output<typeof quickLogView>

const said = (most: number) => z.string().trim().max(most, 'casework.error.long').default('')
const two = (text: string) => text.padStart(2, '0')

/** At least three facts; a birthday may be without its year. `to`: the quick log that asks, with who was chosen already. */
export const factsInput = z
  .object({ firstName: said(80), lastName: said(80), ...dayParts('born'), street: said(120), postcode: said(4), phone: said(20), to: z.string().max(1000).default('') })
  .transform((input, context): { said: Facts; to: string } => {
    const fail = (path: string, message: string) => void context.addIssue({ code: 'custom', path: [path], message })
    const { 'born.day': day, 'born.month': month, 'born.year': year, to } = input
    const digits = input.phone.replace(/\D/g, '')
    const born = day || month || year ? `${year ? `${year}-` : ''}${two(month)}-${two(day)}` : ''
    // A leap year, where none was said.
    if (born && !(/^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^(\d{4})?$/.test(year) && parseDay(Number(year || 2000), Number(month), Number(day)))) fail('born', 'casework.error.birthday')
    if (input.postcode && !/^\d{4}$/.test(input.postcode)) fail('postcode', 'casework.error.postcode')
    if (input.phone && digits.length < 4) fail('phone', 'casework.error.phoneEnd')
    const all = { firstName: input.firstName, lastName: input.lastName, born, street: input.street, postcode: input.postcode, phone: digits.slice(-8) }
    const facts: Facts = Object.fromEntries(Object.entries(all).filter(([, value]) => /[\p{L}\p{N}]/u.test(value)))
    if (factsOf(facts).length < FACTS_LEAST) fail('firstName', 'casework.error.facts')
    return { said: facts, to }
  })
