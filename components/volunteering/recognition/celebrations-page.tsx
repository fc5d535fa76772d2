import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { buttonStyle } from '@/components/ui/button-style'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { type Day, partsOf } from '@/lib/platform/day'
import { celebrateVolunteer } from '@/lib/volunteering/recognition/actions'
import type { Celebration, Celebrations } from '@/lib/volunteering/recognition/queries'
import { standingOf, standings } from '@/lib/volunteering/recognition/rules'
import { VolunteerRooms } from '../volunteer-rooms'

type Props = { found: Celebrations; year: number; today: Day; mayManage: boolean; mayExport: boolean }
/** So many of those who have waited longest for a thank-you. */
const SHOWN = 20

/** Who has an anniversary in a year, those that are coming first; and who has not been thanked for long. */
export function CelebrationsPage({ found: { rows, unthanked }, year, today, mayManage, mayExport }: Props) {
  const [t, locale] = [useTranslations('recognition'), useLocale()]
  const href = (one: number) => `/volunteers/celebrations?year=${one}`
  const now = partsOf(today).year
  const parts = standings.map((stands) => ({ stands, rows: inOrder(rows.filter((row) => standingOf(row, today) === stands), stands) })).filter((part) => part.rows.length > 0)
  return (
    <>
      <PageHeading above={<VolunteerRooms current="celebrations" />} title={t('titleOf', { year: String(year) })} lead={t('lead')}
        actions={<><PrintButton>{t('print')}</PrintButton>{mayExport && <a href={`/volunteers/celebrations/export?year=${year}`} className={buttonStyle('secondary')}>{t('export')}</a>}</>} />
      <div className="space-y-6">
        <Tabs label={t('years')} items={[...new Set([now - 1, now, now + 1, year])].sort((a, b) => a - b).map((one) => ({ label: String(one), href: href(one), current: one === year }))} />
        {parts.length === 0 && <EmptyState title={t('none')} />}
        {parts.map(({ stands, rows: some }) => (
          <section key={stands}>
            <h2 className="mb-2">{t(`part.${stands}`, { count: some.length })}</h2>
            <DataTable caption={t(`part.${stands}`, { count: some.length })} rows={some} rowKey={({ id, years }) => `${id}-${years}`} rowHref={({ id }) => `/volunteers/${id}`} empty={null} columns={[
              { key: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name },
              { key: 'day', header: t('day'), nowrap: true, cell: (row) => formatDay(row.day, locale) },
              { key: 'years', header: t('yearsOf'), cell: (row) => t('count', { count: row.years }) },
              { key: 'stands', header: t('stands'), hideHeader: true, cell: (row) => <Stands row={row} mayManage={mayManage} /> },
            ]} />
          </section>
        ))}
        {unthanked.length > 0 && (
          <div className="no-print"><Card title={t('unthanked', { count: unthanked.length })}>
            <p className="mb-3 max-w-text">{t('unthankedLead')}</p>
            <ul className="space-y-1">{unthanked.slice(0, SHOWN).map((one) => <li key={one.id}><a href={`/volunteers/${one.id}`}>{one.name}</a> <span className="text-muted">{one.thanked ? t('thankedOn', { day: formatDay(one.thanked, locale) }) : t('never')}</span></li>)}</ul>
            {unthanked.length > SHOWN && <p className="mt-2 text-muted">{t('more', { count: unthanked.length - SHOWN })}</p>}
          </Card></div>
        )}
      </div>
    </>
  )
}

/** What is coming: the soonest first. What has been: the latest first. */
const inOrder = (rows: Celebration[], stands: (typeof standings)[number]) => (stands === 'coming' ? rows : rows.toReversed())

function Stands({ row, mayManage }: { row: Celebration; mayManage: boolean }) {
  const [t, locale] = [useTranslations('recognition'), useLocale()]
  if (row.celebrated) return <Tag tone="success">{t('celebratedOn', { day: formatDay(row.celebrated, locale, 'short') })}</Tag>
  return mayManage && row.open && <span className="no-print"><ActionButton action={celebrateVolunteer} values={{ volunteerId: row.id, years: String(row.years) }} size="small">{t('celebrate')}<span className="sr-only">: {row.name}</span></ActionButton></span>
}
