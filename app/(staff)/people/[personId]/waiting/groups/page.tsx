import { PersonGroupsPage } from '@/components/volunteering/groups/person-groups-page'
import { requireActor } from '@/lib/access/actor'
import { personGroups } from '@/lib/volunteering/groups/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  const { more, frame } = frameOf(actor, await personGroups(actor, (await params).personId, nextStep))
  return <PersonGroupsPage {...frame} found={more} />
}
