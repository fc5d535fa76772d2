import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HoldsPage } from '@/components/oversight/retention/holds-page'
import { requireActor } from '@/lib/access/actor'
import { holds } from '@/lib/oversight/holds/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('hold.title') }
}

export default async function Page() {
  const actor = await requireActor('retention.hold')
  return <HoldsPage holds={await holds(actor)} today={today()} />
}
