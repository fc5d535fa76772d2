import { ScreeningPage } from '@/components/casework/screening/screening-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personScreenings } from '@/lib/casework/screening/queries'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('plan.read')
  const { more, frame } = frameOf(actor, await personScreenings(actor, (await params).personId, nextStep))
  return <ScreeningPage {...frame} found={more} mayManage={can(actor, 'plan.manage')} />
}
