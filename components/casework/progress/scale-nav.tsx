import { useLocale, useTranslations } from 'next-intl'
import type { Measured, Scale } from '@/lib/casework/progress/rules'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import { nameOf } from '@/lib/platform/i18n/named'
import { numeral } from './sentences'

type Props = { href: string; scales: readonly Scale[]; measured: readonly Measured[]; shown: Scale | null }

/** The scales the person is measured on, and the others behind them; where nothing was measured, all of them with what they ask. */
export function ScaleNav({ href, scales, measured, shown }: Props) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const used = scales.filter(({ code }) => code === shown?.code || measured.some((one) => one.scale === code))
  const others = scales.filter((one) => !used.includes(one) && !one.retired)
  const about = (scale: Scale) => `${locale === 'da' ? scale.aboutDa : scale.aboutEn} ${t('range', { lowest: numeral(scale.lowest), highest: numeral(scale.highest) })}. ${t(`direction.${scale.better}`)}`
  const list = (
    <ul className="space-y-2">
      {others.map((scale) => <li key={scale.code}><a href={`${href}?scale=${scale.code}`} className="font-semibold">{nameOf(scale, locale)}</a><span className="block text-sm text-muted">{about(scale)}</span></li>)}
    </ul>
  )
  if (!shown) return list
  return (
    <nav aria-label={t('scales.title')} className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      {used.map((scale) => <a key={scale.code} href={`${href}?scale=${scale.code}`} aria-current={scale.code === shown.code ? 'page' : undefined} className={scale.code === shown.code ? 'font-semibold' : ''}>{nameOf(scale, locale)}{scale.retired && <> <Tag>{t('retired')}</Tag></>}</a>)}
      {others.length > 0 && <Explain summary={t('other')}>{list}</Explain>}
    </nav>
  )
}
