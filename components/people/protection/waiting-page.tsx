import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import type { Waiting } from '@/lib/people/protection/queries'
import { formatDay } from '@/lib/platform/dates'

/** Protections whose day is past: nothing has been shown, and each waits for a decision. */
export function WaitingPage({ rows, home }: { rows: Waiting[]; home: string }) {
  const [t, people, locale] = [useTranslations('people.waiting'), useTranslations('people'), useLocale()]
  const columns: Column<Waiting>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: ({ name }) => name },
    { key: 'what', header: t('what'), cell: ({ level, basis }) => <div>{people(`protection.${level}`)}{basis === 'HOUSEHOLD' && <span className="block text-sm text-muted">{t('household')}</span>}</div> },
    { key: 'since', header: t('since'), nowrap: true, cell: ({ toDay }) => formatDay(toDay, locale, 'short') },
    { key: 'responsible', header: t('responsible'), cell: ({ responsible }) => responsible ?? <span className="text-muted">{t('noResponsible')}</span> },
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/">{home}</BackLink>} />
      <DataTable caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => row.ground} rowHref={(row) => `/people/${row.personId}/data`} empty={<EmptyState title={t('none')} good>{t('noneBody')}</EmptyState>} />
    </>
  )
}
