import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { FollowUpPage } from '@/components/volunteering/follow-ups/follow-up-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { openMatch } from '@/lib/volunteering/matches/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('matches'))('followUp.title') }
}

export default async function Page({ params }: { params: Promise<{ matchId: string }> }) {
  const [actor, day, { matchId }] = [await requireActor('volunteer.match'), today(), await params]
  const found = await openMatch(actor, matchId, day)
  if (!found || found.match.end) notFound()
  return <FollowUpPage match={found.match} today={day} />
}
