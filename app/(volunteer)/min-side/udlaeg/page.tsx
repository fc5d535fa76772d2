import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnExpensesPage } from '@/components/volunteering/own/own-expenses-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { ownExpenses } from '@/lib/volunteering/own/expenses/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownPage.expenses'))('title') }
}

export default async function Page() {
  const found = await ownExpenses(await requireActor('volunteer.own'))
  if (!found) notFound()
  return <OwnExpensesPage found={found} today={today()} />
}
