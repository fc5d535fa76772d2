import 'server-only'
import { Conflict } from '@/lib/access/conflict'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { formatDay } from '@/lib/platform/dates'
import { type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import type { Prisma, Tx } from '@/lib/platform/db'
import type { GoalState } from '../rules'
import type { Said } from './schema'

type Step = Prisma.PlanGoalStepGetPayload<object>

/** Throws Refused for a person who is not there (or was merged away), and behind emergency access. */
export async function requirePlanOf(tx: Tx, personId: string): Promise<void> {
  if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
}

/** A goal, or a part of one. Throws Refused for a day said that has not come, and for a goal it cannot be a part of. */
export async function addGoal(tx: Tx, actor: Actor, personId: string, parentId: string | null, said: Said, today: Day): Promise<string> {
  await requirePlanOf(tx, personId)
  refuseAhead(said, today)
  if (parentId && !(await tx.planGoal.findFirst({ where: { id: parentId, personId, parentId: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
  const id = crypto.randomUUID()
  // Not create: it reads back, and so would ask the database for more than it has been given.
  await tx.planGoal.createMany({ data: [{ id, personId, parentId, createdBy: actor.userId }] })
  await tx.planGoalStep.createMany({ data: [{ ...rowOf(said), goalId: id, personId, number: 1, state: 'open', recordedBy: actor.userId }] })
  return id
}

function refuseAhead({ saidOn }: Said, today: Day): void {
  if (saidOn > today) throw new Refused('plans.error.saidAhead', {}, 'saidOn')
}

const rowOf = ({ saidOn, dueOn, ...said }: Said) => ({ ...said, saidOn: dayToDb(saidOn), dueOn: dueOn && dayToDb(dueOn) })

/** How the goal stands now, with who wrote it. */
async function newest(tx: Tx, personId: string, goalId: string): Promise<Step> {
  const step = await tx.planGoalStep.findFirst({ where: { goalId, personId }, orderBy: { number: 'desc' } })
  if (!step) throw new Refused('casework.error.gone')
  return step
}

type Ref = { personId: string; goalId: string; version: number }

/**
 * Another wording, another day or what it takes: the next step, with the former one left to read. Somebody who saved meanwhile is a conflict: the form comes back with
 * what was typed and what stands there now. Saved with nothing changed nothing is written, and the answer is false.
 */
export async function changeGoal(tx: Tx, actor: Actor, { personId, goalId, version }: Ref, said: Said, today: Day): Promise<boolean> {
  const before = await newest(tx, personId, goalId)
  await refuseBehindGlass(tx, personId)
  refuseAhead(said, today)
  if (before.number !== version) throw await conflict(tx, before, said)
  if (before.state !== 'open') throw new Refused('plans.error.over')
  if (differing(before, said).length === 0) return false
  if (!(await add(tx, actor, before, { ...rowOf(said), state: 'open', reason: null }))) throw await conflict(tx, await newest(tx, personId, goalId), said)
  return true
}

/** Reached, set aside with the reason, or taken up again; the words stay. Throws Refused where somebody has changed it meanwhile. */
export async function moveGoal(tx: Tx, actor: Actor, { personId, goalId, version }: Ref, state: GoalState, reason: string | null = null): Promise<void> {
  const before = await newest(tx, personId, goalId)
  await refuseBehindGlass(tx, personId)
  if (before.number !== version || (before.state === 'open') === (state === 'open')) throw new Refused('plans.error.meanwhile')
  const { text, saidBy, saidOn, needs, dueOn } = before
  if (!(await add(tx, actor, before, { text, saidBy, saidOn, needs, dueOn, state, reason }))) throw new Refused('plans.error.meanwhile')
}

/** False where the number is taken: somebody was first. */
async function add(tx: Tx, actor: Actor, { goalId, personId, number }: Step, data: Pick<Prisma.PlanGoalStepCreateManyInput, 'text' | 'saidBy' | 'saidOn' | 'needs' | 'dueOn' | 'state' | 'reason'>): Promise<boolean> {
  const { count } = await tx.planGoalStep.createMany({ data: [{ ...data, goalId, personId, number: number + 1, recordedBy: actor.userId }], skipDuplicates: true })
  return count === 1
}

const shown = (value: unknown): string => (value instanceof Date ? formatDay(dayFromDb(value), 'da', 'short') : typeof value === 'string' ? value : '')
const fields = ['text', 'saidBy', 'saidOn', 'needs', 'dueOn'] as const
const differing = (stored: Step, said: Said): (typeof fields)[number][] => {
  const typed: Pick<Step, (typeof fields)[number]> = rowOf(said)
  return fields.filter((field) => shown(stored[field]) !== shown(typed[field]))
}

async function conflict(tx: Tx, stored: Step, said: Said): Promise<Conflict> {
  const by = await tx.user.findFirst({ where: { id: stored.recordedBy }, select: { name: true } })
  // Whose words they are is a choice with a name in the reader's language: what was chosen is seen in the form itself.
  const texts = differing(stored, said).filter((field) => field !== 'saidBy').map((field) => [field, shown(stored[field])] as const)
  return new Conflict(stored.number, Object.fromEntries(texts), by?.name ?? null, stored.personId)
}
