import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { type Asked, daysOf, type UnitFigures } from '@/lib/casework/management/rules'
import { type FigureRow, type FigureRows, ROWS } from '@/lib/casework/management/queries'
import { managementHref, rowsHref } from '@/lib/casework/management/schema'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { binsName, partName, periodName } from './words'

type Words = ReturnType<typeof useTranslations<'management'>>

function titleOf(t: Words, asked: Asked, figures: UnitFigures): string {
  if (asked.figure === 'caseload') return t('rows.caseload', { state: asked.state, who: asked.who === null ? t('caseload.nobody') : (figures.holders.find(({ id }) => id === asked.who)?.name ?? '–') })
  if (asked.figure === 'contacts') return t('rows.contacts', { bins: binsName(t, asked.bins, daysOf(figures)) })
  return asked.figure === 'deadlines' ? t('rows.deadlines', { outcome: t(`deadlines.${asked.outcome}`) }) : t(`rows.${asked.figure}`)
}

function columnsOf(t: Words, asked: Asked, locale: string): Column<FigureRow>[] {
  const day = (on: Day | null, otherwise: string) => (on ? formatDay(on, locale, 'short') : otherwise)
  const name: Column<FigureRow> = { key: 'name', header: t('rows.name'), rowHeader: true, cell: (row) => row.name ?? t('rows.noPerson') }
  const holder: Column<FigureRow> = { key: 'holder', header: t('rows.holder'), cell: (row) => row.holder ?? t('rows.nobody') }
  if (asked.figure === 'deadlines') return [name, { key: 'text', header: t('rows.text'), cell: (row) => row.text }, { key: 'due', header: t('rows.due'), nowrap: true, cell: (row) => <>{day(row.on, '')}{row.moved && ` (${t('rows.movedOnce')})`}</> }, holder]
  const kind: Column<FigureRow> = { key: 'kind', header: t('rows.kind'), cell: (row) => row.kind && t(`kinds.${row.kind}`) }
  if (asked.figure === 'caseload' || asked.figure === 'contacts')
    return [name, kind, { key: 'since', header: t('rows.since'), nowrap: true, cell: (row) => day(row.on, '') }, { key: 'last', header: t('rows.last'), nowrap: true, cell: (row) => day(row.lastOn, t('rows.never')) }, holder]
  const took: Column<FigureRow> = { key: 'weeks', header: t('rows.weeks'), cell: (row) => row.days !== null && t('time.weeks', { weeks: Math.round(row.days / 7) }) }
  return [name, kind, { key: 'on', header: t('rows.on'), nowrap: true, cell: (row) => day(row.on, '') }, ...(asked.figure === 'closed' ? [took] : []), holder]
}

/** The rows behind a figure that the reader has a reason to open, and how many there are besides. */
export function RowsPage({ found, asked, today, page }: { found: FigureRows; asked: Asked; today: Day; page: number }) {
  const [t, locale] = [useTranslations('management'), useLocale()]
  const { number, open, hidden, rows, figures } = found
  const lead = [asked.figure === 'caseload' || asked.figure === 'contacts' ? t('caseload.now') : periodName(t, asked.period, today, locale), ...('of' in asked && asked.of !== 'all' ? [t('rows.of', { part: partName(t, asked.of, figures.methods, locale) })] : [])].join(' · ')
  const href = ({ personId, id }: FigureRow) => (asked.figure === 'deadlines' ? (personId ? `/people/${personId}/tasks?open=${id}#task-${id}` : `/tasks?open=${id}#task-${id}`) : `/people/${personId}/cases#case-${id}`)
  const others = hidden === null ? t('rows.othersHidden') : hidden > 0 ? t('rows.others', { count: hidden, open }) : null
  return (
    <>
      <PageHeading above={<BackLink href={'period' in asked ? managementHref({ span: 'between', period: asked.period, of: 'of' in asked ? asked.of : 'all', within: null }) : '/management'}>{t('rows.back')}</BackLink>} title={titleOf(t, asked, figures)} lead={lead} actions={rows.length > 0 && <PrintButton>{t('print')}</PrintButton>} />
      <p className="mb-3 font-semibold">{number === null ? t('rows.hiddenNumber') : t('rows.number', { count: number })}</p>
      <DataTable caption={titleOf(t, asked, figures)} columns={columnsOf(t, asked, locale)} rows={rows} rowKey={({ id, on }) => `${id} ${on}`} rowHref={href}
        empty={number === 0 ? <EmptyState title={t('rows.none')} icon="inbox" /> : <EmptyState title={t('rows.noneOpen')} icon="inbox">{t('rows.noneOpenLead')}</EmptyState>} />
      {others && <p className="mt-3" role="status">{others}</p>}
      <Pagination page={page} pageSize={ROWS} total={open} href={(next) => rowsHref(asked, next)} />
    </>
  )
}
