import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { byKilometre, type ExpenseKind, expenseKinds, rateOn } from '@/lib/volunteering/expenses/rules'
import { sendOwnExpense } from '@/lib/volunteering/own/expenses/actions'
import type { OwnExpense, OwnExpenses } from '@/lib/volunteering/own/expenses/queries'
import { RECEIPT_ACCEPT, RECEIPT_BYTES } from '@/lib/volunteering/receipts/rules'
import { Money, StateTag, WhatText } from '../expenses/words'

/** What a volunteer has laid out: a form made for the phone, and what became of what was sent. */
export function OwnExpensesPage({ found: { rows, rates }, today }: { found: OwnExpenses; today: Day }) {
  const [t, own, all, format] = [useTranslations('ownPage.expenses'), useTranslations('ownPage'), useTranslations('expenses'), useFormatter()]
  const help = (kind: ExpenseKind) => {
    const rate = rateOn(rates, kind, today)
    return byKilometre(kind) ? (rate ? all('perKm', { rate: format.number(rate.perKm / 100, { style: 'currency', currency: 'DKK' }) }) : all('noRate')) : t(`help.${kind as 'public' | 'other'}`)
  }
  const fields: FieldSpec[] = [
    { type: 'radio', name: 'kind', label: all('form.kind'), options: expenseKinds.map((value) => ({ value, label: all(`kind.${value}`), help: help(value) })) },
    { type: 'date', name: 'on', label: all('on'), value: today },
    { type: 'text', name: 'km', label: all('form.km'), help: t('kmHelp'), width: 'short', optional: true },
    { type: 'text', name: 'amount', label: all('form.amount'), help: t('amountHelp'), width: 'short', optional: true },
    { type: 'file', name: 'photo', label: t('photo'), help: t('photoHelp', { megabytes: RECEIPT_BYTES / 2 ** 20 }), accept: RECEIPT_ACCEPT, optional: true },
    { type: 'text', name: 'purpose', label: all('purpose'), help: t('purposeHelp') },
  ]
  return (
    <>
      <PageHeading above={<BackLink href="/min-side">{own('back')}</BackLink>} title={t('title')} lead={t('lead')} />
      <div className="space-y-6">
        <Card title={t('new')}><FieldsForm action={sendOwnExpense} hidden={{}} fields={fields} submit={t('send')} /></Card>
        <Card title={t('list')}>
          {rows.length === 0 ? <p className="text-muted">{t('none')}</p> : <ul className="divide-y divide-line">{rows.map((row) => <Sent key={row.number} row={row} />)}</ul>}
        </Card>
      </div>
    </>
  )
}

function Sent({ row }: { row: OwnExpense }) {
  const [t, locale] = [useTranslations('ownPage.expenses'), useLocale()]
  return (
    <li className="space-y-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2"><strong><Money amount={row.amount} /></strong><StateTag state={row.state} /></p>
      <p><WhatText row={row} /> · {formatDay(row.onDay, locale)}</p>
      <p className="text-muted">{row.purpose}</p>
      <p className="text-sm text-muted">{t(`stands.${row.state}`, { day: formatDay(row.since, locale) })}{row.receipt && <> {t('withReceipt')}</>}</p>
      {row.reason && <p className="max-w-text">{row.reason}</p>}
    </li>
  )
}
