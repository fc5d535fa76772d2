import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { endProgressAim } from '@/lib/casework/progress/actions'
import { curveSvg, ON_PAGE, type Window } from '@/lib/casework/progress/drawing'
import { type AimLine, changeOf, type DimensionLine, type Point, type Scale } from '@/lib/casework/progress/rules'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { Drawing } from './drawing'
import { changeHow, curveAlt, gateSentence, numeral } from './sentences'

const tones = { better: 'success', worse: 'warning', same: 'neutral', unclear: 'neutral' } as const
type Props = { scale: Scale; line: DimensionLine; window: Window; personId: string; mayRecord: boolean }

/** One dimension over time, what has become of it in words, and the person’s own lines under it. */
export function LineCard({ scale, line, window, personId, mayRecord }: Props) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const name = nameOf(line.dimension, locale)
  return (
    <Card title={<>{name}{line.dimension.retired && <> <Tag>{t('retired')}</Tag></>}</>} level={3}>
      <Said scale={scale} points={line.points} />
      {line.points.length > 0 && <Curve scale={scale} points={line.points} window={window} name={name} />}
      {line.aims.map((one) => <OwnLine key={one.id} scale={scale} line={one} window={window} personId={personId} mayRecord={mayRecord} />)}
    </Card>
  )
}

function OwnLine({ scale, line: { id, aim, points }, window, personId, mayRecord }: Omit<Props, 'line'> & { line: AimLine }) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const name = aim ? `“${aim.text}”` : t('aim.elsewhere')
  return (
    <section className="mt-3 border-t border-line pt-3">
      <h4 className="break-words">{name}{aim?.endedOn && <> <Tag>{t('aim.ended', { day: formatDay(aim.endedOn, locale, 'short') })}</Tag></>}</h4>
      <Said scale={scale} points={points} />
      {points.length > 1 && <Curve scale={scale} points={points} window={window} name={name} />}
      {mayRecord && aim && !aim.endedOn && <div className="no-print"><ActionButton action={endProgressAim} values={{ personId, aimId: id }} size="small" variant="quiet">{t('aim.end')}</ActionButton></div>}
    </section>
  )
}

function Curve({ scale, points, window, name }: { scale: Scale; points: readonly Point[]; window: Window; name: string }) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const svg = curveSvg({ scale, points, window, palette: ON_PAGE, gateLabel: t(`gate.label.${scale.better}`, { gate: numeral(scale.gate ?? 0) }), day: (on) => formatDay(on, locale, 'short') })
  return <Drawing svg={svg} label={curveAlt(name, points, { t, locale })} />
}

function Said({ scale, points }: { scale: Scale; points: readonly Point[] }) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const [change, gate] = [changeOf(scale, points), gateSentence(scale, points, { t })]
  return (
    <>
      <p className={change ? undefined : 'text-sm text-muted'}>{change && <><Tag tone={tones[change.kind]}>{t(`change.tag.${change.kind}`)}</Tag> </>}{changeHow(change, points, { t, locale })}</p>
      {gate && <p className="text-sm">{gate.text}</p>}
    </>
  )
}
