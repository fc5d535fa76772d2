import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/platform/dates'
import { isDay } from '@/lib/platform/day'

const families: Record<string, string[]> = { protection: ['protection'], digital_post: ['digitalPost'], language: ['language'], service: ['service'], kind: ['role', 'relation', 'wish'] }

/** A stored value as a person reads it: codes by name, days as days, yes and no. Ids say nothing to anybody and are not shown. */
export function HistoryValue({ field, value, hidden = false }: { field: string; value: string | null; hidden?: boolean }) {
  const t = useTranslations('people')
  const locale = useLocale()
  if (hidden) return <span className="text-muted">{t('history.hiddenAddress')}</span>
  if (value === null || value === '') return <span className="text-faint">{t('history.empty')}</span>
  if (field.endsWith('_id')) return <span className="text-muted">{t('history.name.mergedRecord')}</span>
  if (isDay(value)) return <span className="tabular">{formatDay(value, locale, 'short')}</span>
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'history.yes' : 'history.no')
  const family = families[field]?.find((name) => t.has(`${name}.${value}`))
  if (family) return t(`${family}.${value}`)
  const [number, kind] = field === 'cpr' ? value.split(' ') : []
  return <span className="[overflow-wrap:anywhere]">{number ? `${number}${kind === 'REPLACEMENT' ? ` (${t('bar.replacement')})` : ''}` : value}</span>
}
