import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { raters, takeBackReasons } from './rules'

export const WORDS_MOST = 500
export const AIM_MOST = 200
const code = z.string().regex(/^[a-z][a-z-]{1,40}$/)
/** `rating.<dimension>` or `rating.<dimension>.<aim>`; the same with `words`. */
const line = /^(rating|words)\.([a-z][a-z-]{1,40})(?:\.([0-9a-f-]{36}))?$/

export type RatedInput = { name: string; dimension: string; aim: string | null; rating: number | null; words: string | null }

/** The scale decides what is asked: whether a rating is on it is seen where it is written. An empty rating is *not rated*. */
export const measurementInput = z
  .looseObject({ personId: z.uuid(), scale: code, ratedBy: z.enum(raters, 'progress.error.ratedBy'), ...dayParts('measuredOn') })
  .transform((input, context) => {
    const measuredOn = readDay(input, 'measuredOn', context, { required: 'progress.error.measuredOn' })
    const rated = new Map<string, RatedInput>()
    for (const [name, sent] of Object.entries(input)) {
      const [, kind, dimension = '', aim = null] = line.exec(name) ?? []
      if (!kind || typeof sent !== 'string') continue
      const key = `${dimension}.${aim ?? ''}`
      const one = rated.get(key) ?? { name: `rating.${dimension}${aim ? `.${aim}` : ''}`, dimension, aim, rating: null, words: null }
      const text = sent.trim()
      if (kind === 'rating' && text !== '') {
        if (!/^-?\d{1,2}$/.test(text)) context.addIssue({ code: 'custom', path: [name], message: 'progress.error.rating' })
        one.rating = Number(text)
      }
      if (kind === 'words' && text !== '') {
        if (text.length > WORDS_MOST) context.addIssue({ code: 'custom', path: [name], message: 'progress.error.long' })
        if (!withoutCpr(text)) context.addIssue({ code: 'custom', path: [name], message: 'progress.error.cpr' })
        one.words = text
      }
      rated.set(key, one)
    }
    const values = [...rated.values()]
    // The first line is where one looks; a measurement without a rating says nothing.
    if (values.every(({ rating }) => rating === null)) context.addIssue({ code: 'custom', path: [values[0]?.name ?? 'ratedBy'], message: 'progress.error.nothing' })
    if (!measuredOn) return z.NEVER
    return { personId: input.personId, scale: input.scale, ratedBy: input.ratedBy, measuredOn, values }
  })
export type MeasurementInput = z.output<typeof measurementInput>

export const takeBackInput = z.object({ personId: z.uuid(), measurementId: z.uuid(), reason: z.enum(takeBackReasons, 'progress.error.reason') })

const aimText = z.string().trim().min(1, 'progress.error.aim').max(AIM_MOST, 'progress.error.longAim').refine(withoutCpr, 'progress.error.cpr')
export const aimInput = z.object({ personId: z.uuid(), dimension: z.string().regex(/^[a-z][a-z-]{1,40}$/, 'progress.error.dimension'), text: aimText })
export const endAimInput = z.object({ personId: z.uuid(), aimId: z.uuid() })

/** Which scale the page shows, as the address says; and what was just written, so that the page is read anew. */
export const progressView = z.object({ scale: code.nullable().catch(null).default(null), done: z.uuid().nullable().catch(null).default(null) })
export type ProgressView = z.output<typeof progressView>
