import { type Day, dayOf, diffDays } from '@/lib/platform/day'
import type { Asked, Part } from '@/lib/casework/management/rules'
import type { MadeCase, MadeTask, MadeUnit } from './unit-worlds'

const standing = ({ states }: MadeCase) => states.at(-1)?.state
const isOf = (part: Part) => (one: MadeCase) => part === 'all' || part === `kind:${one.kind}` || part === `method:${one.method ?? 'none'}`
/** The units of the world say thirty days. */
function binOf({ reached }: MadeCase, today: Day): number {
  if (reached === null) return 6
  const days = diffDays(reached, today)
  return days <= 7 ? 1 : days <= 15 ? 2 : days <= 30 ? 3 : days <= 60 ? 4 : 5
}
function outcomeOf({ state, due, closed }: MadeTask, today: Day): string {
  if (state === 'done') return closed !== null && dayOf(closed) <= due ? 'kept' : 'late'
  return state === 'dropped' ? 'dropped' : due < today ? 'overdue' : 'waiting'
}

/** Of which rows a figure is made, counted a second time: from what was put into the world, without SQL. One entry for each row; of a task without a person `person` is null. */
export function rowsOf(unit: MadeUnit, asked: Asked, today: Day): { id: string; of: MadeCase | null; task: MadeTask | null }[] {
  if (asked.figure === 'deadlines')
    return unit.tasks.filter((task) => task.due >= asked.period.first && task.due <= asked.period.last && outcomeOf(task, today) === asked.outcome).map((task) => ({ id: task.id, of: task.case, task }))
  const rows = (found: MadeCase[]) => found.map((one) => ({ id: one.id, of: one, task: null }))
  if (asked.figure === 'caseload') return rows(unit.cases.filter((one) => standing(one) === asked.state && one.holder === asked.who))
  const mine = unit.cases.filter(isOf(asked.of))
  if (asked.figure === 'contacts') return rows(mine.filter((one) => standing(one) === 'open' && binOf(one, today) >= asked.bins.from && binOf(one, today) <= asked.bins.to))
  return rows(mine.flatMap((one) => one.states.filter(({ state, from }, at) => {
    const before = one.states[at - 1]?.state
    const what = state === 'closed' ? 'closed' : before === undefined ? 'opened' : before === 'closed' ? 'reopened' : null
    return what === asked.figure && from >= asked.period.first && from <= asked.period.last
  }).map(() => one)))
}
