import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { type Plan, planForAll } from '@/lib/volunteering/matching/plan/queries'
import { planTabs, planView } from '@/lib/volunteering/matching/plan/schema'

/** Both parts of the plan in one, as no page shows it. */
export async function wholePlan(actor: Actor): Promise<Plan> {
  const parts: Plan[] = []
  for (const tab of planTabs) parts.push(await planForAll(actor, today(), planView.parse({ tab }), 1000))
  const [first, second] = parts as [Plan, Plan]
  return { ...first, rows: first.tab === second.tab ? first.rows : [...first.rows, ...second.rows] }
}
