import { useLocale, useTranslations } from 'next-intl'
import { type Aim, type Measured, type Point, pointsOf, raters, type Scale, steps } from '@/lib/casework/progress/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { MeasureForm } from './measure-form'
import { numeral } from './sentences'

const words = ['ratedBy', 'measuredOn', 'notRated', 'words', 'addWords', 'submit'] as const
type Props = { personId: string; scale: Scale; measured: readonly Measured[]; aims: readonly Aim[]; today: Day }

/** The form with the scale’s lines and the person’s own, each with what was rated last time beside it. */
export function NewMeasurement({ personId, scale, measured, aims, today }: Props) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const last = (points: readonly Point[]) => {
    const point = points.findLast(({ rating }) => rating !== null)
    return point?.rating == null ? t('form.never') : t('form.last', { value: numeral(point.rating), day: formatDay(point.on, locale, 'short'), by: t(`short.${point.by}`) })
  }
  const lines = scale.dimensions.filter(({ retired }) => !retired).flatMap((dimension) => [
    { key: dimension.code, name: nameOf(dimension, locale), last: last(pointsOf(measured, dimension.code, null)) },
    ...aims.filter((aim) => aim.dimension === dimension.code && aim.endedOn === null).map(({ id, text }) => ({ key: `${dimension.code}.${id}`, name: `“${text}”`, last: last(pointsOf(measured, dimension.code, id)) })),
  ])
  const means = (value: number) => { const anchor = scale.anchors.find((one) => one.value === value); return anchor && (locale === 'da' ? anchor.da : anchor.en) }
  const meaning = `${locale === 'da' ? scale.aboutDa : scale.aboutEn} ${scale.anchors.map(({ value }) => `${numeral(value)} ${means(value) ?? ''}`).join(' · ')}. ${t(`direction.${scale.better}`)}`
  return <MeasureForm personId={personId} scale={scale.code} lines={lines} steps={steps(scale).map((value) => ({ value, label: numeral(value), means: means(value) }))} meaning={meaning}
    raters={raters.map((value) => ({ value, label: t(`rater.${value}`) }))} usual={measured.at(-1)?.by ?? null} today={today} texts={Object.fromEntries(words.map((key) => [key, t(`form.${key}`)]))} />
}
