import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { toDay } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Group, GroupList } from '@/lib/volunteering/groups/queries'
import { VolunteerRooms } from '../volunteer-rooms'

/** The groups there are: where and when, who helps, and how many come. */
export function GroupsPage({ list: { groups, kinds }, mayManage }: { list: GroupList; mayManage: boolean }) {
  const [t, locale] = [useTranslations('groups'), useLocale()]
  const columns: Column<Group>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
    { key: 'kind', header: t('kind'), cell: ({ kind, closed }) => <>{nameOf(kinds.find(({ code }) => code === kind), locale) || kind} {closed && <Tag>{t('closed')}</Tag>}</> },
    { key: 'meets', header: t('meets'), cell: ({ meets, place }) => [meets, place].filter(Boolean).join(' · ') || '–' },
    { key: 'leader', header: t('leader'), cell: ({ leader }) => leader?.name ?? '–' },
    { key: 'helpers', header: t('helpers'), align: 'end', cell: ({ helpers }) => helpers },
    { key: 'citizens', header: t('citizens'), align: 'end', cell: ({ citizens, seats }) => (seats === null ? citizens : t('ofSeats', { many: citizens, seats })) },
    { key: 'last', header: t('lastMet'), cell: ({ lastMet }) => (lastMet ? formatDay(toDay(lastMet), locale, 'short') : t('never')) },
  ]
  return (
    <>
      <PageHeading above={<VolunteerRooms current="groups" />} title={t('title')} lead={t('lead')} actions={mayManage && <LinkButton href="/volunteers/groups/new" icon="plus">{t('new')}</LinkButton>} />
      <DataTable caption={t('title')} columns={columns} rows={groups} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/groups/${id}`} empty={<EmptyState title={t('none')}>{t('noneLead')}</EmptyState>} />
    </>
  )
}
