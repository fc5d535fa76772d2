import { getLocale, getTranslations } from 'next-intl/server'
import type { ChartSeries } from '@/components/charts/chart-data'
import { LineChart } from '@/components/charts/line-chart'
import { StackedBarChart } from '@/components/charts/stacked-bar-chart'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { coverage, type Figure, type OutreachMonth } from '@/lib/outreach/figures/rules'
import { formatDay } from '@/lib/platform/dates'

const REPLIES = ['TALK', 'CALL', 'LATER', 'NOT_THIS_YEAR', 'NEVER', 'MOVED'] as const
const STEPS = ['PHONE', 'OTHER_CHANNEL', 'HOME_VISIT'] as const

/** Coverage and activity month by month. `exact`: the reader may see the people, so the lists are one click away. */
export async function FiguresPage({ months, exact }: { months: OutreachMonth[]; exact: boolean }) {
  const t = await getTranslations('outreach')
  const locale = await getLocale()
  const categories = months.map(({ month }) => formatDay(month, locale, 'shortMonth'))
  const series = (name: string, pick: (month: OutreachMonth) => Figure): ChartSeries => ({ name, values: months.map(pick) })
  const common = { categories, categoryLabel: t('figures.month'), titleHidden: true as const }
  if (!months.some(({ population }) => population !== null)) return <><PageHeading title={t('figures.title')} /><EmptyState title={t('figures.none')}>{t('figures.noneBody')}</EmptyState></>
  return (
    <>
      <PageHeading title={t('figures.title')} lead={t('figures.lead')} />
      {exact ? <p className="mb-4 max-w-text text-sm text-muted">{t('figures.listed')}</p> : <div className="mb-4"><Alert tone="info" title={t('figures.aggregate')} /></div>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-2">
        <Card id="coverage" title={t('figures.coverage')} actions={exact && <LinkButton href="/outreach?queue=NOT_COVERED" size="small">{t('queue.NOT_COVERED')}</LinkButton>}>
          <LineChart {...common} title={t('figures.coverage')} summary={t('figures.coverageSummary')} note={t('figures.coverageNote')} unit="%" max={100} goal={{ value: 100, label: t('figures.goal') }}
            series={[series(t('figures.coverageSeries'), (month) => coverage(month.covered, month.population))]} />
        </Card>
        <Card id="overdue" title={t('figures.overdue')} actions={exact && <LinkButton href="/outreach?queue=OVERDUE" size="small">{t('queue.OVERDUE')}</LinkButton>}>
          <LineChart {...common} title={t('figures.overdue')} summary={t('figures.overdueSummary')} note={t('figures.overdueNote')} series={[series(t('figures.overdue'), (month) => month.overdue)]} />
        </Card>
        <Card id="letters" title={t('figures.letters')}>
          <StackedBarChart {...common} title={t('figures.letters')} summary={t('figures.lettersSummary')} note={t('figures.lettersNote')}
            series={[series(t('figures.lettersFirst'), (month) => month.letters.first), series(t('figures.lettersYearly'), (month) => month.letters.yearly)]} />
        </Card>
        <Card id="replies" title={t('figures.replies')} actions={exact && <LinkButton href="/outreach?queue=REPLIES" size="small">{t('queue.REPLIES')}</LinkButton>}>
          <StackedBarChart {...common} title={t('figures.replies')} summary={t('figures.repliesSummary')} note={t('figures.repliesNote')} series={REPLIES.map((kind) => series(t(`reply.${kind}`), (month) => month.replies[kind] ?? null))} />
        </Card>
        <Card id="steps" title={t('figures.steps')} actions={exact && <LinkButton href="/outreach?queue=NO_REPLY" size="small">{t('queue.NO_REPLY')}</LinkButton>}>
          <StackedBarChart {...common} title={t('figures.steps')} summary={t('figures.stepsSummary')} note={t('figures.stepsNote')} series={STEPS.map((step) => series(t(`step.${step}`), (month) => month.steps[step] ?? null))} />
        </Card>
      </div>
    </>
  )
}
