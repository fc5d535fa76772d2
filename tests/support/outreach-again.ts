import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth, latestDay } from '@/lib/platform/day'
import type { Life } from './outreach-population'

export type MonthAgain = { month: Day; population: number; covered: number; overdue: number; first: number; yearly: number }

/** The months a figure has, oldest first, with the day it counts on. */
export function monthsUpTo(today: Day, count: number): { month: Day; day: Day }[] {
  return Array.from({ length: count }, (_, i) => {
    const month = addMonths(firstOfMonth(today), i + 1 - count)
    const end = lastOfMonth(month)
    return { month, day: end < today ? end : today }
  })
}

/** The figures counted again, life by life and month by month, with the deadlines of the demo municipality (12 months, 30 days). */
export function figuresAgain(lives: readonly Life[], today: Day, count: number): MonthAgain[] {
  return monthsUpTo(today, count).map(({ month, day }) => {
    const here = lives.filter((life) => belongs(life, day))
    const sent = lives.flatMap(({ letters }) => letters.map(({ sentOn }) => sentOn).sort().map((on, nth) => ({ on, nth })))
    const inMonth = sent.filter(({ on }) => on >= month && on <= day)
    const counted = here.map((life) => ({ last: lastLetter(life, day), due: dueOn(life, day) }))
    return {
      month, population: here.length,
      covered: counted.filter(({ last }) => last !== null && addMonths(last, 12) >= day).length,
      overdue: counted.filter(({ due }) => due !== null && due < day).length,
      first: inMonth.filter(({ nth }) => nth === 0).length,
      yearly: inMonth.filter(({ nth }) => nth > 0).length,
    }
  })
}

function belongs({ registeredOn, diedOn, movedAwayOn, movedInOn }: Life, day: Day): boolean {
  if (registeredOn > day || (diedOn !== null && diedOn <= day)) return false
  if (movedAwayOn === null || movedAwayOn > day) return true
  return movedInOn !== null && movedInOn > movedAwayOn && movedInOn <= day
}

function lastLetter({ letters }: Life, day: Day): Day | null {
  const out = letters.filter(({ sentOn, returnedOn }) => sentOn <= day && (returnedOn === null || returnedOn > day)).map(({ sentOn }) => sentOn)
  return out.sort().at(-1) ?? null
}

function dueOn(life: Life, day: Day): Day | null {
  const last = lastLetter(life, day)
  const { movedInOn, movedAwayOn, registeredOn } = life
  const movedIn = movedInOn !== null && movedInOn <= day ? movedInOn : null
  const anew = movedIn !== null && movedAwayOn !== null && movedIn > movedAwayOn && last !== null && last < movedIn
  const usual = last !== null && !anew ? addMonths(last, 12) : addDays(movedIn === null ? registeredOn : latestDay(registeredOn, movedIn), 30)
  const wish = life.wishes.filter((one) => one.wish.givenOn <= day && (one.endedOn === null || one.endedOn > day)).map((one) => one.wish).sort((a, b) => (a.givenOn < b.givenOn ? -1 : 1)).at(-1)
  if (!wish) return usual
  if (wish.kind === 'NEVER') return null
  const opens = wish.kind === 'LATER' ? wish.untilMonth : addMonths(wish.givenOn, 12)
  if (last !== null && last >= opens) return usual
  return wish.kind === 'LATER' ? lastOfMonth(opens) : latestDay(usual, addDays(opens, 30))
}
