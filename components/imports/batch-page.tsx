import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { StepGuide } from '@/components/ui/step-guide'
import { isWorking, type StepKey } from '@/lib/imports/batches/rules'
import { abandonImport } from '@/lib/people/register-import/decisions/actions'
import type { Batch, MissingPerson, RowPage } from '@/lib/people/register-import/queries'
import type { BatchView } from '@/lib/people/register-import/schema'
import type { Day } from '@/lib/platform/day'
import { formatDay } from '@/lib/platform/dates'
import { ColumnsStep } from './columns-step'
import { ConfirmStep } from './confirm-step'
import { MissingStep } from './missing-step'
import { PreviewStep } from './preview-step'
import { ResultStep } from './result-step'
import { stepsOf } from './steps'
import { ValuesStep } from './values-step'
import { Working } from './working'

type Props = {
  batch: Batch; step: StepKey | 'missing'; view: BatchView; today: Day; samples: string[][]; rows: RowPage | null; missing: { people: MissingPerson[]; total: number } | null
}

/** One import: the file's name, the six steps, and the step one stands at. */
export async function BatchPage(props: Props) {
  const { batch, step } = props
  const t = await getTranslations('imports')
  const open = batch.mine && ['UPLOADED', 'MAPPED', 'PREVIEWED'].includes(batch.state)
  return (
    <>
      <PageHeading above={<BackLink href="/imports">{t('page.back')}</BackLink>} title={batch.fileName} lead={t('page.lines', { rows: batch.total, by: batch.createdBy })}
        actions={open && <ActionButton action={abandonImport} values={{ batch: batch.id }} variant="quiet" size="small">{t('page.abandon')}</ActionButton>} />
      <div className="mb-5"><StepGuide label={t('step.label')} steps={stepsOf(t, batch, step)} /></div>
      {open && batch.before && <div className="mb-4"><SameFile batch={batch} /></div>}
      {isWorking(batch.state) ? <Working batch={batch} /> : batch.mine ? <Own {...props} /> : <Others {...props} />}
    </>
  )
}

async function SameFile({ batch }: { batch: Batch }) {
  const t = await getTranslations('imports')
  if (!batch.before) return null
  return <Alert tone="info" compact title={t('page.sameFile', { date: formatDay(batch.before.on, await getLocale()) })}>{t('page.sameFileBody')}</Alert>
}

function Own({ batch, step, view, today, samples, rows, missing }: Props) {
  if (step === 'columns' && batch.state !== 'ABANDONED') return <ColumnsStep batch={batch} samples={samples} />
  if (step === 'values') return <ValuesStep batch={batch} />
  if (step === 'preview' && rows) return <PreviewStep batch={batch} page={rows} view={view} />
  if (step === 'missing' && missing) return <MissingStep batch={batch} {...missing} page={view.page} today={today} />
  if (step === 'confirm') return <ConfirmStep batch={batch} />
  return <ResultStep batch={batch} rows={rows} view={view} today={today} />
}

async function Others({ batch, today, view }: Props) {
  const t = await getTranslations('imports')
  if (batch.confirmedAt) return <ResultStep batch={batch} rows={null} view={view} today={today} />
  return <Alert tone="info" title={t('page.others', { by: batch.createdBy })}>{t('page.othersBody')}</Alert>
}
