import { notFound } from 'next/navigation'
import { MarkPage } from '@/components/casework/meetings/mark-page'
import { requireActor } from '@/lib/access/actor'
import { caseToMark } from '@/lib/casework/meetings/queries'
import { frameOf, nextStep, personTitle } from '../../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string; caseId: string }> }) {
  const [actor, { personId, caseId }] = [await requireActor('case.manage'), await params]
  const { more, frame } = frameOf(actor, await caseToMark(actor, personId, caseId, nextStep))
  if (!more) notFound()
  return <MarkPage {...frame} found={more} />
}
