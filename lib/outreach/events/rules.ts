import { addDays, type Day, dayOf, partsOf, toDay } from '@/lib/platform/day'

export const eventKinds = ['flag-day', 'information-evening', 'school-talk', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

/** Seats one person may ask for: a family, not a coach party. */
export const MOST_SEATS = 10

/** The day Denmark flies the flag for those it has sent out: 5 September. Its next time, today included. */
export function nextFlagDay(today: Day): Day {
  const { year } = partsOf(today)
  const thisYear = toDay(`${year}-09-05`)
  return today <= thisYear ? thisYear : toDay(`${year + 1}-09-05`)
}

export type Answered = { id: string; answer: boolean | null; seats: number; answeredAt: Date | null }
export type Seating = { coming: number; notComing: number; silent: number; seats: number; waitingIds: ReadonlySet<string>; waitingSeats: number }

/**
 * Who has a seat: in the order the answers came, as long as there is room; whoever does not fit waits, and so does everybody after them,
 * so that a small party that answers late does not pass a large one. The same rule in SQL: access.seats_before().
 */
export function seatingOf(invitations: readonly Answered[], capacity: number | null): Seating {
  const coming = invitations.filter((one) => one.answer === true).sort((a, b) => (a.answeredAt?.getTime() ?? 0) - (b.answeredAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1))
  const waitingIds = new Set<string>()
  let taken = 0
  let asked = 0
  for (const one of coming) {
    asked += one.seats
    if (capacity !== null && asked > capacity) waitingIds.add(one.id)
    else taken += one.seats
  }
  return { coming: coming.length, notComing: invitations.filter((one) => one.answer === false).length, silent: invitations.filter((one) => one.answer === null).length, seats: taken, waitingIds, waitingSeats: asked - taken }
}

/** True while answers by code are taken: up to and with the last day, or until it begins. */
export function takesAnswers(event: { signUpUntil: Day | null; startsAt: Date; cancelledAt: Date | null }, today: Day, now: Date): boolean {
  return event.cancelledAt === null && event.startsAt > now && (event.signUpUntil === null || today <= event.signUpUntil)
}

/** True on the days a reminder may go: from `remindDays` before the day, and not once it has begun. Somebody who signs up later than that is reminded at the next morning's run. */
export function remindNow(event: { startsAt: Date; remindDays: number; cancelledAt: Date | null }, today: Day, now: Date): boolean {
  return event.cancelledAt === null && event.startsAt > now && addDays(dayOf(event.startsAt), -event.remindDays) <= today
}
