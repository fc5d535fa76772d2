import { PlanPrint } from '@/components/casework/plans/plan-print'
import { requireActor } from '@/lib/access/actor'
import { personPlan } from '@/lib/casework/plans/queries'
import { printView } from '@/lib/casework/plans/schema'
import { frameOf, nextStep, personTitle } from '../../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

/** On paper it leaves the house: the log names this page by itself. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('plan.read')
  const { only } = printView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personPlan(actor, (await params).personId, 'plan-print', nextStep))
  return <PlanPrint bar={frame.bar} today={frame.today} plan={more} only={only} />
}
