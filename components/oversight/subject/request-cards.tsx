import { getTranslations, getLocale } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { closeRequest, extendRequest, handOut, makeExport } from '@/lib/oversight/subject-export/actions'
import type { SubjectRequest } from '@/lib/oversight/subject-export/queries'
import { HANDED_HOW } from '@/lib/oversight/subject-export/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { StepForm } from './step-form'

/** Making the file, fetching it, and saying that it was given. */
export async function FileCard({ request, complete }: { request: SubjectRequest; complete: boolean }) {
  const t = await getTranslations('oversight.subject')
  const locale = await getLocale()
  const open = request.handedOn === null && request.closedOn === null
  const values = { requestId: request.id, version: String(request.version) }
  const file = (as: string) => `/protection/requests/${request.id}/file?as=${as}`
  return (
    <Card title={request.madeAt ? t('page.makeAgain') : t('page.make')}>
      <div className="space-y-5">
        {request.handedOn && <p>{t('page.handed', { date: formatDay(request.handedOn, locale), how: t(`handedHow.${request.handedHow}`) })}</p>}
        {request.madeAt && (
          <div className="space-y-3">
            {open && <p>{t('page.made', { when: formatMoment(request.madeAt, locale) })}</p>}
            <p className="form-actions"><LinkButton href={file('pdf')} variant="primary" download>{t('page.pdf')}</LinkButton><LinkButton href={file('zip')} download>{t('page.zip')}</LinkButton></p>
            {open && <StepForm key={`hand ${request.version}`} action={handOut} scope="hand" values={values} submit={t('page.handButton')} variant="secondary" choices={{ name: 'how', label: t('page.how'), options: HANDED_HOW.map((value) => ({ value, label: t(`handedHow.${value}`) })) }} />}
          </div>
        )}
        {open && complete && (
          <StepForm key={`make ${request.version}`} action={makeExport} scope="make" values={values} submit={request.madeAt ? t('page.makeAgain') : t('page.make')} variant={request.madeAt ? 'secondary' : 'primary'} confirm={{ name: 'gone', label: t('page.gone') }}
            choices={{ name: 'language', label: t('page.language'), defaultValue: 'da', options: (['da', 'en'] as const).map((value) => ({ value, label: t(`value.${value}`) })) }} />
        )}
      </div>
    </Card>
  )
}

/** The two other ways on: more time, or no file. Folded away, because most requests need neither. */
export async function EndCards({ request, today }: { request: SubjectRequest; today: Day }) {
  const t = await getTranslations('oversight.subject')
  const values = { requestId: request.id, version: String(request.version) }
  return (
    <div className="space-y-2">
      {request.extendedTo === null && today <= request.dueOn && (
        <Explain summary={t('page.extend')}><StepForm key={`extend ${request.version}`} action={extendRequest} scope="extend" values={values} submit={t('page.extendButton')} variant="secondary" text={{ name: 'reason', label: t('page.reasonLabel'), help: t('page.extendHelp') }} /></Explain>
      )}
      <Explain summary={t('page.close')}><StepForm key={`close ${request.version}`} action={closeRequest} scope="close" values={values} submit={t('page.closeButton')} variant="secondary" text={{ name: 'reason', label: t('page.reasonLabel'), help: t('page.closeHelp') }} /></Explain>
    </div>
  )
}
