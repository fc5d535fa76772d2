import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { StepGuide } from '@/components/ui/step-guide'
import { uploadRegister } from '@/lib/people/register-import/actions'
import { type BatchLine, HISTORY_PAGE } from '@/lib/people/register-import/queries'
import { HistoryTable } from './history-table'
import { stepsOf } from './steps'
import { UploadForm } from './upload-form'

/** Step 1, and every import there has been. */
export async function ImportsPage({ history, page }: { history: { lines: BatchLine[]; total: number }; page: number }) {
  const t = await getTranslations('imports')
  return (
    <>
      <PageHeading title={t('page.title')} lead={t('page.lead')} />
      <div className="mb-4"><StepGuide label={t('step.label')} steps={stepsOf(t, null, 'file')} /></div>
      <div className="space-y-6">
        <Card title={t('upload.title')}>
          <UploadForm action={uploadRegister} texts={{ label: t('upload.label'), help: t('upload.help'), submit: t('upload.submit'), pending: t('upload.pending') }} />
        </Card>
        <section>
          <h2 className="mb-2">{t('history.title')}</h2>
          <HistoryTable lines={history.lines} />
          <Pagination page={page} pageSize={HISTORY_PAGE} total={history.total} href={(to) => `/imports?page=${to}`} />
        </section>
      </div>
    </>
  )
}
