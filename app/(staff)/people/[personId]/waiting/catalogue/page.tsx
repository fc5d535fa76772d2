import { CataloguePage } from '@/components/volunteering/matching/catalogue-page'
import { requireActor } from '@/lib/access/actor'
import { catalogueFor } from '@/lib/volunteering/catalogue/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  const { more, frame } = frameOf(actor, await catalogueFor(actor, (await params).personId, nextStep))
  return <CataloguePage {...frame} found={more} />
}
