import { CompanionsPage } from '@/components/volunteering/companions/companions-page'
import { requireActor } from '@/lib/access/actor'
import { personCompanions } from '@/lib/volunteering/companions/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  const { more, frame } = frameOf(actor, await personCompanions(actor, (await params).personId, nextStep))
  return <CompanionsPage {...frame} found={more} />
}
