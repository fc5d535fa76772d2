import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CandidatesPage } from '@/components/volunteering/matching/candidates-page'
import { requireActor } from '@/lib/access/actor'
import { now, today } from '@/lib/platform/clock'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('matching'))('title') }
}

export default async function Page({ params }: { params: Promise<{ requestId: string }> }) {
  const [actor, { requestId }] = [await requireActor('volunteer.match'), await params]
  const found = await openRequest(actor, requestId, today())
  if (!found) notFound()
  return <CandidatesPage found={found} now={now()} lead={actor.name} />
}
