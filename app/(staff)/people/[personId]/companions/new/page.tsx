import { CompanionFormPage } from '@/components/volunteering/companions/companion-form-page'
import { requireActor } from '@/lib/access/actor'
import { companionChoices } from '@/lib/volunteering/companions/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  const { more, frame } = frameOf(actor, await companionChoices(actor, (await params).personId, nextStep))
  return <CompanionFormPage {...frame} choices={more} />
}
