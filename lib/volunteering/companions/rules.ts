import { type Day, dayOf, isoWeekday, ZONE } from '@/lib/platform/day'
import type { Time } from '../volunteers/rules'
import type { RequestState } from '../requests/rules'

/** What a companion is at the meeting, from listening to speaking: the seven positions of the report on companions (§ 1.4), and the party representative, who needs a power of attorney. */
export const companionRoles = ['listener', 'note-taker', 'supporter', 'conveyor', 'mediator', 'adviser', 'sparring-partner', 'representative'] as const
export type CompanionRole = (typeof companionRoles)[number]
/** Somebody of the person’s own: nobody is looked for, and nobody is asked. */
export const kin = ['partner', 'parent', 'child', 'sibling', 'other-family', 'friend', 'other'] as const
export type Kin = (typeof kin)[number]
/** Of the consent’s fields those a companion can be told; an address and the case never. */
export const tellable = ['contact', 'needs'] as const
export type Tellable = (typeof tellable)[number]

/** Each way, in minutes, when nothing is said. */
export const TRAVEL_MINUTES = 30
export const TRAVEL_MOST = 240
/** How long a meeting is when its end is not known. */
export const MEETING_MINUTES = 60

export const companionSteps = ['prepared', 'held', 'not-held', 'followed-up', 'cancelled'] as const
export type CompanionStepKind = (typeof companionSteps)[number]
export const companionStates = ['wanted', 'asked', 'agreed', 'prepared', 'held', 'followed-up', 'not-held', 'cancelled', 'fell-out', 'unmet'] as const
export type CompanionState = (typeof companionStates)[number]

/** Days after the meeting that the companion still reads of it: enough to write down hours and expenses. The same number as access.companion_days. */
export const COMPANION_DAYS = 14
/** Days after the meeting that the citizen is to have been asked how it was. */
export const FOLLOW_UP_DAYS = 7

/** What is known of a meeting. `request`: null where somebody of their own comes along, with whom it is agreed already. `steps`: in order. */
export type CompanionFacts = { request: RequestState | null; /** Somebody is asked and has not answered. */ asked: boolean; /** The match with the companion ended before the meeting began. */ matchEnded: boolean; /** The meeting has begun. */ begun: boolean; steps: readonly CompanionStepKind[] }

/** How a meeting stands: derived, and never written. */
export function standing({ request, asked, matchEnded, begun, steps }: CompanionFacts): CompanionState {
  const last = steps.at(-1)
  if (request === 'withdrawn') return 'cancelled'
  // Before the meeting: somebody else has to be found, by a request of its own. Afterwards a match ends because it is over.
  if (matchEnded && (!last || last === 'prepared')) return 'fell-out'
  if (last) return last
  // Nobody is looked for any more, whether or not the night has written it down (`companion.daily`).
  if (request === 'unmet' || (request === 'waiting' && begun)) return 'unmet'
  if (request === 'waiting') return asked ? 'asked' : 'wanted'
  return 'agreed'
}

const open: readonly CompanionState[] = ['wanted', 'asked', 'agreed', 'prepared']
/** Still to be held, and so still in the way of another. */
export const stands = (state: CompanionState): boolean => open.includes(state)

/** A time that somebody is away for: the meeting, and the way there and back. */
export type Away = { startsAt: Date; endsAt: Date; travelMinutes: number }
const MINUTE = 60_000
const away = ({ startsAt, endsAt, travelMinutes }: Away) => [startsAt.getTime() - travelMinutes * MINUTE, endsAt.getTime() + travelMinutes * MINUTE] as const

/** Whether somebody cannot be at both, with the way there and back of each. To be home the minute one leaves again is enough. */
export function clash(one: Away, other: Away): boolean {
  const [[from, to], [start, end]] = [away(one), away(other)]
  return from < end && start < to
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' })
const NOON = 12
const EVENING = 17

/** The parts of the week a meeting lies in, as volunteers say when they can. */
export function partsOfWeek(startsAt: Date, endsAt: Date): Time[] {
  const weekday = isoWeekday(dayOf(startsAt))
  const [from, to] = [Number(clock.format(startsAt)), Number(clock.format(new Date(endsAt.getTime() - 1)))]
  const touches = { morning: from < NOON, afternoon: from < EVENING && to >= NOON, evening: to >= EVENING }
  return (['morning', 'afternoon', 'evening'] as const).filter((part) => touches[part]).map((part) => `${weekday}-${part}` as Time)
}

/** A power of attorney holds on a day from the first to the last, both included, until it is ended: from that day no more. */
export type Period = { fromDay: Day; toDay: Day; endedOn: Day | null }
export const holdsOn = ({ fromDay, toDay, endedOn }: Period, day: Day): boolean => endedOn === null && fromDay <= day && day <= toDay

/** 'Rådhusgården 3, 8900 Randers C' as the place and its postcode; no postcode where none stands in it. */
export function placeOf(text: string): { place: string; postcode: string } {
  return { place: text, postcode: /(?:^|\D)(\d{4})(?=\D|$)(?!.*(?:^|\D)\d{4}(?:\D|$))/.exec(text)?.[1] ?? '' }
}
