import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BreachesPage } from '@/components/oversight/breaches/breaches-page'
import { requireActor } from '@/lib/access/actor'
import { breaches } from '@/lib/oversight/breaches/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('breach.title') }
}

export default async function Page() {
  const actor = await requireActor('breach.manage')
  return <BreachesPage breaches={await breaches(actor)} now={now()} />
}
