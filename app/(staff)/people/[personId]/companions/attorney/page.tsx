import { AttorneyFormPage } from '@/components/volunteering/companions/attorney-form-page'
import { requireActor } from '@/lib/access/actor'
import { companionChoices } from '@/lib/volunteering/companions/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('volunteer.request')
  return <AttorneyFormPage {...frameOf(actor, await companionChoices(actor, (await params).personId, nextStep)).frame} />
}
