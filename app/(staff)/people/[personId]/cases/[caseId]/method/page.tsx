import { notFound } from 'next/navigation'
import { MethodPage } from '@/components/casework/methods/method-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { caseMethod } from '@/lib/casework/methods/queries'
import { frameOf, nextStep, personTitle } from '../../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string; caseId: string }> }) {
  const [actor, { personId, caseId }] = [await requireActor('case.read'), await params]
  const { more, frame } = frameOf(actor, await caseMethod(actor, personId, caseId, nextStep))
  if (!more) notFound()
  return <MethodPage {...frame} found={more} mayManage={can(actor, 'case.manage')} mayDescribe={can(actor, 'method.manage')} />
}
