import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { NOBODY_YET } from './schema'
import { type CaseKind, type CaseOutcome, type CaseStateName, follows } from './rules'

type Opening = { personId: string; kind: CaseKind; about: string | null; /** Null: whoever opens it. */ userId: string | null }

/** Opens a case of the opener's own unit, with whom has it. Throws Refused for a person or colleague that is not there, and while the unit has one of the kind. */
export async function addCase(tx: Tx, actor: Actor, { personId, kind, about, userId }: Opening, today: Day): Promise<string> {
  if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null, diedOn: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (!actor.unitId) throw new Refused('casework.cases.error.noUnit')
  const owner = userId === NOBODY_YET ? null : (userId ?? actor.userId)
  if (owner !== null && owner !== actor.userId) await requireColleague(tx, owner, actor.unitId)
  // Two who open one at once: the second waits here, and then finds the first.
  await tx.$queryRaw`SELECT true AS held FROM (SELECT pg_advisory_xact_lock(hashtextextended('case ' || ${personId}, 0))) held`
  const [same] = await tx.$queryRaw<{ id: string }[]>`SELECT f.id FROM case_file f WHERE f.person_id = ${personId}::uuid AND f.kind = ${kind} AND f.unit_id = ${actor.unitId}::uuid
    AND (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) <> 'closed' LIMIT 1`
  if (same) throw new Refused('casework.cases.error.already', {}, 'kind')
  const id = crypto.randomUUID()
  await tx.caseFile.createMany({ data: [{ id, personId, kind, about, unitId: actor.unitId, openedOn: dayToDb(today), openedBy: actor.userId }] })
  await tx.caseState.createMany({ data: [{ caseId: id, personId, number: 1, state: 'open', fromDay: dayToDb(today), recordedBy: actor.userId }] })
  if (owner !== null) await tx.assignment.createMany({ data: [{ personId, userId: owner, reason: 'case', fromDay: dayToDb(today), createdBy: actor.userId, caseId: id, caseRole: 'coordinator' }] })
  return id
}

/** Somebody of the unit who can have a case. Another unit is a transfer, and asks the person first. */
export async function requireColleague(tx: Tx, userId: string, unitId: string): Promise<void> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`SELECT a.id FROM access.assignable_users() a JOIN app_user u ON u.id = a.id WHERE a.id = ${userId}::uuid AND u.unit_id = ${unitId}::uuid`
  if (!found) throw new Refused('casework.cases.error.user', {}, 'userId')
}

type Change = { personId: string; caseId: string; number: number; state: CaseStateName; until?: Day | null; everyWeeks?: number | null; outcome?: CaseOutcome; words?: string | null }

/** Adds the next state. Throws Refused for a case that is not there, one that somebody has changed meanwhile, and a state that cannot follow. */
export async function addState(tx: Tx, actor: Actor, { personId, caseId, number, state, until, everyWeeks, outcome, words }: Change, today: Day): Promise<void> {
  const before = await tx.caseState.findFirst({ where: { caseId, personId }, select: { number: true, state: true }, orderBy: { number: 'desc' } })
  if (!before) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (before.number !== number || !follows[before.state as CaseStateName].includes(state)) throw new Refused('casework.cases.error.meanwhile')
  const { count } = await tx.caseState.createMany({
    data: [{ caseId, personId, number: number + 1, state, fromDay: dayToDb(today), untilDay: until ? dayToDb(until) : null, everyWeeks, outcome, words, recordedBy: actor.userId }], skipDuplicates: true,
  })
  if (count !== 1) throw new Refused('casework.cases.error.meanwhile')
}
