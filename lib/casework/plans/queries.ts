import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Plan, readPlan } from './sql'

export type { Plan } from './sql'

/** Which page of the plan is opened: each stands in the log by its own name, and what was printed for the citizen is told apart. */
export type PlanPage = 'plan' | 'plan-week' | 'plan-print'

/** The plan with the citizen: goals with what became of them, agreements, and the weeks. One statement besides those of the frame. */
export function personPlan<N>(actor: Actor, personId: string, page: PlanPage, also: Also<N>): Promise<OpenPerson<Plan, N> | null> {
  return openPerson(actor, personId, page, ({ tx }, { id }) => readPlan(tx, id), also, 'plan.read')
}
