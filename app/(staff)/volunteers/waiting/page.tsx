import { getTranslations } from 'next-intl/server'
import { WaitingPage } from '@/components/volunteering/matching/waiting-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('matching'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.match')
  return <WaitingPage list={await listWaiting(actor, today())} />
}
