import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExpensePage } from '@/components/volunteering/expenses/expense-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { openExpense } from '@/lib/volunteering/expenses/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('expenses'))('one') }
}

export default async function Page({ params }: { params: Promise<{ expenseId: string }> }) {
  const actor = await requireActor('expense.read')
  const found = await openExpense(actor, (await params).expenseId)
  if (!found) notFound()
  return <ExpensePage found={found} today={today()} mayApprove={can(actor, 'expense.approve')} mayRecord={can(actor, 'expense.record')} />
}
