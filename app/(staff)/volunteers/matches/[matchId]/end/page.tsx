import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EndPage } from '@/components/volunteering/matches/end-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { openMatch } from '@/lib/volunteering/matches/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('matches'))('end.title') }
}

export default async function Page({ params }: { params: Promise<{ matchId: string }> }) {
  const [actor, { matchId }] = [await requireActor('volunteer.match'), await params]
  const found = await openMatch(actor, matchId, today())
  if (!found || found.match.end) notFound()
  return <EndPage match={found.match} />
}
