import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { ReportChoice } from '@/lib/casework/contacts/report/queries'
import { REPORT_MOST } from '@/lib/casework/contacts/report/rules'
import { type ReportView, viewQuery } from '@/lib/casework/contacts/report/schema'
import { formatDay } from '@/lib/platform/dates'
import { FileForm } from './file-form'
import { FilterForm } from './filter-form'

type Props = PersonFrameProps & { view: ReportView; choice: ReportChoice }

/** A report is chosen in two steps: what to choose from, and of that what is to leave the house. */
export function ReportPage({ view, choice, ...frame }: Props) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const personId = frame.bar.id
  return (
    <PersonFrame {...frame} tab="contacts">
      <BackLink href={tabHref(personId, 'contacts')}>{t('report.back')}</BackLink>
      <div className="space-y-6">
        <div><h2>{t('report.heading')}</h2><p className="max-w-text text-muted">{t('report.lead')}</p></div>
        {view.problem && <Alert tone="error">{t(`report.problem.${view.problem}`)}</Alert>}
        <section aria-labelledby="choose-title" className="card max-w-3xl">
          <div className="card-head"><h3 id="choose-title">{t('report.choose')}</h3></div>
          <div className="card-body space-y-4">
            {view.badDay && <Alert tone="warning">{t('report.badDay')}</Alert>}
            <FilterForm key={viewQuery(view)} personId={personId} view={view} topics={choice.topics} />
          </div>
        </section>
        <section aria-labelledby="found-title" className="space-y-4">
          <h3 id="found-title">{t('report.found', { count: choice.matching })} <span className="font-normal text-muted">{t('report.period', { from: formatDay(view.from, locale), to: formatDay(view.to, locale) })}</span></h3>
          {choice.matching > REPORT_MOST && <Alert tone="info">{t('report.most', { matching: choice.matching, most: REPORT_MOST })}</Alert>}
          {choice.matching === 0 ? <EmptyState title={t('report.none')} icon="inbox">{t('report.noneLead')}</EmptyState> : <FileForm key={viewQuery(view)} personId={personId} view={view} choice={choice} mayCpr={frame.may.cpr} />}
        </section>
      </div>
    </PersonFrame>
  )
}
