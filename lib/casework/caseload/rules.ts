import type { Day } from '@/lib/platform/day'
import { type CaseStep, checkInOn, type Standing, standingOf } from '../cases/rules'
import type { Clock, NextStep } from '../contacts/rules'
import type { MethodVersion } from '../methods/parts'
import type { Place } from '../methods/rules'

export type OwnCase = Pick<CaseStep, 'state' | 'from' | 'until' | 'everyWeeks'>
type Row = { name: string; clock: Clock; next: NextStep | null; cases: OwnCase[] }

/** What a case asks of whoever has it: taken up again on a day, or how it goes asked by a day. Null: nothing by itself. */
export function asksOf(one: OwnCase, lastReached: Day | null, today: Day): { standing: Standing; on: Day | null } {
  const standing = standingOf(one, today)
  return { standing, on: standing === 'hold' ? one.until : checkInOn(one, lastReached, today) }
}

/** The first day anything is due with the person: the next step that was agreed, a case to take up, a check-in. */
export function firstDue({ next, clock, cases }: Row, today: Day): Day | null {
  return [next?.on, ...cases.map((one) => asksOf(one, clock.last, today).on)].filter((on) => on !== undefined && on !== null).sort()[0] ?? null
}

/** Days that have passed first, and those that come, then whoever has waited longest for a talk. */
export function inTurn<R extends Row>(rows: readonly R[], today: Day): R[] {
  const turn = (row: R) => `${firstDue(row, today) ?? '9'} ${row.clock.last ?? '0'}`
  return rows.map((row) => ({ row, turn: turn(row) })).sort((a, b) => a.turn.localeCompare(b.turn) || a.row.name.localeCompare(b.row.name, 'da')).map(({ row }) => row)
}

/** Methods of which the reader has more open cases than the method means for one: all versions counted together, by the newest's limit. */
export function overLimits(rows: readonly { cases: readonly (Pick<OwnCase, 'state'> & { place: Pick<Place, 'method' | 'finishedOn'> | null })[] }[]): { method: MethodVersion; open: number }[] {
  const followed = rows.flatMap(({ cases }) => cases.flatMap(({ state, place }) => (state === 'open' && place && !place.finishedOn ? [place.method] : [])))
  return [...Map.groupBy(followed, ({ methodId }) => methodId).values()].flatMap((same) => {
    const method = same.reduce((newest, one) => (one.number > newest.number ? one : newest))
    return method.caseLimit !== null && same.length > method.caseLimit ? [{ method, open: same.length }] : []
  })
}
