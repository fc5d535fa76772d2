import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { keptAs, type Language, languages, type Level, levels } from '../languages/rules'

export const unitInput = z.object({
  userId: z.uuid(),
  version: recordVersion,
  unitId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()),
})

const listed = (value: unknown) => [value ?? []].flat().filter((one) => one !== '')
/** The level of each language stands under a name of its own: 'level.ar'. */
const levelParts = Object.fromEntries(languages.map((code) => [`level.${code}`, z.union([z.enum(levels), z.literal('')]).default('')]))
const spoken = { version: recordVersion, languages: z.preprocess(listed, z.array(z.enum(languages)).max(languages.length)), ...levelParts }
const kept = (input: { languages: Language[] }): string[] => keptAs(Object.fromEntries(input.languages.map((code) => [code, (input as unknown as Record<string, Level | ''>)[`level.${code}`] || 'good'])))
export const ownLanguagesInput = z.object(spoken).transform((input) => ({ version: input.version, languages: kept(input) }))
export const languagesInput = z.object({ userId: z.uuid(), ...spoken }).transform((input) => ({ userId: input.userId, version: input.version, languages: kept(input) }))

export const activeInput = z.object({ userId: z.uuid(), active: z.enum(['true', 'false']).transform((value) => value === 'true') })
