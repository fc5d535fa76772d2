import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { Day } from '@/lib/platform/day'
import { saveRate } from '@/lib/volunteering/setup/rates/actions'
import { type KeptRate, markOf, type RateKind, rateKinds, rateState } from '@/lib/volunteering/setup/rates/rules'
import { Money } from '../expenses/words'

const tones = { past: 'neutral', now: 'success', coming: 'info' } as const

/** What is paid for a kilometre, from which day and why; for whoever `mayChange` also the next. */
export function RatesPage({ rates, today, mayChange, heading }: { rates: KeptRate[]; today: Day; mayChange: boolean; heading: ReactNode }) {
  const t = useTranslations('volunteerSetup')
  const columns: Column<KeptRate>[] = [
    { key: 'kind', header: t('rateColumn.kind'), rowHeader: true, cell: ({ kind }) => t(`rateKinds.${kind as RateKind}`) },
    { key: 'perKm', header: t('rateColumn.perKm'), align: 'end', cell: ({ perKm }) => <Money amount={perKm} /> },
    { key: 'from', header: t('from'), cell: ({ validFrom }) => <DateText day={validFrom} look="short" /> },
    { key: 'state', header: t('state'), cell: (rate) => { const state = rateState(rate, rates, today); return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag> } },
    { key: 'source', header: t('rateColumn.source'), cell: ({ source }) => source },
  ]
  const fields: FieldSpec[] = [
    { type: 'radio', name: 'kind', label: t('rateKind'), options: rateKinds.map((value) => ({ value, label: t(`rateKinds.${value}`) })) },
    { type: 'text', name: 'perKm', label: t('perKm'), help: t('perKmHelp'), width: 'short' },
    { type: 'date', name: 'from', label: t('from'), help: t('fromHelp'), value: null },
    { type: 'text', name: 'source', label: t('source'), help: t('sourceHelp') },
  ]
  return (
    <>
      {heading}
      <div className="mb-4 max-w-text space-y-2"><p>{t('about.rates')}</p>{!mayChange && <p className="text-muted">{t('ratesElsewhere')}</p>}</div>
      <div className="space-y-5">
        <DataTable caption={t('list.rates')} columns={columns} rows={rates} rowKey={({ kind, validFrom }) => `${kind} ${validFrom}`} empty={<EmptyState title={t('noRates')}>{t('noRatesNext')}</EmptyState>} />
        {mayChange && <Card title={t('newRate')}><FieldsForm action={saveRate} fields={fields} hidden={{ seen: rates.filter((rate) => rateState(rate, rates, today) === 'coming').map(markOf).join(' '), version: '0' }} submit={t('saveRate')} /></Card>}
      </div>
    </>
  )
}
