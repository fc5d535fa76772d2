import type { Change, Point, Scale } from '@/lib/casework/progress/rules'
import { gateOf } from '@/lib/casework/progress/rules'
import { formatDay } from '@/lib/platform/dates'

/** Texts of `progress`, for the page and for the paper. */
export type Say = (key: string, values?: Record<string, string | number>) => string
export type Words = { t: Say; locale: string }

/** A minus that is read as one. */
export const numeral = (value: number) => String(value).replace('-', '−')

/** What has become of it, in words: also that nothing can be said. */
export function changeSentence(change: Change | null, points: readonly Point[], words: Words): string {
  return change ? `${words.t(`change.tag.${change.kind}`)}: ${changeHow(change, points, words)}` : changeHow(change, points, words)
}

/** The same after a tag that says better, worse, unchanged or not clear. */
export function changeHow(change: Change | null, points: readonly Point[], { t, locale }: Words): string {
  const last = points.findLast(({ rating }) => rating !== null)
  if (!last) return t('change.nothing')
  if (!change) return t('change.none')
  return t(`change.how.${change.kind}`, { from: numeral(change.from), to: numeral(change.to), since: change.since ? formatDay(change.since, locale) : t('change.start'), how: t(`ratedHow.${change.by}`) })
}

/** Whether the next step can be taken; null where the scale asks nothing, or nothing was rated. */
export function gateSentence(scale: Scale, points: readonly Point[], { t }: Pick<Words, 't'>): { open: boolean; text: string } | null {
  const gate = gateOf(scale, points)
  return gate && { open: gate.open, text: t(`gate.${scale.better}.${gate.open ? 'open' : 'shut'}`, { at: numeral(gate.at), gate: numeral(scale.gate ?? 0) }) }
}

/** The curve for those who cannot see it. */
export function curveAlt(name: string, points: readonly Point[], { t, locale }: Words): string {
  const said = points.map(({ on, by, rating }) => t('curve.point', { day: formatDay(on, locale, 'short'), value: rating === null ? t('notRated') : numeral(rating), by: t(`short.${by}`) }))
  return t('curve.alt', { name, points: said.join('; ') })
}
