import { z } from 'zod'
import { phone } from '@/lib/people/contacts/schema'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { associationKinds, associationTabs } from './rules'

const text = (most: number) => z.string().trim().max(most, 'associations.error.long').refine(withoutCpr, 'associations.error.cpr').default('')
const words = (most: number) => text(most).transform((typed) => typed || null)
const said = (most: number, missing: string) => text(most).refine((typed) => typed !== '', missing)
const codes = z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)).max(60))

/** Rows at once. */
export const ASSOCIATIONS_PAGE = 50
/**
 * What an address may ask of the list; anything else is as if it were not there. The name of an association is public, so words of it may stand in an address; what looks like a number of a person never does.
 */
export const associationsView = z.object({
  tab: z.enum(associationTabs).catch('all').default('all'), kind: z.enum(associationKinds).nullable().catch(null).default(null),
  name: z.string().trim().max(60).refine(withoutCpr).transform((typed) => typed || null).nullable().catch(null).default(null), page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type AssociationsView = z.output<typeof associationsView>

const facts = { name: said(120, 'associations.error.name'), kind: z.enum(associationKinds, 'associations.error.kind'), about: words(1000), offers: words(2000), areas: codes, website: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'associations.error.website' }).max(300)]).default('').transform((typed) => typed || null) }
export const newAssociationInput = z.object(facts)
export const changeAssociationInput = z.object({ ...facts, associationId: z.uuid(), version: recordVersion })

export const contactInput = z
  .object({ associationId: z.uuid(), name: said(120, 'associations.error.person'), title: words(80), email: z.string().trim().toLowerCase().max(200, 'associations.error.email').default('').refine((typed) => typed === '' || z.email().safeParse(typed).success, 'associations.error.email').transform((typed) => typed || null), phone: z.string().trim().max(40, 'associations.error.phone').default('') })
  .transform(({ phone: typed, ...input }, context) => {
    const number = typed === '' ? null : phone(typed)
    if (typed !== '' && number === null) context.addIssue({ code: 'custom', path: ['phone'], message: 'associations.error.phone' })
    return { ...input, phone: number }
  })
export const contactRef = z.object({ associationId: z.uuid(), associationContactId: z.uuid() })

/** `number`: the newest agreement the form was made from; none is 0. */
export const partnershipInput = z
  .object({ associationId: z.uuid(), number: z.coerce.number().int().min(0).max(999), responsibilities: said(2000, 'associations.error.responsibilities'), contributions: words(2000), goals: words(2000), insurance: words(500), dataTerms: words(1000), places: z.string().trim().regex(/^(|[1-9]\d{0,2})$/, 'associations.error.places').default('').transform((typed) => (typed ? Number(typed) : null)), ...dayParts('from'), ...dayParts('to'), ...dayParts('review') })
  .transform((input, context) => {
    const [fromDay, toDay, reviewOn] = [readDay(input, 'from', context, { required: 'associations.error.from' }), readDay(input, 'to', context, { required: 'associations.error.to' }), readDay(input, 'review', context)]
    if (fromDay && toDay && toDay < fromDay) context.addIssue({ code: 'custom', path: ['to'], message: 'associations.error.order' })
    if (fromDay && toDay && reviewOn && (reviewOn < fromDay || reviewOn > toDay)) context.addIssue({ code: 'custom', path: ['review'], message: 'associations.error.review' })
    const { associationId, number, responsibilities, contributions, goals, insurance, dataTerms, places } = input
    return fromDay && toDay ? { associationId, number, responsibilities, contributions, goals, insurance, dataTerms, places, fromDay, toDay, reviewOn } : z.NEVER
  })
