import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import type { Timeline } from '@/lib/people/timeline/sql'
import type { TimelineKind } from '@/lib/people/timeline/schema'
import { PersonFrame, type PersonFrameProps, tabHref } from './person-frame'
import { TimelineEntries } from './timeline-entries'

export function TimelinePage({ timeline, kind, kinds, page, pageSize, ...frame }: PersonFrameProps & { timeline: Timeline; /** Those there can be anything of for the reader. */ kinds: readonly TimelineKind[]; kind?: TimelineKind; page: number; pageSize: number }) {
  const t = useTranslations('people.timeline')
  const base = tabHref(frame.bar.id, 'timeline')
  const link = (to: TimelineKind | undefined, label: string) => (
    <Link key={label} href={to ? `${base}?kind=${to}` : base} prefetch={false} aria-current={to === kind ? 'true' : undefined} className="aria-[current]:font-semibold aria-[current]:no-underline">{label}</Link>
  )
  return (
    <PersonFrame {...frame} tab="timeline">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2"><h2>{t('title')}</h2>{timeline.rows.length > 0 && <PrintButton>{t('print')}</PrintButton>}</div>
      <p className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1"><span className="text-muted">{t('filter')}:</span>{link(undefined, t('all'))}{kinds.map((one) => link(one, t(`kind.${one}`)))}</p>
      <TimelineEntries timeline={timeline} personId={frame.bar.id} newest={page === 1} empty={<EmptyState title={kind ? t('noneKind') : t('none')} />} />
      <Pagination page={page} pageSize={pageSize} total={timeline.total} href={(to) => `${base}?${new URLSearchParams({ ...(kind && { kind }), page: String(to) })}`} />
    </PersonFrame>
  )
}
