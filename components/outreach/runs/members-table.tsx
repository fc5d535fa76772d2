import { getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText, Missing } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import type { RunGroup } from '@/lib/outreach/runs/groups'
import { type MemberLine, MEMBERS_PER_PAGE } from '@/lib/outreach/runs/members/queries'
import type { RunDetails } from '@/lib/outreach/runs/queries'

type Props = { run: RunDetails; group: RunGroup; rows: MemberLine[]; total: number; hidden: number; page: number }

/** The people of one group, each with why they are in it. The heading counts everybody; of those the reader may not open nothing else is told. */
export async function MembersTable({ run, group, rows, total, hidden, page }: Props) {
  const t = await getTranslations('runs')
  const columns: Column<MemberLine>[] = [
    { key: 'name', header: t('people.name'), rowHeader: true, cell: (row) => row.name },
    { key: 'reason', header: t('people.reason'), cell: (row) => <>{t(`reason.${row.reason}`)}{row.note && <span className="block text-sm text-muted">“{row.note}”</span>}</> },
    { key: 'channel', header: t('people.channel'), cell: (row) => (row.channel ? t(`channel.${row.channel}`) : <Missing text={t('people.none')} />) },
    { key: 'due', header: t('people.due'), cell: (row) => <DateText day={row.dueOn} look="short" /> },
    { key: 'letter', header: t('people.letter'), cell: (row) => <LetterCell row={row} /> },
  ]
  return (
    <section id="people" className="mt-8">
      <h2>{t('people.title', { group: t(`group.${group}`), count: total + hidden })}</h2>
      <p className="mb-3 max-w-text text-sm text-muted">{t(`how.${group}`)}</p>
      <DataTable caption={t(`group.${group}`)} columns={columns} rows={rows} rowKey={(row) => row.personId}
        rowHref={(row) => `/outreach/runs/${run.id}/people/${row.personId}`} empty={hidden > 0 ? undefined : <EmptyState title={t('people.empty')} />} />
      {hidden > 0 && <p className="mt-3 max-w-text text-sm text-muted">{t('people.hidden', { count: hidden })}</p>}
      <Pagination page={page} pageSize={MEMBERS_PER_PAGE} total={total} href={(to) => `/outreach/runs/${run.id}?group=${group}&page=${to}#people`} />
    </section>
  )
}

async function LetterCell({ row }: { row: MemberLine }) {
  const t = await getTranslations('runs')
  if (!row.letterState) return <Missing text={t('people.none')} />
  const tone = row.letterState === 'FAILED' || row.letterState === 'UNCERTAIN' ? 'error' : row.letterState === 'SENT' ? 'success' : 'neutral'
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Tag tone={tone}>{t(`letter.${row.letterState}`)}</Tag>
      {row.fileId && <a href={`/outreach/letters/${row.letterId}`}>{t('people.open')}</a>}
    </span>
  )
}
