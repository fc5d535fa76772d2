import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { PageHeading } from '@/components/ui/page-heading'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { enterExpense } from '@/lib/volunteering/expenses/actions'
import type { VolunteerExpenses } from '@/lib/volunteering/expenses/queries'
import { byKilometre, expenseKinds, rateOn } from '@/lib/volunteering/expenses/rules'
import { RECEIPT_ACCEPT, RECEIPT_BYTES } from '@/lib/volunteering/receipts/rules'
import { Money, StateTag, TwinTag, WhatText } from './words'

/** What a volunteer has laid out, and the form for what they hand in. */
export function VolunteerExpensesPage({ found: { volunteer, rows, rates }, today }: { found: VolunteerExpenses; today: Day }) {
  const [t, locale, format] = [useTranslations('expenses'), useLocale(), useFormatter()]
  const help = (kind: (typeof expenseKinds)[number]) => {
    const rate = rateOn(rates, kind, today)
    return byKilometre(kind) ? (rate ? t('perKm', { rate: format.number(rate.perKm / 100, { style: 'currency', currency: 'DKK' }) }) : t('noRate')) : t(`kindHelp.${kind as 'public' | 'other'}`)
  }
  const fields: FieldSpec[] = [
    { type: 'radio', name: 'kind', label: t('form.kind'), options: expenseKinds.map((value) => ({ value, label: t(`kind.${value}`), help: help(value) })) },
    { type: 'date', name: 'on', label: t('on'), value: today },
    { type: 'row', name: 'numbers', fields: [{ type: 'text', name: 'km', label: t('form.km'), help: t('form.kmHelp'), width: 'short', optional: true }, { type: 'text', name: 'amount', label: t('form.amount'), help: t('form.amountHelp'), width: 'short', optional: true }] },
    { type: 'text', name: 'receipt', label: t('receipt'), help: t('form.receiptHelp'), optional: true },
    { type: 'file', name: 'photo', label: t('form.photo'), help: t('form.photoHelp', { megabytes: RECEIPT_BYTES / 2 ** 20 }), accept: RECEIPT_ACCEPT, optional: true },
    { type: 'text', name: 'purpose', label: t('purpose'), help: t('form.purposeHelp') },
  ]
  return (
    <>
      <PageHeading above={<BackLink href={`/volunteers/${volunteer.id}`}>{t('backToOne')}</BackLink>} title={t('titleOf', { name: volunteer.name })} lead={t('leadOf')} />
      <div className="space-y-6">
        <DataTable caption={t('ofOne')} columns={[
          { key: 'number', header: t('number'), rowHeader: true, cell: (row) => t('numberOf', { number: row.number }) },
          { key: 'what', header: t('what'), cell: (row) => <><WhatText row={row} /> <TwinTag row={row} /></> },
          { key: 'on', header: t('on'), nowrap: true, cell: (row) => formatDay(row.onDay, locale, 'short') },
          { key: 'state', header: t('course'), cell: (row) => <><StateTag state={row.state} /> <span className="text-sm text-muted">{formatDay(row.since, locale, 'short')}</span></> },
          { key: 'amount', header: t('amount'), align: 'end', cell: (row) => <Money amount={row.amount} /> },
        ]} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/expenses/${id}`} empty={<p className="text-muted">{t('noneOf')}</p>} />
        <Card title={t('add')}><FieldsForm action={enterExpense} hidden={{ volunteerId: volunteer.id }} fields={fields} submit={t('send')} /></Card>
      </div>
    </>
  )
}
