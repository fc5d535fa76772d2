import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { DataTable, type Column } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { NavTabs } from '@/components/ui/nav-tabs'
import { REPLIES_PAGE, type ListedReply, type ReplyView } from '@/lib/outreach/replies/queries'
import { handleReply } from '@/lib/outreach/tasks/actions'
import { formatPhone } from '@/lib/people/phones/rules'
import { DateText } from '@/components/ui/date-text'
import { WorkingDaysLeft } from '@/components/ui/working-days-left'
import { formatDay, formatMoment } from '@/lib/platform/dates'

type Props = { view: ReplyView; page: number; rows: ListedReply[]; total: number }

/** What people answered, oldest first, each with the button that takes it up. */
export async function ReplyList({ view, page, rows, total }: Props) {
  const [t, locale] = await Promise.all([getTranslations('reply'), getLocale()])
  const columns: Column<ListedReply>[] = [
    { key: 'name', header: t('list.person'), rowHeader: true, cell: (row) => `${row.firstName} ${row.lastName}` },
    { key: 'what', header: t('list.reply'), cell: (row) => <What row={row} /> },
    { key: 'received', header: t('list.received'), nowrap: true, cell: (row) => formatMoment(row.receivedAt, locale, 'short') },
    view === 'open'
      ? { key: 'due', header: t('list.due'), cell: (row) => (row.dueOn && row.workingDays !== null ? <div><DateText day={row.dueOn} look="short" />{row.workingDays < 0 && <span className="block"><WorkingDaysLeft days={row.workingDays} /></span>}</div> : '–') }
      : { key: 'handled', header: t('list.handled'), cell: (row) => (row.handledAt ? `${formatMoment(row.handledAt, locale, 'short')}${row.handledBy ? `, ${row.handledBy}` : ''}` : '–') },
    { key: 'action', header: t('list.action'), hideHeader: true, align: 'end', cell: (row) => (view === 'open' ? <Take row={row} texts={{ book: t('list.book'), address: t('list.address'), take: t('list.take') }} /> : null) },
  ]
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <div className="mb-4"><NavTabs label={t('list.title')} items={(['open', 'handled'] as const).map((key) => ({ label: t(`list.${key}`), href: `/outreach/replies?view=${key}`, current: key === view }))} /></div>
      <DataTable caption={t(`list.${view}`)} columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/people/${row.personId}`}
        empty={<EmptyState good={view === 'open'} title={t(view === 'open' ? 'list.none' : 'list.noneHandled')} />} />
      {total > REPLIES_PAGE && <Pagination page={page} pageSize={REPLIES_PAGE} total={total} href={(to) => `/outreach/replies?view=${view}&page=${to}`} />}
    </>
  )
}

async function What({ row }: { row: ListedReply }) {
  const [t, locale] = await Promise.all([getTranslations('reply'), getLocale()])
  const details = [
    row.talkStartsAt && formatMoment(row.talkStartsAt, locale, 'short'),
    row.phone && formatPhone(row.phone),
    row.callTime && row.callTime !== 'ANY' && t(`call.${row.callTime}`),
  ].filter(Boolean)
  return (
    <div>
      <span className="font-semibold">{t(`staff.${row.kind}`, { month: row.laterMonth ? formatDay(row.laterMonth, locale, 'month') : '' })}</span>
      {details.length > 0 && <span className="block">{details.join(' · ')}</span>}
      {row.message && <span className="mt-1 block whitespace-pre-line text-muted">{row.message}</span>}
    </div>
  )
}

/** The step that settles the answer first; saying that it is settled beside it. */
function Take({ row, texts }: { row: ListedReply; texts: Record<'book' | 'address' | 'take', string> }) {
  const wantsTime = row.kind === 'TALK' && !row.talkStartsAt
  return (
    <div className="form-actions justify-end">
      {(wantsTime || row.kind === 'CALL') && <LinkButton size="small" href={`/outreach/talks/book?person=${row.personId}`}>{texts.book}</LinkButton>}
      {row.kind === 'MOVED' && <LinkButton size="small" href={`/people/${row.personId}/edit/address`}>{texts.address}</LinkButton>}
      <ActionButton action={handleReply} values={{ replyId: row.id }} size="small">{texts.take}</ActionButton>
    </div>
  )
}
