import { ResponsiblePage } from '@/components/people/forms/responsible-page'
import { requireActor } from '@/lib/access/actor'
import { personData } from '@/lib/people/record/queries'
import { assignableUsers } from '@/lib/people/responsible/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('assignment.manage')
  const { more, frame } = frameOf(actor, await personData(actor, (await params).personId, 'edit-responsible', nextStep))
  return <ResponsiblePage {...frame} facts={more} users={await assignableUsers(actor)} />
}
