import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { OpenedCard } from '@/components/access/reasons/opened-card'
import { PageHeading } from '@/components/ui/page-heading'
import { StatFigure } from '@/components/ui/stat-figure'
import type { Opened } from '@/lib/access/reasons/queries'
import { listHref, listState } from '@/lib/outreach/due/list/schema'
import type { ListQueue } from '@/lib/outreach/due/list/queues'
import { coverage } from '@/lib/outreach/figures/rules'
import type { CoordinatorHome } from '@/lib/outreach/home/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { UndoBanner } from '../due/undo-banner'
import { AttentionList } from './attention-list'
import { HomeLists } from './home-lists'
import { TodaysTalks } from './todays-talks'

const queue = (code: ListQueue) => listHref(listState({ queue: code }))

/** Four figures, then what waits, then the day, then the lists. */
export async function CoordinatorHomePage({ home, tasks, offered, opened, today, undo }: { tasks: ReactNode; /** Cases that wait to be taken. */ offered: ReactNode; opened: Opened[]; home: CoordinatorHome; today: Day; undo: string | null }) {
  const t = await getTranslations('outreach')
  const locale = await getLocale()
  const { counts } = home
  const share = coverage(counts.COVERED, counts.EVERYONE)
  return (
    <>
      <PageHeading title={t('home.title')} lead={formatDay(today, locale, 'weekday')} />
      {undo && <UndoBanner attemptId={undo} back="/" />}
      <section aria-label={t('home.figures')} className="mb-6 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <StatFigure label={t('home.overdue')} value={counts.OVERDUE} unit={t('home.overdueUnit')} period={t('home.goalZero')} how={t('how.OVERDUE')} href={queue('OVERDUE')} tone={counts.OVERDUE > 0 ? 'warning' : 'success'} />
        <StatFigure label={t('home.coverage')} value={share === 'hidden' ? 'small' : share} decimals={1} unit="%" period={t('home.goalHundred')} href={queue('COVERED')} tone={share === 100 ? 'success' : undefined}
          how={<>{t('home.coverageHow', { covered: counts.COVERED, all: counts.EVERYONE })} {counts.NOT_COVERED > 0 && <Link href={queue('NOT_COVERED')} prefetch={false}>{t('home.coverageMissing', { count: counts.NOT_COVERED })}</Link>}</>} />
        <StatFigure label={t('home.replies')} value={counts.REPLIES} period={t('home.repliesPeriod')} how={t('how.REPLIES')} href={queue('REPLIES')} />
        <StatFigure label={t('home.steps')} value={counts.NO_REPLY} period={t('home.stepsPeriod')} how={t('how.NO_REPLY')} href={queue('NO_REPLY')} />
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="min-w-0 space-y-6"><AttentionList home={home} today={today} />{tasks}</div>
        <div className="space-y-6">
          <TodaysTalks talks={home.talks} />
          {offered}
          <OpenedCard opened={opened} />
          <HomeLists counts={counts} protections={home.protections} unassigned={home.unassigned} />
        </div>
      </div>
    </>
  )
}
