import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Shown } from '@/lib/people/protection/queries'
import { SHOWN_DAYS } from '@/lib/people/protection/rules'
import { formatMoment } from '@/lib/platform/dates'

/** Newest first. Who it was stands here because it is those who guard the address that read it. */
export function ShownTable({ rows }: { rows: Shown[] }) {
  const [t, people, actions, locale] = [useTranslations('people.shown'), useTranslations('people'), useTranslations('audit.actions'), useLocale()]
  const reason = (purpose: string) => (people.has(`purpose.${purpose}`) ? people(`purpose.${purpose}`) : purpose)
  const columns: Column<Shown>[] = [
    { key: 'when', header: t('when'), rowHeader: true, nowrap: true, cell: ({ at }) => formatMoment(at, locale, 'short') },
    { key: 'how', header: t('how'), cell: ({ how, action }) => <div>{t(`way.${how}`)}<span className="block text-sm text-muted">{actions(action.replaceAll('.', '-'))}</span></div> },
    { key: 'who', header: t('who'), cell: ({ who }) => who ?? t('system') },
    { key: 'why', header: t('why'), cell: ({ how, purpose }) => (how !== 'sent' && purpose ? reason(purpose) : '') },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => `${row.at.getTime()} ${row.action} ${rows.indexOf(row)}`} empty={<EmptyState title={t('none')} good>{t('noneBody', { days: SHOWN_DAYS })}</EmptyState>} />
}
