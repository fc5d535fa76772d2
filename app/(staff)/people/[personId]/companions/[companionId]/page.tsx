import { notFound } from 'next/navigation'
import { CompanionPage } from '@/components/volunteering/companions/companion-page'
import { requireActor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import { personCompanion } from '@/lib/volunteering/companions/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string; companionId: string }> }) {
  const [actor, { personId, companionId }] = [await requireActor('volunteer.request'), await params]
  const { more, frame } = frameOf(actor, await personCompanion(actor, personId, companionId, nextStep))
  if (!more) notFound()
  return <CompanionPage {...frame} found={more} now={now()} />
}
