import 'server-only'
import { Refused } from '@/lib/access/refused'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/db'
import { placeMembers, sumsOf } from './placing/writes'
import { mayTransition, type RunState, type TransitionContext } from './rules'

export type LockedRun = {
  id: string
  state: RunState
  version: number
  createdBy: string
  templateId: string
  firstTemplateId: string | null
  eventId: string | null
  letterDate: Day
  sendAfter: Date | null
  frozen: boolean
  content: unknown
}

/** Takes the run for this transaction alone. Out of scope and missing are the same refusal. */
export async function lockRun(tx: Tx, runId: string): Promise<LockedRun> {
  const [row] = await tx.$queryRaw<(Omit<LockedRun, 'letterDate'> & { letterDate: Date })[]>`
    SELECT id, state::text, version, created_by AS "createdBy", template_id AS "templateId", first_template_id AS "firstTemplateId", event_id AS "eventId",
      letter_date AS "letterDate", send_after AS "sendAfter", population IS NOT NULL AS frozen, content
    FROM run WHERE id = ${runId}::uuid FOR UPDATE`
  if (!row) throw new Refused('runs.error.unknown')
  return { ...row, letterDate: dayFromDb(row.letterDate) }
}

type Move = { run: LockedRun; to: RunState; actorId: string; now: Date; today: Day; set?: Prisma.RunUncheckedUpdateManyInput }

/** The only way a person moves a run from one state to the next: the rule decides over the account as it is inside this transaction. */
export async function moveRun(tx: Tx, { run, to, actorId, now, today, set = {} }: Move): Promise<void> {
  await placeMembers(tx, run.id, null, today)
  const { sums, lettersOpen, lettersInDoubt } = await sumsOf(tx, run.id)
  const context: TransitionContext = { actorId, now, sums, lettersOpen, lettersInDoubt }
  const verdict = mayTransition(run, to, context)
  if (!verdict.ok) throw new Refused(`runs.refused.${verdict.code}`, { remainder: sums.remainder, doubt: lettersInDoubt })
  const changed = await tx.run.updateMany({ where: { id: run.id, version: run.version }, data: { ...set, state: to, version: { increment: 1 } } })
  if (changed.count !== 1) throw new Refused('runs.error.changed')
}

/** Somebody else changed the run since this page was drawn: what they saw is not what they would decide about. */
export function checkVersion(run: LockedRun, seen: number): void {
  if (run.version !== seen) throw new Refused('runs.error.changed')
}
