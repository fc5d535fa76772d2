import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { caseKinds } from '@/lib/casework/cases/rules'
import { daysOf, spans, type UnitFigures, withinOf } from '@/lib/casework/management/rules'
import type { ManagementView } from '@/lib/casework/management/schema'
import { formatMonth } from '@/lib/platform/dates'
import { addMonths, type Day, firstOfMonth } from '@/lib/platform/day'
import { partName } from './words'

/** Months back one can choose from. */
const BACK = 36

/** What the figures are of; all of it stands in the address, and works without scripts. */
export function PeriodForm({ view, figures, today }: { view: ManagementView; figures: Pick<UnitFigures, 'unit' | 'methods'>; today: Day }) {
  const [t, locale, methods] = [useTranslations('management'), useLocale(), figures.methods]
  const months = Array.from({ length: BACK }, (_, back) => addMonths(firstOfMonth(today), -back)).map((day) => ({ value: day.slice(0, 7), label: formatMonth(day, locale) }))
  const parts = [
    { value: 'all', label: t('period.all') },
    { label: t('period.kinds'), options: caseKinds.map((kind) => ({ value: `kind:${kind}`, label: t(`kinds.${kind}`) })) },
    { label: t('period.methods'), options: [...methods.map(({ id }) => ({ value: `method:${id}`, label: partName(t, `method:${id}`, methods, locale) })), { value: 'method:none', label: t('period.noMethod') }] },
  ]
  return (
    <form action="/management" method="get" className="no-print mb-5">
      <div className="flex flex-wrap items-end gap-4">
        <Select name="period" label={t('period.label')} fit defaultValue={view.span} options={spans.map((span) => ({ value: span, label: t(`period.${span}`) }))} />
        <Select name="from" label={t('period.from')} fit defaultValue={view.period.first.slice(0, 7)} options={months} />
        <Select name="to" label={t('period.to')} fit defaultValue={view.period.last.slice(0, 7)} options={months} />
        <Select name="of" label={t('period.of')} fit defaultValue={view.of} options={parts} />
        <Select name="within" label={t('period.within')} fit defaultValue={String(withinOf(figures, view.within))} options={daysOf(figures).map((days) => ({ value: String(days), label: t('period.days', { days }) }))} />
        <Button type="submit" variant="primary">{t('period.submit')}</Button>
      </div>
      <p className="mt-2 max-w-text text-sm text-muted">{t('period.help')}</p>
    </form>
  )
}
