import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import type { Prisma, Tx } from '@/lib/platform/db'
import type { AgreementState } from '../rules'
import { requirePlanOf } from '../goals/writes'
import type { AgreementInput } from './schema'

/** Adds what was agreed. Throws Refused for a day that has passed, and for a goal that is not this person's. */
export async function addAgreement(tx: Tx, actor: Actor, { personId, goalId, text, who, whoWords, dueOn }: AgreementInput, today: Day): Promise<string> {
  await requirePlanOf(tx, personId)
  refusePast(dueOn, today)
  if (goalId && !(await tx.planGoal.findFirst({ where: { id: goalId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
  const id = crypto.randomUUID()
  await tx.planAgreement.createMany({ data: [{ id, personId, goalId, text, who, whoWords, createdBy: actor.userId }] })
  await tx.planAgreementStep.createMany({ data: [{ agreementId: id, personId, number: 1, state: 'open', dueOn: dayToDb(dueOn), recordedBy: actor.userId }] })
  return id
}

function refusePast(dueOn: Day, today: Day): void {
  if (dueOn < today) throw new Refused('casework.task.error.past', {}, 'byDay')
}

type Ref = { personId: string; agreementId: string; version: number }
type Next = { state: AgreementState; words: string | null; dueOn?: Day }

/** Kept, not kept, given up, moved, taken up again: the next step. Throws Refused where somebody was first, and for a move that says no why. */
export async function stepAgreement(tx: Tx, actor: Actor, { personId, agreementId, version }: Ref, { state, words, dueOn }: Next, today: Day): Promise<void> {
  const before = await tx.planAgreementStep.findFirst({ where: { agreementId, personId }, orderBy: { number: 'desc' } })
  if (!before) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (before.number !== version || (before.state !== 'open' && state !== 'open')) throw new Refused('plans.error.meanwhile')
  if (dueOn) refusePast(dueOn, today)
  if (before.state === 'open' && state === 'open' && (words?.length ?? 0) < 3) throw new Refused('plans.error.reason', {}, 'words')
  const { count } = await tx.planAgreementStep.createMany({ data: [{ agreementId, personId, number: version + 1, state, words, dueOn: dueOn ? dayToDb(dueOn) : before.dueOn, recordedBy: actor.userId }], skipDuplicates: true })
  if (count !== 1) throw new Refused('plans.error.meanwhile')
  await followTask(tx, agreementId, { state, words, dueOn }, before.state !== 'open')
}

/** The task it was made into goes the same way: two lists that say different things about one agreement are worse than one. `again`: the agreement was over, and so is the task opened again. */
async function followTask(tx: Tx, agreementId: string, { state, words, dueOn }: Next, again: boolean): Promise<void> {
  const task = { source: 'plan', sourceId: agreementId }
  const version = { increment: 1 } as const
  const change = (from: Prisma.TaskWhereInput, data: Prisma.TaskUncheckedUpdateManyInput) => tx.task.updateMany({ where: { ...task, ...from }, data: { ...data, version } })
  if (state === 'kept') await change({ state: 'open' }, { state: 'done' })
  else if (state !== 'open') await change({ state: 'open' }, { state: 'dropped', reason: words })
  else if (dueOn) await change(again ? {} : { state: 'open' }, { state: 'open', dueOn: dayToDb(dueOn), explanation: [], reason: words })
}

/** The caseworker's agreement on their own list. Null where it is on somebody's already. Throws Refused for what the citizen or somebody else does, and for what is over. */
export async function taskOfAgreement(tx: Tx, actor: Actor, personId: string, agreementId: string): Promise<string | null> {
  const found = await tx.planAgreement.findFirst({ where: { id: agreementId, personId }, select: { text: true, who: true, steps: { select: { state: true, dueOn: true }, orderBy: { number: 'desc' }, take: 1 } } })
  const [step] = found?.steps ?? []
  if (!found || !step) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (found.who !== 'staff' || step.state !== 'open') throw new Refused('plans.error.noTask')
  const id = crypto.randomUUID()
  const { count } = await tx.task.createMany({ data: [{ id, personId, text: found.text, dueOn: dayToDb(dayFromDb(step.dueOn)), explanation: [], ownerId: actor.userId, source: 'plan', sourceId: agreementId, createdBy: actor.userId }], skipDuplicates: true })
  return count === 1 ? id : null
}
