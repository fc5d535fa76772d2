import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { experiences, languages, times } from '../volunteers/rules'
import { codes, levelParts, some, words } from '../volunteers/schema'
import { OLDEST, spokenCode, YOUNGEST } from './rules'
import type { Level } from '../volunteers/rules'

const age = z.string().trim().regex(/^(|\d{2,3})$/, 'matching.error.age').default('').transform((typed) => (typed ? Number(typed) : null)).refine((years) => years === null || (years >= YOUNGEST && years <= OLDEST), 'matching.error.age')

export const requestInput = z
  .object({
    personId: z.uuid(), role: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'matching.error.role').default(''), ...dayParts('since'), times: some(times as [string, ...string[]]), areas: codes,
    languages: some(languages), ...levelParts, challenges: some(experiences), ageFrom: age, ageTo: age, words: words(1000),
    /** Somebody of the catalogue whom the citizen has chosen. */
    wish: z.union([z.uuid(), z.literal('')], 'matching.error.wish').default('').transform((id) => id || null),
  })
  .transform((input, context) => {
    const since = readDay(input, 'since', context, { required: 'matching.error.since' })
    if ((input.ageFrom === null) !== (input.ageTo === null)) context.addIssue({ code: 'custom', path: [input.ageFrom === null ? 'ageFrom' : 'ageTo'], message: 'matching.error.ages' })
    if (input.ageFrom !== null && input.ageTo !== null && input.ageTo < input.ageFrom) context.addIssue({ code: 'custom', path: ['ageTo'], message: 'matching.error.agesOrder' })
    if (!since) return z.NEVER
    const { personId, role, times: chosen, areas, challenges, ageFrom, ageTo, words: said, wish: wishedVolunteerId } = input
    const spoken = input.languages.map((language) => spokenCode({ language, level: ((input as unknown as Record<string, string>)[`level.${language}`] || 'good') as Level }))
    return { personId, since, request: { roleCode: role, times: chosen, areas, languages: spoken, challenges, ageFrom, ageTo, words: said, wishedVolunteerId } }
  })
export type RequestInput = z.output<typeof requestInput>
export const requestRef = z.object({ personId: z.uuid(), volunteerRequestId: z.uuid() })
/** The volunteer of the catalogue the form is about, as the address has it. */
export const wishView = z.object({ wish: z.uuid().nullable().default(null).catch(null) })
