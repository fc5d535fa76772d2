import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { SmallForm } from '@/components/casework/small-form'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { addProgressAim } from '@/lib/casework/progress/actions'
import type { PersonProgress } from '@/lib/casework/progress/queries'
import { linesOf, ofScale, scaleToShow } from '@/lib/casework/progress/rules'
import type { ProgressView } from '@/lib/casework/progress/schema'
import { nameOf } from '@/lib/platform/i18n/named'
import { MeasuredTable } from './measured-table'
import { NewMeasurement } from './new-measurement'
import { ReportForm } from './report-form'
import { ScaleNav } from './scale-nav'
import { ScaleResults } from './scale-results'

type Props = PersonFrameProps & { progress: PersonProgress; view: ProgressView; mayRecord: boolean; mayTakeBack: boolean; mayCpr: boolean }

/** How it goes on one scale, and the form for the next measurement. */
export function ProgressPage({ progress, view, mayRecord, mayTakeBack, mayCpr, ...frame }: Props) {
  const [t, locale] = [useTranslations('progress'), useLocale()]
  const [id, href] = [frame.bar.id, tabHref(frame.bar.id, 'progress')]
  const standing = progress.measured.filter(({ takenBack }) => !takenBack)
  const scale = scaleToShow(progress.scales, standing, view.scale, progress.usual)
  // What is measured in an emergency would stay: it is read alone.
  const mayMeasure = mayRecord && !frame.bar.glass && scale !== null && !scale.retired
  if (!scale) return <PersonFrame {...frame} tab="progress"><EmptyState title={t('choose')} icon="inbox">{t('chooseLead')}</EmptyState><div className="mt-4 max-w-text"><ScaleNav href={href} scales={progress.scales} measured={standing} shown={null} /></div></PersonFrame>
  const [measured, aims] = [ofScale(standing, scale.code), progress.aims.filter(({ dimension }) => scale.dimensions.some(({ code }) => code === dimension))]
  const all = ofScale(progress.measured, scale.code)
  return (
    <PersonFrame {...frame} tab="progress">
      <ScaleNav href={href} scales={progress.scales} measured={standing} shown={scale} />
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2>{nameOf(scale, locale)}</h2>
            <span className="form-actions">{mayMeasure && <LinkButton href="#new" size="small" icon="plus" className="lg:hidden">{t('measure')}</LinkButton>}{measured.length > 0 && <PrintButton>{t('print')}</PrintButton>}</span>
          </div>
          <ScaleResults personId={id} scale={scale} measured={measured} aims={aims} mayRecord={mayRecord && !frame.bar.glass} />
        </div>
        <div className="no-print space-y-6 self-start">
          {mayMeasure && <div className="scroll-mt-40" id="new"><Card title={t('form.title')}><NewMeasurement key={`${scale.code}-${progress.measured.length}-${aims.length}`} personId={id} scale={scale} measured={measured} aims={aims} today={frame.today} /></Card></div>}
          {mayMeasure && <Explain summary={t('aim.title')}><p className="mb-2">{t('aim.lead')}</p><SmallForm key={aims.length} action={addProgressAim} scope="aim" hidden={{ personId: id }} submit={t('aim.submit')} variant="secondary" fields={[{ kind: 'select', name: 'dimension', label: t('aim.dimension'), options: scale.dimensions.filter(({ retired }) => !retired).map((one) => ({ value: one.code, label: nameOf(one, locale) })), placeholder: t('aim.choose') }, { kind: 'line', name: 'text', label: t('aim.text'), help: t('aim.textHelp') }]} /></Explain>}
          {measured.length > 0 && <Card title={t('report.title')}><ReportForm personId={id} scales={progress.scales.filter(({ code }) => standing.some((one) => one.scale === code))} shown={scale.code} mayCpr={mayCpr} /></Card>}
        </div>
      </div>
      {all.length > 0 && <section className="mt-6" aria-labelledby="measured-title"><h2 id="measured-title" className="mb-2">{t('table.title')}</h2><MeasuredTable personId={id} lines={linesOf(scale, measured, aims)} aims={aims} rows={[...all].reverse()} done={view.done} mayRecord={mayRecord && !frame.bar.glass} mayTakeBack={mayTakeBack} /></section>}
    </PersonFrame>
  )
}
