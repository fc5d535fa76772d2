import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip } from '@/components/ui/filter-chip'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import type { MatchList } from '@/lib/volunteering/matches/queries'
import type { AskedPair, FollowedMatch, Match } from '@/lib/volunteering/matches/sql'
import { MATCH_ROWS, type MatchesView } from '@/lib/volunteering/matches/schema'
import { Said } from './asked-answers'
import { StageTabs } from '../matching/stage-tabs'
import { NextFollowUp } from '../follow-ups/next-follow-up'
import { VolunteerRooms } from '../volunteer-rooms'

const tones = { both: 'warning', long: 'warning', one: 'info', open: 'neutral' } as const

/** From asked to ended: who has answered what, which matches run, and how those that are over ended. */
export function MatchesPage({ list, view: { tab, page, only } }: { list: MatchList; view: MatchesView }) {
  const [t, locale] = [useTranslations('matches'), useLocale()]
  const role = (code: string) => nameOf(list.lists.roles.find((one) => one.code === code), locale) || code
  const asked: Column<AskedPair>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: (row) => row.name ?? t('numberOf', { number: row.number }) },
    { key: 'volunteer', header: t('volunteer'), cell: (row) => row.volunteer.name },
    { key: 'state', header: t('state'), cell: (row) => <Tag tone={tones[row.state]}>{t(`asked.${row.state}`)}</Tag> },
    { key: 'person', header: t('personSays'), cell: (row) => <Said of="person" pair={row} /> },
    { key: 'helper', header: t('volunteerSays'), cell: (row) => <Said of="volunteer" pair={row} /> },
    { key: 'since', header: t('askedOn'), cell: (row) => formatDay(row.askedOn, locale, 'short') },
  ]
  const who: Column<Match>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: (row) => row.name ?? t('matchOf', { number: row.number }) },
    { key: 'volunteer', header: t('volunteer'), cell: (row) => row.volunteer.name },
    { key: 'role', header: t('role'), cell: (row) => role(row.role) },
    { key: 'since', header: t('startedOn'), cell: (row) => formatDay(row.startedOn, locale, 'short') },
  ]
  const running: Column<FollowedMatch>[] = [...(who as Column<FollowedMatch>[]), { key: 'next', header: t('followUp.next'), cell: (row) => <div className="space-y-1">{!row.open && <Tag tone="warning">{t('ofVolunteer.closed')}</Tag>}<NextFollowUp match={row} /></div> }]
  const ended: Column<Match>[] = [...who, { key: 'ended', header: t('endedOn'), cell: ({ end }) => end && formatDay(end.on, locale, 'short') }, { key: 'cause', header: t('cause'), cell: ({ end }) => end && t(`causes.${end.cause}`) }]
  const to = ({ id }: { id: string }) => `/volunteers/matches/${id}`
  const empty = only ? <EmptyState title={t('only.none')} good /> : <EmptyState title={t(`none.${tab}`)}>{t(`noneLead.${tab}`)}</EmptyState>
  return (
    <>
      <PageHeading above={<VolunteerRooms current="matches" />} title={t('title')} lead={t('lead')} />
      <div className="space-y-4">
        <StageTabs current={tab} counts={list.counts} />
        {only && <p className="no-print"><FilterChip label={t(`only.${only}`, { count: list.total })} removeHref={`/volunteers/matches?tab=${tab}`} /></p>}
        {tab === 'asked' ? <DataTable caption={t('tab.asked')} columns={asked} rows={list.asked} rowKey={(row) => `${row.requestId} ${row.volunteer.id}`} rowHref={(row) => `/volunteers/requests/${row.requestId}`} empty={empty} />
          : tab === 'running' ? <DataTable caption={t('tab.running')} columns={running} rows={list.running} rowKey={({ id }) => id} rowHref={to} empty={empty} /> : <DataTable caption={t('tab.ended')} columns={ended} rows={list.ended} rowKey={({ id }) => id} rowHref={to} empty={empty} />}
        {list.total > MATCH_ROWS && <Pagination page={page} pageSize={MATCH_ROWS} total={list.total} href={(one) => `/volunteers/matches?${new URLSearchParams({ tab, ...(only && { only }), page: String(one) })}`} />}
      </div>
    </>
  )
}
