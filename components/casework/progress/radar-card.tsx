import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { ON_PAGE, radarSvg } from '@/lib/casework/progress/drawing'
import { type Measured, type Scale, thenAndNow } from '@/lib/casework/progress/rules'
import { nameOf } from '@/lib/platform/i18n/named'
import { Drawing } from './drawing'
import { numeral } from './sentences'

/** Then and now. What lacks one of the two is named, not drawn; under three axes there is no shape. */
export function RadarCard({ scale, measured }: { scale: Scale; measured: readonly Measured[] }) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const named = thenAndNow(scale, measured).map((one) => ({ ...one, name: nameOf(scale.dimensions.find(({ code }) => code === one.dimension) ?? scale, locale) }))
  const axes = named.flatMap(({ name, then, now }) => (then === null || now === null ? [] : [{ name, then, now }]))
  const left = named.filter(({ then, now }) => then === null || now === null).map(({ name }) => name)
  if (axes.length < 3) return null
  const said = axes.map(({ name, then, now }) => t('radar.axis', { name, then: numeral(then), now: numeral(now) })).join('; ')
  return (
    <Card title={t('radar.title')} level={3}>
      <Drawing svg={radarSvg({ scale, axes, palette: ON_PAGE })} label={t('radar.alt', { scale: nameOf(scale, locale), axes: said })} />
      <p className="text-sm text-muted"><span aria-hidden="true">▫ ┄ </span>{scale.start === null ? t('radar.then') : t('radar.thenStart')} · <span aria-hidden="true">● ━ </span>{t('radar.now')}. {t(`direction.${scale.better}`)}</p>
      {left.length > 0 && <p className="text-sm text-muted">{t('radar.left', { names: left.join(', ') })}</p>}
    </Card>
  )
}
