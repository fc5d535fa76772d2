import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { Tag } from '@/components/ui/tag'
import { WorkingDaysLeft } from '@/components/ui/working-days-left'
import { ageOn } from '@/lib/people/record/rules'
import { OWN_DATE } from '@/lib/outreach/due/list/queues'
import type { ListRow } from '@/lib/outreach/due/list/rows'
import { listHref, type ListSort, type ListState, SORTS } from '@/lib/outreach/due/list/schema'
import type { Day } from '@/lib/platform/day'
import { WhyUnder } from '../why'
import { OwnCell } from './own-cell'
import { RememberRow } from './remember-row'
import { RowActions } from './row-actions'

type Props = { rows: ListRow[]; state: ListState; today: Day; current: string | null; back: string; empty: ReactNode }

export async function DueTable({ rows, state, today, current, back, empty }: Props) {
  const t = await getTranslations('outreach')
  const columns: Column<ListRow>[] = [
    { key: 'name', header: t('column.name'), sortKey: 'name', rowHeader: true, cell: (row) => row.name },
    { key: 'town', header: t('column.place'), sortKey: 'town', cell: (row) => <Place row={row} age={row.birthDate ? ageOn(row.birthDate, today) : null} t={t} /> },
    { key: 'due', header: t('column.due'), sortKey: 'due', cell: (row) => <DueCell row={row} /> },
    { key: 'own', header: t('column.own'), sortKey: OWN_DATE.includes(state.queue) ? 'queue' : undefined, cell: (row) => <OwnCell row={row} queue={state.queue} /> },
    { key: 'letter', header: t('column.letter'), sortKey: 'letter', nowrap: true, cell: (row) => <DateText day={row.lastLetterOn} look="short" /> },
    { key: 'contact', header: t('column.contact'), sortKey: 'contact', nowrap: true, cell: (row) => <DateText day={row.lastContactOn} look="short" /> },
    { key: 'actions', header: t('column.actions'), hideHeader: true, align: 'end', cell: (row) => <RowActions row={row} queue={state.queue} today={today} back={back} /> },
  ]
  return (
    <RememberRow>
      <DataTable caption={t(`queue.${state.queue}`)} columns={columns} rows={rows} rowKey={(row) => row.personId} rowHref={(row) => `/people/${row.personId}`} currentKey={current ?? undefined} empty={empty}
        sort={{ key: state.sort, direction: state.direction, href: (key, direction) => listHref(state, { sort: sortOf(key), direction }) }} />
    </RememberRow>
  )
}

function sortOf(key: string): ListSort {
  return SORTS.find((sort) => sort === key) ?? 'due'
}

/** Town, or why there is none; and what one must know before ringing the bell. */
function Place({ row, age, t }: { row: ListRow; age: number | null; t: Awaited<ReturnType<typeof getTranslations<'outreach'>>> }) {
  return (
    <span className="flex flex-wrap items-center gap-1">
      <span>{[age === null ? null : t('due.age', { age }), row.town].filter(Boolean).join(', ')}</span>
      {row.protection === 'P3' && <Tag icon="lock">{t('tag.shielded')}</Tag>}
      {(row.protection === 'P1' || row.protection === 'P2') && <Tag icon="lock">{t('tag.protected')}</Tag>}
      {row.channel === 'NONE' && <Tag tone="warning">{t('tag.noAddress')}</Tag>}
      {row.vulnerable && <Tag tone="info">{t('tag.vulnerable')}</Tag>}
    </span>
  )
}

function DueCell({ row }: { row: ListRow }) {
  if (!row.due || row.due.kind === 'reconsider') return <DateText day={null} />
  return (
    <WhyUnder why={row.due.why}>
      <DateText day={row.due.day} look="short" />
      <WorkingDaysLeft days={row.due.lateness.workingDays} />
    </WhyUnder>
  )
}
