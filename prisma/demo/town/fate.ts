import { aftercareEnd, type CaseOutcome, type Standing } from '@/lib/casework/cases/rules'
import { addDays, type Day } from '@/lib/platform/day'
import type { Random } from '../random'
import type { Calendar } from './calendar'
import type { Frame } from './words/strand'

/** How a case goes: when it began, who had it before, and how it stands. Days are working days, but for the last day of aftercare. */
export type Fate = {
  standing: Standing
  openedOn: Day
  /** Until then somebody else had it. */
  takenOverOn: Day | null
  hold: { on: Day; until: Day } | null
  closed: { on: Day; until: Day | null; everyWeeks: number | null; outcome: CaseOutcome } | null
  reopenedOn: Day | null
  /** How much of the method's way has been gone at the end of it, from 0 to 1. */
  share: number
  /** Days between two talks are so many times those of the method. */
  pace: number
}

/** Most cases of two years are over, as in life. */
const STANDINGS: readonly (readonly [Standing, number])[] = [['open', 29], ['hold', 5], ['aftercare', 14], ['closed', 52]]
const OUTCOMES: readonly (readonly [CaseOutcome, number])[] = [['goal', 48], ['others', 20], ['wish', 12], ['moved', 9], ['contact', 11]]
/** Working days in a year, near enough. */
const YEAR = 250

export function fateOf(draw: Random, calendar: Calendar, frame: Frame): Fate {
  const standing = draw.weighted(STANDINGS)
  const now = calendar.today
  const day = (place: number) => calendar.days[Math.max(0, Math.min(calendar.days.length - 1, place))]!
  const long = draw.chance(0.012)
  const whole = Math.round(YEAR * (0.45 + draw.next() * 1.05) * (frame.pace[1] > 18 ? 1.15 : 1))
  const none = { hold: null, closed: null, reopenedOn: null }
  const pace = long ? 0.45 : 1 + draw.next() * 0.8
  if (standing === 'open' || standing === 'hold') {
    const age = long ? 2 * YEAR - 30 : Math.max(2, Math.round((2 * YEAR - 40) * draw.next() ** 1.6))
    const held = standing === 'hold' && age > 60 ? now - draw.between(5, 45) : null
    const openedAt = now - age
    return { ...none, standing: held ? 'hold' : 'open', openedOn: day(openedAt), takenOverOn: age > 150 && draw.chance(0.12) ? day(openedAt + draw.between(50, age - 60)) : null, hold: held ? { on: day(held), until: addDays(day(now), draw.between(-4, 70)) } : null, share: Math.min(0.94, (age / whole) * 0.95), pace }
  }
  const aftercare = standing === 'aftercare'
  const months = aftercare ? draw.pick([3, 6, 6, 12]) : draw.weighted([[0, 4], [3, 4], [6, 2]])
  const since = aftercare ? draw.between(4, Math.round(months * 20 * 0.9)) : draw.between(months * 22 + 6, YEAR * 2 - 70)
  const closedAt = now - since
  const age = Math.max(30, Math.min(closedAt - 4, Math.round(whole * (0.5 + draw.next() * 0.7))))
  const outcome = aftercare ? draw.weighted([['goal', 7], ['others', 2], ['wish', 1]] as const) : draw.weighted(OUTCOMES)
  const on = day(closedAt)
  const until = aftercareEnd(on, months)
  const again = !aftercare && since > 120 && draw.chance(0.09)
  return {
    standing: again ? 'open' : standing, openedOn: day(closedAt - age), takenOverOn: age > 150 && draw.chance(0.1) ? day(closedAt - draw.between(50, age - 60)) : null, hold: null, closed: { on, until, everyWeeks: until && draw.pick([4, 4, 8, 2]), outcome },
    reopenedOn: again ? day(closedAt + draw.between(months * 22 + 2, since - 20)) : null, share: outcome === 'goal' ? 1 : 0.25 + draw.next() * 0.6, pace: outcome === 'goal' ? Math.min(pace, 1.1) : pace,
  }
}
