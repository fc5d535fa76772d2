import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import { codes, tick } from '../volunteers/schema'
import { postcodesOf, setupLists } from './rules'

/** Characters. */
export const NAME_MOST = 60
export const SENTENCE_MOST = 300
/** Postcodes of one area. */
const POSTCODES_MOST = 60
const text = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr')
const [name, sentence] = [text(NAME_MOST, 'volunteerSetup.error.name'), text(SENTENCE_MOST, 'volunteerSetup.error.sentence')]
const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'volunteerSetup.error.gone')

/** `entry`: the code of what is changed; none: a new one. */
const kept = { entry: z.union([z.literal(''), code]).default('').transform((typed) => typed || null), version: recordVersion.default(0), nameDa: name, nameEn: name, position: z.string().trim().regex(/^\d{1,3}$/, 'volunteerSetup.error.position').transform(Number) }

export const roleInput = z.object({ ...kept, descriptionDa: sentence, descriptionEn: sentence, papers: codes, course: tick })
export const paperKindInput = z.object({
  ...kept, everybody: tick,
  months: z.string().trim().regex(/^\d{0,3}$/, 'volunteerSetup.error.months').default('').transform((typed) => (typed === '' ? null : Number(typed))).refine((months) => months === null || (months >= 1 && months <= 240), 'volunteerSetup.error.months'),
})
export const areaInput = z.object({
  ...kept,
  postcodes: z.string().trim().max(500, 'volunteering.error.long').default('').transform((typed, context) => {
    const found = postcodesOf(typed)
    if (found && found.length <= POSTCODES_MOST) return found
    context.addIssue({ code: 'custom', message: 'volunteerSetup.error.postcodes' })
    return z.NEVER
  }),
})
export const groupKindInput = z.object({ ...kept, aboutDa: sentence, aboutEn: sentence, citizens: tick })
export const entryRef = z.object({ list: z.enum(setupLists), entry: code })
