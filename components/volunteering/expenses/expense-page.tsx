import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { addReceipt, approveExpense, payExpense, refuseExpense } from '@/lib/volunteering/expenses/actions'
import type { OpenExpense } from '@/lib/volunteering/expenses/queries'
import { byKilometre } from '@/lib/volunteering/expenses/rules'
import { isReceiptName, RECEIPT_ACCEPT, RECEIPT_BYTES } from '@/lib/volunteering/receipts/rules'
import { Money, StateTag, TwinTag, WhatText } from './words'

type Props = { found: OpenExpense; today: Day; mayApprove: boolean; mayRecord: boolean }

/** One expense: what it was, how the amount was counted, what became of it, and what can be done with it now. */
export function ExpensePage({ found, today, mayApprove, mayRecord }: Props) {
  const [t, locale, format] = [useTranslations('expenses'), useLocale(), useFormatter()]
  const kroner = (amount: number) => format.number(amount / 100, { style: 'currency', currency: 'DKK' })
  const { rate, metres, next, name } = found
  return (
    <>
      <PageHeading above={<BackLink href={`/volunteers/expenses?state=${found.state}`}>{t('back')}</BackLink>} title={t('numberOf', { number: found.number })} lead={<><WhatText row={found} /> · <Money amount={found.amount} /></>} tags={<><StateTag state={found.state} /> <TwinTag row={found} /></>} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('what')}>
          <DescriptionList items={[
            { key: 'who', label: t('who'), value: name === null ? t('volunteerOf', { number: found.volunteer }) : <a href={`/volunteers/${found.volunteerId}`}>{name}</a> },
            { key: 'on', label: t('on'), value: formatDay(found.onDay, locale) },
            { key: 'purpose', label: t('purpose'), value: found.purpose },
            ...(found.receipt && !(found.file && isReceiptName(found.receipt)) ? [{ key: 'receipt', label: t('receipt'), value: found.receipt }] : []),
            { key: 'amount', label: t('amount'), value: rate && metres !== null ? t('reckoned', { km: format.number(metres / 1000, { maximumFractionDigits: 2 }), rate: kroner(rate.perKm), amount: kroner(found.amount) }) : <Money amount={found.amount} /> },
            ...(rate ? [{ key: 'rate', label: t('rate'), value: t('rateFrom', { source: rate.source, day: formatDay(rate.validFrom, locale) }) }] : []),
          ]} />
          {found.file && <ReceiptView id={found.id} mime={found.file.mime} />}
          {mayRecord && found.wroteIt && found.state === 'sent' && !found.file && !byKilometre(found.kind) && (
            <div className="no-print mt-6"><FieldsForm action={addReceipt} hidden={{ expenseId: found.id }} submit={t('keep')} fields={[{ type: 'file', name: 'photo', label: t('form.photo'), help: t('form.photoHelp', { megabytes: RECEIPT_BYTES / 2 ** 20 }), accept: RECEIPT_ACCEPT }]} /></div>
          )}
        </Card>
        <div className="space-y-6">
          <Card title={t('course')}>
            <ol className="space-y-3">{found.steps.map((step) => (
              <li key={step.number}>
                <p><strong>{t(`state.${step.state}`)}</strong> <span className="text-muted">{formatDay(step.onDay, locale)}</span></p>
                {step.reason && <p className="max-w-text">{step.reason}</p>}
                <p className="text-sm text-muted">{step.by ?? t('bySelf')}</p>
              </li>
            ))}</ol>
          </Card>
          {mayApprove && found.state === 'sent' && <Decide found={found} unseen={found.file !== null && found.file.mime === null} />}
          {mayRecord && next.includes('paid') && (
            <Card title={t('pay')}><p className="mb-4 max-w-text">{t('payLead')}</p><FieldsForm action={payExpense} hidden={{ expenseId: found.id }} submit={t('payNow')} fields={[{ type: 'date', name: 'on', label: t('payOn'), value: today }]} /></Card>
          )}
        </div>
      </div>
    </>
  )
}

/** The receipt in view: a picture as it is, anything else to be opened beside. */
function ReceiptView({ id, mime }: { id: string; mime: string | null }) {
  const t = useTranslations('expenses')
  const address = `/volunteers/expenses/${id}/receipt`
  if (mime === null) return <p className="mt-4 max-w-text text-muted">{t('receiptClosed')}</p>
  return (
    <div className="mt-4 space-y-2">
      {/* eslint-disable-next-line @next/next/no-img-element -- behind a sign-in, logged at each opening, and kept by no cache: nothing for the image service. */}
      {mime.startsWith('image/') && <img src={address} alt={t('receiptAlt')} className="max-h-[32rem] max-w-full rounded-md border border-line" />}
      <LinkButton href={address} size="small" download>{t('receiptOpen')}</LinkButton>
    </div>
  )
}

function Decide({ found: { id, wroteIt, file }, unseen }: { found: OpenExpense; unseen: boolean }) {
  const t = useTranslations('expenses')
  return (
    <Card title={t('decide')}>
      {wroteIt || unseen ? <Alert tone="info">{t(wroteIt ? (file ? 'ownWriteKept' : 'ownWrite') : 'receiptUnseen')}</Alert> : <ActionButton action={approveExpense} values={{ expenseId: id }} variant="primary">{t('approve')}</ActionButton>}
      <div className="mt-6"><FieldsForm action={refuseExpense} hidden={{ expenseId: id }} submit={t('refuse')} variant="secondary" fields={[{ type: 'area', name: 'reason', label: t('reason'), help: t('reasonHelp'), max: 500 }]} /></div>
    </Card>
  )
}
