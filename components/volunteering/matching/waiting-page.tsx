import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Waiting, WaitingList } from '@/lib/volunteering/matching/waiting/queries'
import { WAITING_ROWS, type WaitingView } from '@/lib/volunteering/matching/waiting/schema'
import { readSpoken } from '@/lib/volunteering/requests/rules'
import { StageTabs } from './stage-tabs'
import { VolunteerRooms } from '../volunteer-rooms'

/** Who waits for a volunteer and since when, the longest first. A name stands only where the person has agreed to it. */
export function WaitingPage({ list: { rows, total, told, counts, lists }, view: { page } }: { list: WaitingList; view: WaitingView }) {
  const [t, all, as, locale] = [useTranslations('matching'), useTranslations('volunteering'), useTranslations('companions'), useLocale()]
  const named = (code: string, of: typeof lists.roles) => nameOf(of.find((one) => one.code === code), locale) || code
  const unless = (texts: string[]) => texts.join(', ') || <span className="text-muted">{t('unknown')}</span>
  const columns: Column<Waiting>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: (row) => row.name ?? t('numberOf', { number: row.number }) },
    { key: 'role', header: t('role'), cell: (row) => named(row.role, lists.roles) },
    { key: 'since', header: t('since'), cell: (row) => <>{t('waited', { count: row.waited })}<span className="block text-sm text-muted">{formatDay(row.since, locale, 'short')}</span></> },
    { key: 'meeting', header: t('meetingAt'), cell: (row) => (row.meeting ? <>{formatDay(dayOf(row.meeting.startsAt), locale, 'short')} {formatTimeSpan(row.meeting.startsAt, row.meeting.endsAt, locale)}<span className="block text-sm text-muted">{as(`role.${row.meeting.role}`)}</span></> : '–') },
    { key: 'languages', header: t('languages'), cell: (row) => unless(row.languages.map((code) => all(`language.${readSpoken(code).language}`))) },
    { key: 'areas', header: t('areas'), cell: (row) => unless(row.areas.map((code) => named(code, lists.areas))) },
    { key: 'may', header: t('may'), cell: (row) => <Tag tone={row.told ? 'success' : 'neutral'}>{t(row.told ? 'told' : 'notTold')}</Tag> },
  ]
  return (
    <>
      <PageHeading above={<VolunteerRooms current="waiting" />} title={t('title')} lead={t('lead', { count: total, told })} actions={told > 0 && <LinkButton href="/volunteers/plan">{t('toPlan')}</LinkButton>} />
      <div className="space-y-4">
        <StageTabs current="waiting" counts={{ ...counts, waiting: total }} />
        <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/requests/${id}`} empty={<EmptyState title={t('none')} good>{t('noneLead')}</EmptyState>} />
        {total > WAITING_ROWS && <Pagination page={page} pageSize={WAITING_ROWS} total={total} href={(one) => `/volunteers/waiting?page=${one}`} />}
      </div>
    </>
  )
}
