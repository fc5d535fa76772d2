import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import type { SharedPerson } from '@/lib/consent/sharing/queries'
import { formatDay } from '@/lib/platform/dates'

/** Whom other units have shared with one's own, by the person's consent, and until when. */
export function SharedPage({ people, children }: { people: SharedPerson[]; /** What was referred to the unit, before everything else. */ children?: ReactNode }) {
  const [t, locale] = [useTranslations('consent'), useLocale()]
  const columns: Column<SharedPerson>[] = [
    { key: 'name', header: t('shared.name'), rowHeader: true, cell: (one) => <Link href={`/shared/${one.id}`} prefetch={false}>{one.name}</Link> },
    { key: 'purpose', header: t('shared.purpose'), cell: (one) => t(`purpose.${one.purpose}`) },
    { key: 'by', header: t('shared.by'), cell: (one) => one.byName },
    { key: 'until', header: t('shared.until'), nowrap: true, cell: (one) => formatDay(one.expiresOn, locale) },
  ]
  return (
    <>
      <PageHeading title={t('shared.title')} lead={t('shared.lead')} />
      {children}
      <DataTable caption={t('shared.all')} showCaption columns={columns} rows={people} rowKey={(one) => one.id} empty={<EmptyState title={t('shared.none')}>{t('shared.noneLead')}</EmptyState>} />
    </>
  )
}
