import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WaitingPage } from '@/components/people/protection/waiting-page'
import { requireActor } from '@/lib/access/actor'
import { waitingProtections } from '@/lib/people/protection/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.waiting'))('title') }
}

export default async function Page() {
  const actor = await requireActor('person.update')
  return <WaitingPage rows={await waitingProtections(actor, today())} home={(await getTranslations('frame.places'))('home')} />
}
