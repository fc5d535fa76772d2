import { CaseFormPage } from '@/components/casework/case-form-page'
import { requireActor } from '@/lib/access/actor'
import { newCase } from '@/lib/casework/cases/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('case.manage')
  const { more, frame } = frameOf(actor, await newCase(actor, (await params).personId, nextStep))
  return <CaseFormPage {...frame} change="open" one={null} colleagues={more.colleagues} loads={more.loads} fellows={[]} self={actor.userId} />
}
