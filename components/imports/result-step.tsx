import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { lastUndoDay } from '@/lib/imports/batches/rules'
import { undoImport } from '@/lib/people/register-import/decisions/actions'
import { type Batch, ROWS_PAGE, type RowPage } from '@/lib/people/register-import/queries'
import { type BatchView, SHOWN } from '@/lib/people/register-import/schema'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf, type Day } from '@/lib/platform/day'
import { RefusedList } from './refused-list'
import { RowTable } from './row-table'

type Props = { batch: Batch; rows: RowPage | null; view: BatchView; today: Day }

/** Step 6: what was written, the rows that did not go in as a file to correct, and the way back. */
export async function ResultStep({ batch, rows, view, today }: Props) {
  const t = await getTranslations('imports')
  const locale = await getLocale()
  if (batch.state === 'ABANDONED') return <Alert tone="neutral" title={t('result.abandoned')}>{t('result.abandonedBody')}</Alert>
  const { counts } = batch
  const out = rows ? rows.counts.doubtful + rows.counts.error : 0
  const undoBy = batch.confirmedAt && lastUndoDay(dayOf(batch.confirmedAt))
  const done = batch.confirmedAt ? t('result.done', { at: formatMoment(batch.confirmedAt, locale), by: batch.confirmedBy ?? '' }) : ''
  return (
    <div className="space-y-5">
      {batch.state === 'UNDONE' ? (
        <Alert tone={counts.undoRefused ? 'warning' : 'success'} title={t('result.undone', { at: batch.undoneAt ? formatMoment(batch.undoneAt, locale) : '', by: batch.undoneBy ?? '' })}>
          {counts.undoRefused ? t('result.undoneSome', { undone: counts.undone ?? 0, refused: counts.undoRefused }) : t('result.undoneAll', { undone: counts.undone ?? 0 })}
        </Alert>
      ) : (
        <Alert tone="success" title={t('result.title', { new: counts.new ?? 0, changed: counts.changed ?? 0 })}>{done}{(counts.changedSince ?? 0) > 0 && ` ${t('result.changedSince', { count: counts.changedSince ?? 0 })}`}</Alert>
      )}
      {out > 0 && (
        <Card title={t('result.bad', { count: out })}>
          <p className="mb-3 max-w-text">{t('result.badBody')}</p>
          <div className="form-actions">
            <LinkButton href={`/imports/${batch.id}/bad-rows`} download={false} variant="primary">{t('result.badXlsx')}</LinkButton>
            <LinkButton href={`/imports/${batch.id}/bad-rows?format=csv`} download={false}>{t('result.badCsv')}</LinkButton>
            <LinkButton href="/imports" variant="quiet">{t('result.again')}</LinkButton>
          </div>
        </Card>
      )}
      {batch.mine && batch.state === 'CONFIRMED' && batch.missing + batch.unsure > 0 && <p><LinkButton href={`/imports/${batch.id}?step=missing`}>{t('preview.missing', { count: batch.missing, unsure: batch.unsure })}</LinkButton></p>}
      {rows && <Rows batch={batch} page={rows} view={view} />}
      {batch.state === 'CONFIRMED' && undoBy && (undoBy >= today ? (
        <Card title={t('result.undoTitle')}>
          <p className="mb-3 max-w-text">{t('result.undoBody', { day: formatDay(undoBy, locale) })}</p>
          <ActionButton action={undoImport} values={{ batch: batch.id }}>{t('result.undo')}</ActionButton>
        </Card>
      ) : <p className="text-muted">{t('result.undoOver')}</p>)}
    </div>
  )
}

async function Rows({ batch, page, view }: { batch: Batch; page: RowPage; view: BatchView }) {
  const t = await getTranslations('imports')
  const href = (show: string, to = 1) => `/imports/${batch.id}?step=result&show=${show}&page=${to}`
  const tabs = SHOWN.filter((kind) => kind === 'all' || page.counts[kind] > 0).map((kind) => ({ href: href(kind), label: t(`show.${kind}`), count: page.counts[kind], current: kind === page.show }))
  return (
    <section className="space-y-3">
      <h2>{t('result.rows')}</h2>
      {batch.state === 'UNDONE' && <RefusedList rows={page.rows} />}
      <Tabs label={t('preview.kinds')} items={tabs} />
      <RowTable batch={batch.id} rows={page.rows} people={page.people} back="" empty={null} />
      <Pagination page={view.page} pageSize={ROWS_PAGE} total={page.total} href={(to) => href(page.show, to)} />
    </section>
  )
}
