import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { CaseloadRow } from '@/lib/casework/caseload/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { NextText } from './clock-line'
import { NoShow } from './no-show'

/** The people one is responsible for: what comes next and by when, and how long since somebody spoke with them. */
export function CaseloadCard({ people, today }: { people: CaseloadRow[]; today: Day }) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const columns = [
    { key: 'name', header: t('caseload.name'), rowHeader: true, cell: ({ id, name }: CaseloadRow) => <a href={`/people/${id}/contacts`}>{name}</a> },
    { key: 'next', header: t('caseload.next'), cell: ({ id, next }: CaseloadRow) => <span className="flex flex-wrap items-center gap-x-3"><NextText next={next} today={today} />{next && next.on <= today && <NoShow personId={id} />}</span> },
    { key: 'last', header: t('caseload.last'), cell: ({ clock }: CaseloadRow) => (clock.last === null ? t('caseload.never') : t('caseload.days', { count: clock.days ?? 0, day: formatDay(clock.last, locale, 'short') })) },
    { key: 'tried', header: t('caseload.tried'), align: 'end' as const, cell: ({ clock }: CaseloadRow) => clock.tried },
    { key: 'since', header: t('caseload.since'), cell: ({ since }: CaseloadRow) => formatDay(since, locale, 'short') },
  ]
  return (
    <Card title={t('caseload.title', { count: people.length })}>
      {people.length === 0 ? <EmptyState title={t('caseload.none')} icon="person">{t('caseload.noneLead')}</EmptyState>
        : <DataTable caption={t('caseload.title', { count: people.length })} rows={people} rowKey={({ id }) => id} columns={columns} empty={null} />}
    </Card>
  )
}
