import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip } from '@/components/ui/filter-chip'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { type Batch, ROWS_PAGE, type RowPage } from '@/lib/people/register-import/queries'
import { type BatchView, SHOWN } from '@/lib/people/register-import/schema'
import { ReasonList } from './reason-list'
import { RowTable } from './row-table'
import { reasonName } from './sentences'

type Props = { batch: Batch; page: RowPage; view: BatchView }

/** Step 4: what would happen, row by row, before anything does. The numbers are those of the lists behind them and add up to the file. */
export async function PreviewStep({ batch, page, view }: Props) {
  const t = await getTranslations('imports')
  const { counts, show } = page
  const query = (more: Partial<Pick<BatchView, 'show' | 'reason' | 'page'>>) => {
    const wanted = { step: 'preview', show, ...more }
    return Object.entries(wanted).filter(([, value]) => value !== undefined).map(([key, value]) => `${key}=${value}`).join('&')
  }
  const href = (more: Parameters<typeof query>[0]) => `/imports/${batch.id}?${query(more)}`
  const tabs = SHOWN.filter((kind) => kind === 'all' || counts[kind] > 0 || kind === show).map((kind) => ({ href: href({ show: kind }), label: t(`show.${kind}`), count: counts[kind], current: kind === show }))
  const back = query({ reason: view.reason })
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-text text-muted">{counts.doubtful > 0 ? t('preview.leadDoubtful', { count: counts.doubtful }) : t('preview.lead')}</p>
        <div className="form-actions">
          {batch.complete && batch.missing + batch.unsure > 0 && <LinkButton href={`/imports/${batch.id}?step=missing`}>{t('preview.missing', { count: batch.missing, unsure: batch.unsure })}</LinkButton>}
          <LinkButton href={`/imports/${batch.id}?step=confirm`} variant="primary">{t('preview.next')}</LinkButton>
        </div>
      </div>
      {batch.waiting > 0 && <Alert tone="info" compact>{t('preview.waiting', { count: batch.waiting })}</Alert>}
      <Tabs label={t('preview.kinds')} items={tabs} />
      {view.reason ? <FilterChip label={reasonName(t, view.reason)} removeHref={href({})} /> : <ReasonList batch={batch.id} page={page} href={(reason) => href({ reason })} back={back} />}
      <RowTable batch={batch.id} rows={page.rows} people={page.people} back={back} decidable empty={<EmptyState title={t('preview.empty', { kind: t(`show.${show}`) })} good={show === 'doubtful' || show === 'error'} />} />
      <Pagination page={view.page} pageSize={ROWS_PAGE} total={page.total} href={(to) => href({ reason: view.reason, page: to })} />
    </div>
  )
}
