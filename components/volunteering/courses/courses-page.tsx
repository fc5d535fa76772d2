import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { formatClock, formatDay } from '@/lib/platform/dates'
import type { ListedCourse } from '@/lib/volunteering/courses/queries'
import { type CourseTab, courseTabs } from '@/lib/volunteering/courses/rules'
import { VolunteerRooms } from '../volunteer-rooms'

/** What volunteers are offered: courses, supervision and meetings that come, and those that were. */
export function CoursesPage({ list: { rows, coming }, tab, mayManage }: { list: { rows: ListedCourse[]; coming: number }; tab: CourseTab; mayManage: boolean }) {
  const [t, kinds, locale] = [useTranslations('courses'), useTranslations('volunteering.training'), useLocale()]
  const columns: Column<ListedCourse>[] = [
    { key: 'title', header: t('titleHead'), rowHeader: true, cell: (row) => row.title },
    { key: 'kind', header: t('kind'), cell: (row) => kinds(row.kind) },
    { key: 'on', header: t('on'), cell: (row) => t('at', { day: formatDay(row.onDay, locale), time: formatClock(row.starts, locale) }) },
    { key: 'place', header: t('place'), cell: (row) => row.place },
    { key: 'seats', header: t(tab === 'coming' ? 'seats' : 'came'), cell: (row) => (row.cancelledOn ? <Tag tone="neutral">{t('cancelled')}</Tag> : tab === 'held' ? t('cameOf', { came: row.attended, count: row.taken }) : <>{t('taken', { taken: row.taken, seats: row.seats })} {row.taken >= row.seats && <Tag tone="warning">{t('full')}</Tag>}</>) },
  ]
  return (
    <>
      <PageHeading above={<VolunteerRooms current="courses" />} title={t('title')} lead={t('lead')} actions={mayManage && <LinkButton href="/volunteers/courses/new" icon="plus">{t('new')}</LinkButton>} />
      <div className="space-y-4">
        <Tabs label={t('title')} items={courseTabs.map((one) => ({ label: t(`tab.${one}`), href: `/volunteers/courses?tab=${one}`, current: one === tab, ...(one === 'coming' && { count: coming }) }))} />
        <DataTable caption={t(`tab.${tab}`)} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/courses/${id}`} empty={<EmptyState title={t(`none.${tab}`)} />} />
      </div>
    </>
  )
}
