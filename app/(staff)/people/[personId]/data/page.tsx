import { DataPage } from '@/components/people/data-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personData } from '@/lib/people/record/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('person.read')
  const { more, frame } = frameOf(actor, await personData(actor, (await params).personId, 'data', nextStep))
  const cleared = can(actor, 'person.read.protected-address') && actor.clearances.includes('PROTECTED_ADDRESS')
  return <DataPage {...frame} facts={more} cleared={cleared} clearances={actor.clearances} mayAssign={can(actor, 'assignment.manage')} mayOutreach={can(actor, 'outreach.read')} />
}
