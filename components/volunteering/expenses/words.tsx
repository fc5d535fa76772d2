import { useFormatter, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { ListedExpense } from '@/lib/volunteering/expenses/queries'
import type { ExpenseState } from '@/lib/volunteering/expenses/rules'

/** Øre as kroner. */
export function Money({ amount }: { amount: number }) {
  return <span className="whitespace-nowrap">{useFormatter().number(amount / 100, { style: 'currency', currency: 'DKK' })}</span>
}

const tones = { sent: 'info', approved: 'warning', refused: 'neutral', paid: 'success' } as const
export function StateTag({ state }: { state: ExpenseState }) {
  return <Tag tone={tones[state]}>{useTranslations('expenses')(`state.${state}`)}</Tag>
}

/** Sent twice, perhaps: said where it is decided and where it is paid. */
export function TwinTag({ row }: { row: Pick<ListedExpense, 'twins' | 'state'> }) {
  const t = useTranslations('expenses')
  return row.twins.length > 0 && row.state !== 'refused' ? <Tag tone="warning">{t('twins', { numbers: row.twins.join(', ') })}</Tag> : null
}

/** What it was, and of what is paid by the kilometre how far. */
export function WhatText({ row: { kind, metres } }: { row: Pick<ListedExpense, 'kind' | 'metres'> }) {
  const [t, format] = [useTranslations('expenses'), useFormatter()]
  return <>{t(`kind.${kind}`)}{metres !== null && <>, {t('km', { km: format.number(metres / 1000, { maximumFractionDigits: 2 }) })}</>}</>
}
