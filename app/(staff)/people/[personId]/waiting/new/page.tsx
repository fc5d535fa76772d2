import { RequestFormPage } from '@/components/volunteering/matching/request-form-page'
import { requireActor } from '@/lib/access/actor'
import { requestChoices } from '@/lib/volunteering/requests/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  const { more, frame } = frameOf(actor, await requestChoices(actor, (await params).personId, nextStep))
  return <RequestFormPage {...frame} lists={more} />
}
