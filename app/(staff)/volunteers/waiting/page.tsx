import { getTranslations } from 'next-intl/server'
import { WaitingPage } from '@/components/volunteering/matching/waiting-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { waitingView } from '@/lib/volunteering/matching/waiting/schema'

export async function generateMetadata() {
  return { title: (await getTranslations('matching'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, view] = [await requireActor('volunteer.match'), waitingView.parse(await searchParams)]
  return <WaitingPage list={await listWaiting(actor, today(), view)} view={view} />
}
