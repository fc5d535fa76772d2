import { z } from 'zod'
import { phone } from '@/lib/people/contacts/schema'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import { backgrounds, CAPACITY, experiences, languages, levels, times } from './rules'

const text = (most: number) => z.string().trim().max(most, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr').default('')
export const words = (most: number) => text(most).transform((typed) => typed || null)
const name = (missing: string) => text(80).refine((typed) => typed !== '', missing)
const listed = (value: unknown) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])
export const codes = z.preprocess(listed, z.array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)).max(60))
export const some = <T extends readonly [string, ...string[]]>(values: T) => z.preprocess(listed, z.array(z.enum(values)).max(values.length))
export const tick = z.literal('on').optional().transform((value) => value === 'on')

/** The level of each language stands under a name of its own: 'level.ar'. */
export const levelParts = Object.fromEntries(languages.map((code) => [`level.${code}`, z.union([z.enum(levels), z.literal('')]).default('')]))

/** What the public form and the lead's both ask. One of e-mail and telephone, so that somebody can answer. */
export const volunteerFields = {
  firstName: name('volunteering.error.firstName'), lastName: name('volunteering.error.lastName'),
  birthYear: z.string().trim().regex(/^(|19\d\d|20\d\d)$/, 'volunteering.error.birthYear').default('').transform((typed) => (typed ? Number(typed) : null)),
  email: z.string().trim().toLowerCase().max(200, 'volunteering.error.email').default('').refine((typed) => typed === '' || z.email().safeParse(typed).success, 'volunteering.error.email').transform((typed) => typed || null),
  phone: z.string().trim().max(40, 'volunteering.error.phone').default(''),
  addressProtected: tick,
  postcode: z.string().trim().regex(/^(|\d{4})$/, 'volunteering.error.postcode').default('').transform((typed) => typed || null),
  roles: codes, areas: codes, times: some(times as [string, ...string[]]), languages: some(languages), ...levelParts,
  skills: words(2000), background: z.union([z.enum(backgrounds), z.literal('')]).default('').transform((said) => said || null),
}
type Fields = z.output<z.ZodObject<typeof volunteerFields>>

/** What is typed as it is kept: a telephone number as the register has it, no postcode of a protected address, a level for every language. */
export function readVolunteer<I extends Fields>(input: I, context: z.RefinementCtx) {
  const number = input.phone === '' ? null : phone(input.phone)
  if (input.phone !== '' && number === null) context.addIssue({ code: 'custom', path: ['phone'], message: 'volunteering.error.phone' })
  if (input.phone === '' && input.email === null) context.addIssue({ code: 'custom', path: ['email'], message: 'volunteering.error.reach' })
  const { firstName, lastName, birthYear, email, addressProtected, roles, areas, times: chosen, skills, background } = input
  const spoken = input.languages.map((language) => ({ language, level: (input as unknown as Record<string, string>)[`level.${language}`] || 'good' }))
  return { firstName, lastName, birthYear, email, phone: number, addressProtected, postcode: addressProtected ? null : input.postcode, roles, areas, times: chosen, skills, background, languages: spoken }
}

/** What only the lead writes: what was said at the talk about limits, and what somebody has lived through. */
const own = { experience: some(experiences), limits: words(1000), capacity: z.coerce.number('volunteering.error.capacity').int('volunteering.error.capacity').min(0, 'volunteering.error.capacity').max(20, 'volunteering.error.capacity').default(CAPACITY), monthlyLimit: z.string().trim().regex(/^(|\d|[1-5]\d|60)$/, 'volunteering.error.monthlyLimit').default('').transform((typed) => (typed ? Number(typed) : null)), language: z.enum(['da', 'en']).default('da'), associationId: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null) }
const read = <I extends z.output<z.ZodObject<typeof volunteerFields & typeof own>>>(input: I, context: z.RefinementCtx) => {
  const { experience, limits, capacity, monthlyLimit, language, associationId } = input
  return { ...readVolunteer(input, context), experience, limits, capacity, monthlyLimit, language, associationId }
}
/** Somebody who came by or rang: they must have been told what is kept about them, and wanted it. */
export const newVolunteerInput = z.object({ ...volunteerFields, ...own, agreed: z.literal('on', 'volunteering.error.told') }).transform(read)
export const changeVolunteerInput = z.object({ ...volunteerFields, ...own, volunteerId: z.uuid(), version: recordVersion }).transform((input, context) => ({ volunteerId: input.volunteerId, version: input.version, volunteer: read(input, context) }))
export type VolunteerInput = z.output<typeof newVolunteerInput>
