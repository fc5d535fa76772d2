import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VolunteerExpensesPage } from '@/components/volunteering/expenses/volunteer-expenses-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { expensesOf } from '@/lib/volunteering/expenses/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('expenses'))('ofOne') }
}

export default async function Page({ params }: { params: Promise<{ volunteerId: string }> }) {
  const actor = await requireActor('expense.record')
  const found = await expensesOf(actor, (await params).volunteerId)
  if (!found) notFound()
  return <VolunteerExpensesPage found={found} today={today()} />
}
