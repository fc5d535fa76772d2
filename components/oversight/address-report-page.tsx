import { getTranslations } from 'next-intl/server'
import { ShownTable } from '@/components/people/protection/shown-table'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { type ReportAddress, reportHref } from '@/lib/oversight/lookups/rules'
import type { Shown } from '@/lib/people/protection/queries'
import { SHOWN_DAYS } from '@/lib/people/protection/rules'

/** For the officer: the person is nowhere named, the colleagues are. */
export async function AddressReportPage({ address, rows }: { address: ReportAddress; rows: Shown[] }) {
  const t = await getTranslations('oversight')
  return (
    <>
      <PageHeading title={t('shown.title')} lead={t('shown.lead', { days: SHOWN_DAYS })} above={<BackLink href={reportHref('/audit/report', address)}>{t('title')}</BackLink>} actions={rows.length > 0 && <PrintButton>{t('shown.print')}</PrintButton>} />
      <ShownTable rows={rows} />
    </>
  )
}
