import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { StatFigure } from '@/components/ui/stat-figure'
import { coverage, type Figure, type OutreachMonth } from '@/lib/outreach/figures/rules'
import { formatDay } from '@/lib/platform/dates'

/** What a manager sees first: the same figures as the coordinator, without the people behind them. */
export async function FiguresHome({ latest }: { latest: OutreachMonth | null }) {
  const t = await getTranslations('outreach')
  const locale = await getLocale()
  if (!latest || latest.population === null) return <EmptyState title={t('figures.none')}>{t('figures.noneBody')}</EmptyState>
  const asOf = t('figures.asOf', { date: formatDay(latest.day, locale) })
  return (
    <section aria-label={t('figures.now')} className="grid gap-4 sm:grid-cols-3">
      <StatFigure label={t('home.coverage')} value={shown(coverage(latest.covered, latest.population))} decimals={1} unit="%" period={`${t('home.goalHundred')} · ${asOf}`} how={t('figures.coverageNote')} href="/reporting" />
      <StatFigure label={t('home.overdue')} value={shown(latest.overdue)} unit={t('figures.people')} period={asOf} how={t('figures.overdueNote')} href="/reporting#overdue" />
      <StatFigure label={t('queue.EVERYONE')} value={shown(latest.population)} unit={t('figures.people')} period={asOf} how={t('how.EVERYONE')} />
    </section>
  )
}

function shown(figure: Figure): number | null | 'small' {
  return figure === 'hidden' ? 'small' : figure
}
