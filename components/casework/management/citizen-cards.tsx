import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { type ContactGroup, contactsOf, daysOf, flowCell, type Kept, monthsOf, moves, type Part, partsIn, reachedWithin, sharesOf, type UnitFigures, withinOf } from '@/lib/casework/management/rules'
import type { ManagementView } from '@/lib/casework/management/schema'
import { formatMonth } from '@/lib/platform/dates'
import { type Day, lastOfMonth } from '@/lib/platform/day'
import { Figure, FigureCard } from './figure'
import { binsName, partName } from './words'

type Props = { figures: UnitFigures; view: ManagementView; said: string }
const NobodyTold = ({ text }: { text: string }) => <p className="max-w-text">{text}</p>

/** How long ago the people of the open cases were reached. */
export function ContactFigures({ figures, view, said }: Props) {
  const [t, whole, locale] = [useTranslations('management.contacts'), useTranslations('management'), useLocale()]
  const [of, days, within] = [view.of, daysOf(figures), withinOf(figures, view.within)]
  const found = contactsOf(figures, of)
  const part = partName(whole, of, figures.methods, locale)
  const reached = found && reachedWithin(found.groups, within, days)
  // What the sentence says is the sum of what the table says, and all of them only when it is.
  const shares = new Map(sharesOf((found?.groups ?? []).map(({ cases }) => cases)).map((share, at) => [found?.groups[at]?.to ?? 0, share]))
  const share = reached === found?.cases ? 100 : Math.min(99, [...shares].reduce((sum, [to, one]) => sum + (to <= days.indexOf(within) + 1 ? one : 0), 0))
  const columns: Column<ContactGroup>[] = [
    { key: 'range', header: t('range'), rowHeader: true, cell: (group) => binsName(whole, group, days) },
    { key: 'cases', header: t('cases'), align: 'end', cell: ({ from, to, cases }) => <Figure value={cases} asked={{ figure: 'contacts', of, bins: { from, to } }} label={binsName(whole, { from, to }, days)} /> },
    { key: 'share', header: t('share'), align: 'end', cell: ({ to }) => `${shares.get(to) ?? 0} %` },
  ]
  return (
    <FigureCard id="contacts" title={t('title')} period={`${said} · ${part}`} how={t('how')}>
      {found === null ? <NobodyTold text={t('part', { division: t(of.startsWith('kind') ? 'kind' : 'method') })} /> : found.cases === 0 ? <EmptyState title={t('none')} icon="inbox" /> : (
        <>
          <p className="mb-2">{reached === null ? t('withinHidden', { days: within, all: found.cases }) : t('within', { share, days: within, count: reached ?? 0, all: found.cases })}</p>
          <DataTable caption={t('title')} columns={columns} rows={found.groups} rowKey={({ from }) => String(from)} empty={null} compact />
        </>
      )}
    </FigureCard>
  )
}

/** What came in and what went out, month by month. */
export function FlowFigures({ figures, view: { of, period }, said }: Props) {
  const [t, whole, locale] = [useTranslations('management.flow'), useTranslations('management'), useLocale()]
  // Months of which nothing can be told would be a table of nothing.
  const months = monthsOf(period)
  const told = months.filter((month) => moves.some((what) => flowCell(figures, of, what, month)?.cases !== null))
  const rows: (Day | null)[] = [...told.toReversed(), null]
  const name = (month: Day | null) => (month === null ? t('all') : formatMonth(month, locale))
  const columns: Column<Day | null>[] = [
    { key: 'month', header: t('month'), rowHeader: true, cell: name },
    ...moves.map((what): Column<Day | null> => ({ key: what, header: t(what), align: 'end',
      cell: (month) => <Figure value={flowCell(figures, of, what, month)?.cases ?? null} asked={{ figure: what, of, period: month === null ? period : { first: month, last: lastOfMonth(month) } }} label={`${name(month)}, ${t(what)}`} /> })),
  ]
  return (
    <FigureCard id="flow" title={t('title')} period={`${said} · ${partName(whole, of, figures.methods, locale)}`} how={t('how')}>
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(month) => month ?? 'all'} empty={null} compact />
      {told.length < months.length && <p className="mt-2 max-w-text text-sm">{t('months')}</p>}
    </FigureCard>
  )
}

/** How long cases took that were closed in the period: all, by kind and by method. Kinds and methods nothing was closed of stand aside. */
export function TimeFigures({ figures, view: { period }, said }: Props) {
  const [t, whole, locale, format] = [useTranslations('management.time'), useTranslations('management'), useLocale(), useFormatter()]
  const cellOf = (part: Part) => flowCell(figures, part, 'closed', null)
  const divisions = (['kind', 'method'] as const).filter((split) => figures.flow.some((cell) => cell.split === split && cell.what === 'closed' && cell.month === null && cell.cases === null))
  const rows = partsIn(figures.methods).filter((part) => part === 'all' || (cellOf(part)?.cases ?? 0) > 0)
  const weeks = (value: Kept | undefined) => (value === null || value === undefined ? <span className="text-sm text-muted">{whole('hidden')}</span> : t('weeks', { weeks: value }))
  const columns: Column<Part>[] = [
    { key: 'of', header: t('of'), rowHeader: true, cell: (part) => partName(whole, part, figures.methods, locale) },
    { key: 'closed', header: t('closed'), align: 'end', cell: (part) => <Figure value={cellOf(part)?.cases ?? null} asked={{ figure: 'closed', of: part, period }} label={`${partName(whole, part, figures.methods, locale)}, ${t('closed')}`} /> },
    ...(['low', 'middle', 'high'] as const).map((key): Column<Part> => ({ key, header: t(key), align: 'end', cell: (part) => weeks(cellOf(part)?.[key]) })),
  ]
  return (
    <FigureCard id="time" title={t('title')} period={said} how={t('how')}>
      {cellOf('all')?.cases === 0 ? <EmptyState title={t('none')} icon="inbox" /> : cellOf('all')?.cases === null ? <NobodyTold text={t('few')} /> : <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(part) => part} empty={null} compact />}
      {divisions.length > 0 && cellOf('all')?.cases !== null && <p className="mt-2 max-w-text text-sm">{whole('contacts.part', { division: format.list(divisions.map((split) => whole(`contacts.${split}`))) })}</p>}
    </FigureCard>
  )
}
