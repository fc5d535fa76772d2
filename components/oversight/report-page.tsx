import { getLocale, getTranslations } from 'next-intl/server'
import { pageNamer } from '@/components/audit/page-name'
import { BackLink } from '@/components/ui/back-link'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Missing } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { DateField } from '@/components/ui/date-field'
import type { LookupReport } from '@/lib/oversight/lookups/queries'
import { type Lookup, type ReportAddress, reportHref } from '@/lib/oversight/lookups/rules'
import { lookupRow, reportColumns } from './report-document'
import { SubjectForm } from './subject-form'

const PREVIEW = 50

/** Who is asking: the first of the two steps. */
export async function AskPage() {
  const t = await getTranslations('oversight')
  const keys = ['cpr', 'cprHelp', 'or', 'name', 'born', 'submit'] as const
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/audit">{t('back')}</BackLink>} />
      <h2 className="mb-3">{t('find.title')}</h2>
      <SubjectForm texts={Object.fromEntries(keys.map((key) => [key, t(`find.${key}`)])) as Record<(typeof keys)[number], string>} />
    </>
  )
}

/** What the citizen will read, and the two files. The person is nowhere named: the officer knows who asked. */
export async function ReportPage({ address, report: { lookups } }: { address: ReportAddress; report: LookupReport }) {
  const [t, role, locale] = [await getTranslations('oversight'), await getTranslations('frame.roles'), await getLocale()]
  const [log, pageName] = [await getTranslations('audit'), await pageNamer()]
  const say = (key: string, values?: Record<string, string | number>) => t(`report.${key}`, values)
  const names = reportColumns(say)
  const columns: Column<Lookup>[] = names.map((header, at) => ({ key: String(at), header, rowHeader: at === 0, cell: (lookup) => lookupRow(lookup, { t: say, role, locale: locale === 'en' ? 'en' : 'da' })[at] }))
  columns.push({ key: 'page', header: log('page'), cell: ({ route }) => pageName(route) ?? <Missing text={log('noPage')} /> })
  const file = (more: Record<string, string>) => reportHref('/audit/report/file', address, more)
  return (
    <>
      <PageHeading title={t('title')} lead={t('found', { count: lookups.length })} above={<BackLink href="/audit/report">{t('other')}</BackLink>}
        actions={<><LinkButton href={file({ as: 'pdf' })} variant="primary" download={false}>{t('pdf')}</LinkButton><LinkButton href={file({ as: 'pdf', lang: 'en' })} download={false}>{t('pdfEnglish')}</LinkButton><LinkButton href={file({ as: 'csv' })} download={false}>{t('csv')}</LinkButton><LinkButton href={reportHref('/audit/report/address', address)} variant="quiet">{t('shown.link')}</LinkButton></>} />
      <form action="/audit/report" className="no-print mb-5 flex flex-wrap items-end gap-4">
        <input type="hidden" name="person" value={address.person} />
        <DateField name="from" label={t('from')} defaultValue={address.from} />
        <DateField name="to" label={t('to')} defaultValue={address.to} />
        <Button type="submit">{t('show')}</Button>
      </form>
      {lookups.length > PREVIEW && <p className="mb-2 text-muted">{t('first', { shown: PREVIEW, total: lookups.length })}</p>}
      <DataTable caption={t('preview')} columns={columns} rows={lookups.slice(0, PREVIEW)} rowKey={(lookup) => `${lookup.at.toISOString()} ${lookup.kind} ${lookup.work} ${lookups.indexOf(lookup)}`} empty={<EmptyState title={say('none')} good />} />
    </>
  )
}
