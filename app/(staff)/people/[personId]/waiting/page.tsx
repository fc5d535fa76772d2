import { PersonRequestsPage } from '@/components/volunteering/matching/person-requests-page'
import { requireActor } from '@/lib/access/actor'
import { personRequests } from '@/lib/volunteering/requests/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  const { more, frame } = frameOf(actor, await personRequests(actor, (await params).personId, nextStep))
  return <PersonRequestsPage {...frame} found={more} />
}
