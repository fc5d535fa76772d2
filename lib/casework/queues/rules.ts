import { addDays, type Day, earliestDay } from '@/lib/platform/day'
import { type CaseStep, checkInOn, type Standing, standingOf } from '../cases/rules'
import type { MethodVersion } from '../methods/parts'
import type { Place } from '../methods/rules'

/** The lists of whoever carries cases. Each is one sentence, one condition and one column; the number beside it is the number of its rows. */
export const queues = ['mine', 'unclaimed', 'owed', 'waiting', 'today', 'passed', 'agreements', 'silent', 'aftercare', 'returned', 'drafts'] as const
export type Queue = (typeof queues)[number]
/** In the order and groups they are shown. */
export const queueGroups = [
  { key: 'us', queues: ['today', 'passed', 'agreements', 'owed', 'silent'] },
  { key: 'others', queues: ['waiting', 'aftercare', 'returned'] },
  { key: 'all', queues: ['mine', 'unclaimed', 'drafts'] },
] as const satisfies readonly { key: string; queues: readonly Queue[] }[]
/** Work that is late or waits for somebody stands out; the rest is only counted. */
export const urgent: readonly Queue[] = ['passed', 'agreements', 'owed', 'unclaimed', 'returned']
/** Where the reader is led from a queue with nothing in it: what is late first. */
export const leadsTo: readonly Queue[] = ['passed', 'today', 'agreements', 'owed', 'returned', 'unclaimed', 'silent', 'aftercare', 'waiting', 'drafts']

/** Days without a talk that can be asked about. When nobody asks, the unit of the case says, or the method it follows; for somebody of no unit, so many are said. */
export const silentDays = [14, 30, 60, 90] as const
export const SILENT_DAYS = 30
/** Days a refused case stands in the queue, when it is not offered again. */
export const RETURNED_FOR = 30
/** Days ahead of a check-in in which it stands in the queue. */
export const AFTERCARE_AHEAD = 7

export type OwnCase = Pick<CaseStep, 'state' | 'from' | 'until' | 'everyWeeks'>
/** What is known of one person on the list. `own`: the reader is responsible (or their unit has the case), and not only typing something. */
export type Facts = {
  own: boolean
  /** Responsible from. */
  since: Day | null
  /** The last day somebody spoke with them; attempts and work are not it. */
  last: Day | null
  tried: number
  nextOn: Day | null
  cases: readonly OwnCase[]
  /** Days without a talk that are too many: the fewest that the units of the open cases, or the methods they follow, say. Null without an open case. */
  silentAfter: number | null
  /** The nearest day of an open task. */
  taskOn: Day | null
  /** The nearest day of something that was promised in a talk or decided at a meeting. */
  promisedOn: Day | null
  /** The nearest day of an open agreement in the plan. */
  planOn: Day | null
  /** The day a colleague or unit answered no to taking the case, where it was not offered again. */
  returnedOn: Day | null
  draftOn: Day | null
}

const standing = (facts: Facts, wanted: Standing, today: Day) => facts.cases.filter((one) => standingOf(one, today) === wanted)
const first = (days: readonly (Day | null)[]): Day | null => days.reduce((soonest, on) => (soonest === null ? on : on === null ? soonest : earliestDay(soonest, on)), null)

/** The day a case on hold is to be taken up; the soonest of several. */
export const heldOn = (facts: Facts, today: Day): Day | null => first(standing(facts, 'hold', today).map(({ until }) => until))
/** When somebody is next to ask how it goes. */
export const checkOn = (facts: Facts, today: Day): Day | null => first(facts.cases.map((one) => checkInOn(one, facts.last, today)))
/** The first day anything is due with the person: what was agreed, a task, an agreement of the plan, a case to take up, a check-in. */
export const dueOn = (facts: Facts, today: Day): Day | null => first([facts.nextOn, facts.taskOn, facts.planOn, heldOn(facts, today), checkOn(facts, today)])

/** Who stands in a queue. `unclaimed` holds cases and not people: those of nobody. `days`: without a talk; null: as units and methods say. The same in the database: sql.ts. */
export function standsIn(queue: Exclude<Queue, 'unclaimed'>, facts: Facts, days: number | null, today: Day): boolean {
  const [due, check] = [dueOn(facts, today), checkOn(facts, today)]
  if (queue === 'drafts') return facts.draftOn !== null
  if (!facts.own) return false
  switch (queue) {
    case 'mine': return true
    case 'owed': return facts.promisedOn !== null
    case 'waiting': return facts.tried > 0 || (standing(facts, 'hold', today).length > 0 && standing(facts, 'open', today).length === 0)
    case 'today': return facts.nextOn === today
    case 'passed': return due !== null && due < today
    case 'agreements': return facts.planOn !== null && facts.planOn < today
    case 'silent': return standing(facts, 'open', today).length > 0 && (facts.last ?? facts.since ?? today) <= addDays(today, -(days ?? facts.silentAfter ?? SILENT_DAYS))
    case 'aftercare': return check !== null && check <= addDays(today, AFTERCARE_AHEAD)
    case 'returned': return facts.returnedOn !== null && facts.returnedOn >= addDays(today, -RETURNED_FOR)
  }
}

/** Methods of which the reader has more open cases than the method means for one: all versions counted together, by the newest's limit. */
export function overLimits(rows: readonly { cases: readonly (Pick<OwnCase, 'state'> & { place: Pick<Place, 'method' | 'finishedOn'> | null })[] }[]): { method: MethodVersion; open: number }[] {
  const followed = rows.flatMap(({ cases }) => cases.flatMap(({ state, place }) => (state === 'open' && place && !place.finishedOn ? [place.method] : [])))
  return [...Map.groupBy(followed, ({ methodId }) => methodId).values()].flatMap((same) => {
    const method = same.reduce((newest, one) => (one.number > newest.number ? one : newest))
    return method.caseLimit !== null && same.length > method.caseLimit ? [{ method, open: same.length }] : []
  })
}
