import { getTranslations } from 'next-intl/server'
import { ExpensesPage } from '@/components/volunteering/expenses/expenses-page'
import { requireActor } from '@/lib/access/actor'
import { listExpenses } from '@/lib/volunteering/expenses/queries'
import { expenseView } from '@/lib/volunteering/expenses/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('expenses'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const [actor, view] = [await requireActor('expense.read'), expenseView.parse(await searchParams)]
  return <ExpensesPage list={await listExpenses(actor, view)} view={view} />
}
