import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { SealStatus } from '@/lib/access/trail/seals/queries'
import { formatMoment } from '@/lib/platform/dates'

/** Days after which a check that is made every night is missing. */
const DAYS_BETWEEN_CHECKS = 2

/** Can the log be trusted: sealed how far, checked when, and the short mark to write down on paper. */
export async function SealsPage({ status: { last, seals, events, checks }, now }: { status: SealStatus; now: Date }) {
  const [t, locale, { number }] = await Promise.all([getTranslations('audit.seals'), getLocale(), getFormatter()])
  const newest = checks[0]
  const overdue = last !== null && (!newest || now.getTime() - newest.checkedAt.getTime() > DAYS_BETWEEN_CHECKS * 86_400_000)
  const columns: Column<SealStatus['checks'][number]>[] = [
    { key: 'at', header: t('checkedAt'), rowHeader: true, cell: (check) => formatMoment(check.checkedAt, locale, 'short') },
    { key: 'found', header: t('found'), cell: (check) => (check.problems === 0 ? <Tag tone="success">{t('whole')}</Tag> : <Tag tone="error">{t('problems', { count: check.problems })}</Tag>) },
    { key: 'first', header: t('first'), cell: (check) => problemText(check.firstProblem) },
    { key: 'seals', header: t('sealCount'), align: 'end', cell: (check) => number(check.seals) },
    { key: 'events', header: t('eventCount'), align: 'end', cell: (check) => number(check.events) },
  ]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/audit">{t('back')}</BackLink>} />
      <div className="mb-6 space-y-4">
        {newest && newest.problems > 0 && <Alert tone="error" title={t('alarm')}>{t('alarmDo')}</Alert>}
        {overdue && <Alert tone="warning" title={t('overdue')}>{t('overdueDo')}</Alert>}
      </div>
      <div className="mb-6 max-w-2xl">
        <Card title={t('last')}>
          {last ? (
            <DescriptionList items={[
              { key: 'no', label: t('no'), value: number(last.no) },
              { key: 'at', label: t('sealedAt'), value: formatMoment(last.sealedAt, locale) },
              { key: 'mark', label: t('mark'), value: <><code className="text-lg font-semibold">{last.mark}</code><span className="block text-sm text-muted">{t('markHelp')}</span></> },
              { key: 'sum', label: t('covers'), value: t('coversValue', { seals, events }) },
            ]} />
          ) : <p>{t('none')}</p>}
        </Card>
      </div>
      <h2 className="mb-2">{t('checks')}</h2>
      <DataTable caption={t('checks')} columns={columns} rows={checks} rowKey={(check) => check.checkedAt.toISOString()} empty={<EmptyState title={t('noChecks')}>{t('noChecksBody')}</EmptyState>} />
    </>
  )

  function problemText(first: string | null) {
    const [code = '', at = ''] = (first ?? '').split(' ')
    return code && t.has(`problem.${code}`) ? t(`problem.${code}`, { at }) : ''
  }
}
