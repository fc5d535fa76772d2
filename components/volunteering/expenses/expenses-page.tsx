import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { formatDay } from '@/lib/platform/dates'
import { type ExpenseList, EXPENSES_PAGE, type ListedExpense } from '@/lib/volunteering/expenses/queries'
import { expenseStates } from '@/lib/volunteering/expenses/rules'
import type { ExpenseView } from '@/lib/volunteering/expenses/schema'
import { Money, TwinTag, WhatText } from './words'

/** The queue: what is to be decided, what is to be paid, and what is done with; how many, and what they come to. */
export function ExpensesPage({ list: { rows, sums }, view }: { list: ExpenseList; view: ExpenseView }) {
  const [t, locale] = [useTranslations('expenses'), useLocale()]
  const columns: Column<ListedExpense>[] = [
    { key: 'number', header: t('number'), rowHeader: true, cell: (row) => t('numberOf', { number: row.number }) },
    { key: 'who', header: t('who'), cell: (row) => row.name ?? t('volunteerOf', { number: row.volunteer }) },
    { key: 'what', header: t('what'), cell: (row) => <><WhatText row={row} /> <TwinTag row={row} /></> },
    { key: 'on', header: t('on'), nowrap: true, cell: (row) => formatDay(row.onDay, locale, 'short') },
    { key: 'since', header: t(`since.${view.state}`), nowrap: true, cell: (row) => formatDay(row.since, locale, 'short') },
    { key: 'amount', header: t('amount'), align: 'end', cell: (row) => <Money amount={row.amount} /> },
  ]
  const sum = sums[view.state]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="space-y-4">
        <Tabs label={t('title')} items={expenseStates.map((state) => ({ label: t(`tab.${state}`), href: `/volunteers/expenses?state=${state}`, current: state === view.state, count: sums[state].count }))} />
        {sum.count > 0 && <p><strong>{t('sum', { count: sum.count })}</strong> <Money amount={sum.amount} /></p>}
        <DataTable caption={t(`tab.${view.state}`)} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/volunteers/expenses/${id}`} empty={<EmptyState title={t(`none.${view.state}`)} good={view.state === 'sent' || view.state === 'approved'} />} />
        {sum.count > EXPENSES_PAGE && <Pagination page={view.page} pageSize={EXPENSES_PAGE} total={sum.count} href={(page) => `/volunteers/expenses?state=${view.state}&page=${page}`} />}
      </div>
    </>
  )
}
