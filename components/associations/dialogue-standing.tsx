import { useLocale, useTranslations } from 'next-intl'
import { WhyUnder } from '@/components/outreach/why'
import { Tag } from '@/components/ui/tag'
import type { Dialogue } from '@/lib/associations/dialogue/rules'
import { formatDay } from '@/lib/platform/dates'

const tones = { planned: 'info', missing: 'error', soon: 'warning', later: 'neutral' } as const

/** When the association is met next, and how that day was counted. */
export function DialogueStanding({ next: { state, day, explanation } }: { next: Dialogue }) {
  const [t, locale] = [useTranslations('associations.dialogue'), useLocale()]
  if (state === 'none' || !day) return <span className="text-muted">{t('state.none')}</span>
  return <WhyUnder why={explanation}><Tag tone={tones[state]}>{t(`state.${state}`)}</Tag><span className="text-sm">{t(state === 'planned' ? 'onDay' : 'by', { day: formatDay(day, locale, 'short') })}</span></WhyUnder>
}
