import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { MatchPage } from '@/components/volunteering/matches/match-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { openMatch } from '@/lib/volunteering/matches/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('matches'))('one') }
}

export default async function Page({ params }: { params: Promise<{ matchId: string }> }) {
  const [actor, { matchId }] = [await requireActor('volunteer.match'), await params]
  const found = await openMatch(actor, matchId, today())
  if (!found) notFound()
  return <MatchPage {...found} />
}
