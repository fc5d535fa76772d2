import { type Day, earliestDay } from '@/lib/platform/day'

export const goalStates = ['open', 'reached', 'aside'] as const
export type GoalState = (typeof goalStates)[number]
/** Whose words a goal is in: the citizen's own, found together, or somebody's who speaks for them. */
export const sayers = ['citizen', 'together', 'relative'] as const
export type Sayer = (typeof sayers)[number]

/** A goal as it stood from one moment on. Steps are added, and the newest holds. */
export type GoalStep = { number: number; text: string; saidBy: Sayer; saidOn: Day; needs: string | null; dueOn: Day | null; state: GoalState; reason: string | null; by: string; at: Date }
export type Goal = { id: string; parentId: string | null; /** How it stands. */ now: GoalStep; /** All of them, newest first. */ steps: GoalStep[] }

export type GoalChange = { what: 'made' | 'text' | 'needs' | 'due' | 'reached' | 'aside' | 'again'; /** As it was said before; null where nothing was. */ before: string | null; by: string; at: Date; reason: string | null }

/** What became of a goal, newest first: each change with what stood there before, who wrote it and when. `steps`: newest first. */
export function changesOf(steps: readonly GoalStep[]): GoalChange[] {
  return steps.flatMap((step, at): GoalChange[] => {
    const before = steps[at + 1]
    const change = (what: GoalChange['what'], former: string | null = null): GoalChange => ({ what, before: former, by: step.by, at: step.at, reason: step.reason })
    if (!before) return [change('made')]
    const state = step.state === before.state ? [] : [change(step.state === 'open' ? 'again' : step.state)]
    return [...state, ...(step.text === before.text ? [] : [change('text', before.text)]), ...(step.needs === before.needs ? [] : [change('needs', before.needs)]), ...(step.dueOn === before.dueOn ? [] : [change('due', before.dueOn)])]
  })
}

export const agreementStates = ['open', 'kept', 'missed', 'dropped'] as const
export type AgreementState = (typeof agreementStates)[number]
/** Who does it: the citizen, the caseworker or somebody else, in words. */
export const doers = ['citizen', 'staff', 'other'] as const
export type Doer = (typeof doers)[number]

export type AgreementStep = { number: number; state: AgreementState; dueOn: Day; words: string | null; by: string; at: Date }
export type Agreement = { id: string; goalId: string | null; text: string; who: Doer; whoWords: string | null; now: AgreementStep; /** Newest first. */ steps: AgreementStep[]; /** What it was made into: to be done by somebody of the municipality. */ task: { id: string; state: 'open' | 'done' | 'dropped' } | null }

/** What happened at a step: agreed, moved to another day, kept, not kept, given up, or taken up again. */
export function whatHappened(step: AgreementStep, before: AgreementStep | undefined): 'agreed' | 'moved' | 'again' | Exclude<AgreementState, 'open'> {
  if (step.state !== 'open') return step.state
  return !before ? 'agreed' : before.state === 'open' ? 'moved' : 'again'
}

const since = (one: { steps: readonly { at: Date }[] }): number => one.steps.at(-1)?.at.getTime() ?? 0

/** The soonest day comes first; of one day as they were agreed. */
export function soonestFirst<A extends { now: { dueOn: Day }; steps: readonly { at: Date }[] }>(agreements: readonly A[]): A[] {
  return [...agreements].sort((a, b) => a.now.dueOn.localeCompare(b.now.dueOn) || since(a) - since(b))
}

export type GoalTree = Goal & { parts: Goal[]; agreements: Agreement[]; next: Agreement | null }
export type PlanTree = { running: GoalTree[]; over: GoalTree[]; /** Agreements that belong to no goal. */ loose: Agreement[] }

/**
 * The plan as it is read: goals that run with their parts and agreements, the one with the nearest day first; those that are reached or set aside after,
 * the newest first. `next`: the open agreement of the goal or its parts whose day comes first, also one whose day has passed.
 */
export function treeOf(goals: readonly Goal[], agreements: readonly Agreement[]): PlanTree {
  const tops = goals.filter(({ parentId }) => parentId === null)
  const trees = tops.map((goal): GoalTree => {
    const parts = goals.filter(({ parentId }) => parentId === goal.id).sort((a, b) => since(a) - since(b))
    const own = soonestFirst(agreements.filter(({ goalId }) => goalId === goal.id || parts.some(({ id }) => id === goalId)))
    return { ...goal, parts, agreements: own, next: own.find(({ now }) => now.state === 'open') ?? null }
  })
  const day = ({ next, now }: GoalTree): string => (next && now.dueOn ? earliestDay(next.now.dueOn, now.dueOn) : (next?.now.dueOn ?? now.dueOn ?? '9999'))
  return {
    running: trees.filter(({ now }) => now.state === 'open').sort((a, b) => day(a).localeCompare(day(b)) || since(a) - since(b)),
    over: trees.filter(({ now }) => now.state !== 'open').sort((a, b) => b.now.at.getTime() - a.now.at.getTime()),
    loose: soonestFirst(agreements.filter(({ goalId }) => !goalId || !goals.some(({ id }) => id === goalId))),
  }
}
