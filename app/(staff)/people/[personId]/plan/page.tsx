import { PlanPage } from '@/components/casework/plans/plan-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { personPlan } from '@/lib/casework/plans/queries'
import { planView } from '@/lib/casework/plans/schema'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('plan.read')
  const view = planView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personPlan(actor, (await params).personId, 'plan', nextStep))
  return <PlanPage {...frame} plan={more} view={view} mayManage={can(actor, 'plan.manage')} />
}
