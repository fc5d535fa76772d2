import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Banner } from '@/components/ui/banner'
import { endGlass } from '@/lib/oversight/break-glass/actions'
import { formatMoment } from '@/lib/platform/dates'

/** On every page of somebody who is open behind broken glass: until when, and the way out. */
export function GlassBanner({ id, until }: { id: string; until: Date }) {
  const t = useTranslations('oversight.glass')
  return <Banner tone="error" actions={<ActionButton action={endGlass} values={{ id }} size="small">{t('endNow')}</ActionButton>}>{t('open', { until: formatMoment(until, useLocale(), 'short') })}</Banner>
}
