import { WeekPage } from '@/components/casework/plans/week-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personPlan } from '@/lib/casework/plans/queries'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('plan.read')
  const { more, frame } = frameOf(actor, await personPlan(actor, (await params).personId, 'plan-week', nextStep))
  return <WeekPage {...frame} schedules={more.schedules} mayManage={can(actor, 'plan.manage')} />
}
