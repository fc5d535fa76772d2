import { useLocale, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import type { UnitFigures } from '@/lib/casework/management/rules'
import { managementHref, type ManagementView } from '@/lib/casework/management/schema'
import type { Day } from '@/lib/platform/day'
import { ContactFigures, FlowFigures, TimeFigures } from './citizen-cards'
import { PeriodForm } from './period-form'
import { CaseloadFigures, DeadlineFigures } from './work-cards'
import { periodName } from './words'

/** The unit in figures: each says what it covers and how it was counted, and opens its rows. */
export function ManagementPage({ figures, view, today }: { figures: UnitFigures; view: ManagementView; today: Day }) {
  const [t, locale] = [useTranslations('management'), useLocale()]
  if (!figures.unit) return <><PageHeading title={t('title')} /><EmptyState title={t('noUnit')} icon="inbox">{t('noUnitLead')}</EmptyState></>
  const said = periodName(t, view.period, today, locale)
  // No download attribute: the answer may be the page that asks who it is.
  const file = <a href={managementHref(view, {}, '/management/export')} className={buttonStyle('secondary')}>{t('export')}</a>
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { unit: locale === 'en' ? figures.unit.nameEn : figures.unit.nameDa })} actions={<>{file}<PrintButton>{t('print')}</PrintButton></>} />
      <PeriodForm view={view} figures={figures} today={today} />
      <div className="space-y-6">
        <CaseloadFigures holders={figures.holders} />
        <ContactFigures figures={figures} view={view} said={t('caseload.now')} />
        <DeadlineFigures figures={figures} period={view.period} said={said} />
        <FlowFigures figures={figures} view={view} said={said} />
        <TimeFigures figures={figures} view={view} said={said} />
        <Card id="progress" title={t('progress.title')} actions={<LinkButton href="/progress" size="small">{t('progress.open')}</LinkButton>}><p className="max-w-text">{t('progress.lead')}</p></Card>
      </div>
      <p className="mt-5 max-w-text text-sm text-muted">{t('hiddenWhy')}</p>
    </>
  )
}
