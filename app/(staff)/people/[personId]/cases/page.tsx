import { CasesPage } from '@/components/casework/cases-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personCases } from '@/lib/casework/cases/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('case.read')
  const { more, frame } = frameOf(actor, await personCases(actor, (await params).personId, nextStep))
  return <CasesPage {...frame} found={more} mayManage={can(actor, 'case.manage')} mayGive={can(actor, 'assignment.manage')} />
}
