import { addDays, type Day, dayOf } from '@/lib/platform/day'
import { COMPANION_DAYS, type CompanionState, FOLLOW_UP_DAYS, stands } from '../rules'

/** What a meeting can ask of the caseworker today, the most urgent first: a companion who fell out, with nobody looked for or somebody already; a power of attorney that is gone; a follow-up to write; and a meeting that began with nobody. */
export const dayKinds = ['fell-out', 'attorney', 'again', 'follow-up', 'unmet'] as const
export type DayKind = (typeof dayKinds)[number]
export type DayFacts = { state: CompanionState; startsAt: Date; endsAt: Date; /** A volunteer, and nobody of the person's own. */ looked: boolean; attorneyHolds: boolean; /** It was asked for once more. */ again: boolean }

/** `day`: by when, for a follow-up; else the day of the meeting. Null where nothing is to be done. */
export function askedOf({ state, startsAt, endsAt, looked, attorneyHolds, again }: DayFacts, now: Date): { kind: DayKind; day: Day } | null {
  const day = dayOf(startsAt)
  if (startsAt > now && state === 'fell-out') return { kind: again ? 'again' : 'fell-out', day }
  if (startsAt > now && stands(state) && !attorneyHolds) return { kind: 'attorney', day }
  if (state === 'unmet') return dayOf(now) <= addDays(day, COMPANION_DAYS) ? { kind: 'unmet', day } : null
  // Also of one nobody has said of whether it was held: the follow-up begins with that.
  if (looked && endsAt <= now && (stands(state) || state === 'held')) return { kind: 'follow-up', day: addDays(dayOf(endsAt), FOLLOW_UP_DAYS) }
  return null
}
