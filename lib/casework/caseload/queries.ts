import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import { type Day, diffDays, toDay } from '@/lib/platform/day'
import type { Clock, NextStep } from '../contacts/rules'
import type { Place } from '../methods/rules'
import { followedBy } from '../methods/sql'
import { inTurn, type OwnCase } from './rules'

export type CaseloadRow = { id: string; name: string; since: Day; clock: Clock; next: NextStep | null; /** The reader's own cases with the person that are not over. */ cases: CaseloadCase[] }
export type CaseloadCase = OwnCase & { id: string; place: Place | null }
type Raw = { id: string; name: string; since: string; last: string | null; tried: number; nextOn: string | null; nextStep: string | null; cases: { id: string; state: OwnCase['state']; from: string; until: string | null; everyWeeks: number | null }[] }

/** The people the reader is responsible for today: dates that passed first, then the coming ones, then whoever has waited longest. Two statements, one of them for where the cases stand in their methods; the clock is that of `clockOf` and `nextOf`. */
export function caseload(actor: Actor, today: Day, within?: ReadContext): Promise<CaseloadRow[]> {
  return readAs(actor, 'person.search', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<Raw[]>`/* keep:caseload */
      SELECT p.id, p.first_name || ' ' || p.last_name AS name, a.from_day::text AS since, (reached.happened_at AT TIME ZONE 'Europe/Copenhagen')::date::text AS last, next.next_on::text AS "nextOn", next.next_step AS "nextStep",
        (SELECT count(*)::int FROM contact c WHERE c.person_id = p.id AND c.redacted_at IS NULL AND c.outcome = 'tried' AND (reached.id IS NULL OR (c.happened_at, c.recorded_at, c.id) > (reached.happened_at, reached.recorded_at, reached.id))) AS tried,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.case_id, 'state', s.state, 'from', s.from_day, 'until', s.until_day, 'everyWeeks', s.every_weeks)), '[]') FROM (SELECT DISTINCT ON (s.case_id) s.* FROM assignment m JOIN case_state s ON s.case_id = m.case_id
          WHERE m.person_id = p.id AND m.user_id = ${actor.userId}::uuid AND (m.to_day IS NULL OR m.to_day >= ${today}::date) ORDER BY s.case_id, s.number DESC) s WHERE s.state <> 'closed' OR s.until_day >= ${today}::date) AS cases
      FROM (SELECT a.person_id, min(a.from_day) AS from_day FROM assignment a WHERE a.user_id = ${actor.userId}::uuid AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date) GROUP BY 1) a JOIN person p ON p.id = a.person_id
        LEFT JOIN LATERAL (SELECT c.id, c.happened_at, c.recorded_at FROM contact c WHERE c.person_id = p.id AND c.redacted_at IS NULL AND c.outcome = 'reached' ORDER BY c.happened_at DESC, c.recorded_at DESC, c.id DESC LIMIT 1) reached ON true
        LEFT JOIN LATERAL (SELECT c.next_on, c.next_step FROM contact c WHERE c.person_id = p.id AND c.redacted_at IS NULL AND c.next_on IS NOT NULL AND (reached.id IS NULL OR (c.happened_at, c.recorded_at, c.id) >= (reached.happened_at, reached.recorded_at, reached.id))
          ORDER BY c.happened_at DESC, c.recorded_at DESC, c.id DESC LIMIT 1) next ON true
      WHERE p.merged_into_id IS NULL
      ORDER BY next.next_on NULLS LAST, reached.happened_at NULLS FIRST, p.last_name, p.first_name LIMIT 200`
    shown({ action: 'person.assigned-listed', people: rows.map(({ id }) => id) })
    const followed = await followedBy(tx, rows.flatMap(({ cases }) => cases.map(({ id }) => id)), { turnsOnly: true })
    const people = rows.map(({ since, last, tried, nextOn, nextStep, cases, ...row }): CaseloadRow => {
      const day = last === null ? null : toDay(last)
      return { ...row, since: toDay(since), clock: { last: day, days: day && diffDays(day, today), tried }, next: nextOn === null ? null : { on: toDay(nextOn), text: nextStep }, cases: cases.map((one) => ({ ...one, place: followed.get(one.id)?.place ?? null, from: toDay(one.from), until: one.until === null ? null : toDay(one.until) })) }
    })
    return inTurn(people, today)
  }, within)
}
