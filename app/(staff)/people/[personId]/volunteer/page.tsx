import { TiePage } from '@/components/volunteering/tie-page'
import { requireActor } from '@/lib/access/actor'
import { personTies } from '@/lib/volunteering/ties/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.tie')
  const { more, frame } = frameOf(actor, await personTies(actor, (await params).personId, nextStep))
  return <TiePage {...frame} ties={more} />
}
