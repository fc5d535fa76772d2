import { curveSvg, ON_PAPER, radarSvg, type Window } from '@/lib/casework/progress/drawing'
import type { ProgressReport } from '@/lib/casework/progress/report/queries'
import type { ProgressDocument, ReportLine, ReportScale } from '@/lib/casework/progress/report/render'
import { changeOf, linesOf, type Measured, ofScale, type Point, type Rater, raters, type Scale, thenAndNow, windowOf } from '@/lib/casework/progress/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { changeSentence, curveAlt, gateSentence, numeral, type Words } from './sentences'

type Frame = Words & { locale: 'da' | 'en'; now: Date; /** Who takes it out. */ by: string }

/** The overview to hand over: what it covers, and for each scale the web, each line with its curve, what has become of it, and every rating. */
export function progressDocument(report: ProgressReport, frame: Frame): ProgressDocument {
  const { t, locale, now, by } = frame
  const scales = report.progress.scales.filter(({ code }) => report.measured.some((one) => one.scale === code))
  const first = report.from ?? report.measured[0]?.on ?? dayOf(now)
  return {
    title: t('report.document'), author: report.municipality, language: locale, footer: t('report.footer', { municipality: report.municipality, when: formatMoment(now, locale, 'short') }), madeAt: now,
    lead: [
      t('report.for', { name: report.name }), ...(report.cpr ? [t('report.cprLine', { cpr: report.cpr })] : []), t('report.covers', { from: formatDay(first, locale), to: formatDay(dayOf(now), locale) }),
      t('report.made', { when: formatMoment(now, locale), name: by }), ...(scales.length === 0 ? [t('report.none')] : []),
    ],
    scales: scales.map((scale) => scaleOf(scale, ofScale(report.measured, scale.code), report, frame)),
  }
}

function scaleOf(scale: Scale, measured: readonly Measured[], { progress }: ProgressReport, frame: Frame): ReportScale {
  const { t, locale } = frame
  const window = windowOf(measured)
  const anchors = scale.anchors.map(({ value, da, en }) => `${numeral(value)} ${locale === 'da' ? da : en}`).join(', ')
  const aims = progress.aims.filter(({ dimension }) => scale.dimensions.some(({ code }) => code === dimension))
  const lines = linesOf(scale, measured, aims).flatMap((line) => [
    { name: nameOf(line.dimension, locale), points: line.points, dimension: line.dimension.code, aim: null as string | null },
    ...line.aims.filter(({ id }) => measured.some(({ values }) => values.some(({ aim }) => aim === id))).map(({ id, aim, points }) => ({ name: `${nameOf(line.dimension, locale)}: ${aim ? `“${aim.text}”` : t('aim.elsewhere')}`, points, dimension: line.dimension.code, aim: id as string | null })),
  ])
  return {
    heading: nameOf(scale, locale),
    paragraphs: [locale === 'da' ? scale.aboutDa : scale.aboutEn, `${t('report.meaning', { anchors })} ${t(`direction.${scale.better}`)}`],
    radar: radarOf(scale, measured, frame),
    lines: window ? lines.map((line) => lineOf(scale, line, measured, window, frame)) : [],
  }
}

type Line = { name: string; points: readonly Point[]; dimension: string; aim: string | null }

/** Every measurement stands in the table of every line it was asked for in, once: also where it was not rated. */
function lineOf(scale: Scale, { name, points, dimension, aim }: Line, measured: readonly Measured[], window: Window, { t, locale }: Frame): ReportLine {
  const gate = gateSentence(scale, points, { t })
  const svg = () => curveSvg({ scale, points, window, palette: ON_PAPER, gateLabel: t(`gate.label.${scale.better}`, { gate: numeral(scale.gate ?? 0) }), day: (on) => formatDay(on, locale, 'short'), names: Object.fromEntries(raters.map((by) => [by, t(`short.${by}`)])) as Record<Rater, string> })
  return {
    heading: name,
    sentences: [changeSentence(changeOf(scale, points), points, { t, locale }), ...(gate ? [gate.text] : [])],
    curve: points.length > 0 ? { svg: svg(), alt: curveAlt(name, points, { t, locale }) } : null,
    columns: ['day', 'by', 'value', 'words'].map((key) => t(`table.${key}`)),
    rows: measured.flatMap(({ on, by, values }) => {
      const value = values.find((one) => one.dimension === dimension && one.aim === aim)
      return value ? [[formatDay(on, locale, 'short'), t(`short.${by}`), value.rating === null ? t('report.missing') : numeral(value.rating), value.words ?? '']] : []
    }),
  }
}

function radarOf(scale: Scale, measured: readonly Measured[], { t, locale }: Frame): ReportScale['radar'] {
  const named = thenAndNow(scale, measured).map((one) => ({ ...one, name: nameOf(scale.dimensions.find(({ code }) => code === one.dimension) ?? scale, locale) }))
  const axes = named.flatMap(({ name, then, now }) => (then === null || now === null ? [] : [{ name, then, now }]))
  if (axes.length < 3) return null
  const left = named.filter(({ then, now }) => then === null || now === null).map(({ name }) => name)
  const said = axes.map(({ name, then, now }) => t('radar.axis', { name, then: numeral(then), now: numeral(now) })).join('; ')
  const caption = `${t('radar.title')}: ${t('report.dashed', { then: t(scale.start === null ? 'radar.then' : 'radar.thenStart'), now: t('radar.now') })}${left.length > 0 ? ` ${t('radar.left', { names: left.join(', ') })}` : ''}`
  return { svg: radarSvg({ scale, axes, palette: ON_PAPER }), alt: t('radar.alt', { scale: nameOf(scale, locale), axes: said }), caption }
}
