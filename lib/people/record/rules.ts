import { type Day, dayFromDb, diffDays, partsOf } from '@/lib/platform/day'

/** Whole years on that day. Born on 29 February: a year older on 1 March in a common year. */
export function ageOn(birthDate: Day, day: Day): number {
  const born = partsOf(birthDate)
  const now = partsOf(day)
  const before = now.month < born.month || (now.month === born.month && now.dayOfMonth < born.dayOfMonth)
  return now.year - born.year - (before ? 1 : 0)
}

/** Living in the municipality on that day: who moved away and later in again lives here, and a move registered ahead ends nothing before its day. */
export function livesElsewhere(person: { movedAwayOn: Day | null; movedInOn: Day | null }, day: Day): boolean {
  const { movedAwayOn: left, movedInOn: came } = person
  if (!left || left > day) return false
  return !(came && came > left && came <= day)
}

type StatusDays = { diedOn: Day | null; movedAwayOn: Day | null; movedInOn: Day | null }

/** Which day cannot be, and in which field it stands; null when all can. */
export function statusRefusal(days: StatusDays, birthDate: Date | null): { field: keyof StatusDays; code: 'beforeBirth' | 'movedAfterDeath' } | null {
  const born = birthDate && dayFromDb(birthDate)
  for (const field of ['diedOn', 'movedAwayOn', 'movedInOn'] as const) {
    const day = days[field]
    if (day && born && day < born) return { field, code: 'beforeBirth' }
  }
  if (days.diedOn && days.movedAwayOn && days.movedAwayOn > days.diedOn) return { field: 'movedAwayOn', code: 'movedAfterDeath' }
  if (days.diedOn && days.movedInOn && days.movedInOn > days.diedOn) return { field: 'movedInOn', code: 'movedAfterDeath' }
  return null
}

/** A review that is due or past stands out. */
export function reviewIsDue(reviewOn: Day | null, today: Day): boolean {
  return reviewOn !== null && diffDays(today, reviewOn) <= 0
}
