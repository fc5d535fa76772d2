import type { Day } from '@/lib/platform/day'
import { kindOf } from '../contact-kinds'
import { randomFor } from '../random'
import { type Calendar } from './calendar'
import { fill } from './facts'
import type { Town, TownCase } from './town'
import { ENDS, RESTS } from './words/small'

export type Ids = { units: Record<string, string>; versions: ReadonlyMap<string, string> }
type Row = Record<string, unknown>

const on = ({ at }: Calendar, day: Day, minutes: number) => at(day, minutes).toISOString()
const firstWorker = ({ former, worker }: TownCase) => (former ?? worker).id

export const caseRows = ({ cases, calendar }: Town, { units }: Ids): Row[] => cases.map((one) => ({ id: one.id, person_id: one.citizen.id, kind: one.frame.kind, about: one.about, unit_id: units[one.worker.unit], opened_on: one.fate.openedOn, opened_by: firstWorker(one), opened_at: on(calendar, one.fate.openedOn, 560) }))

/** Who has the case, and who had it before. What closing it does to that the database does. */
export function assignmentRows({ cases, calendar }: Town): Row[] {
  const draw = randomFor('town assignments')
  return cases.flatMap((one) => {
    const { citizen, worker, former, fate } = one
    const row = (userId: string, from: Day, to: Day | null) => ({ id: draw.uuid(), person_id: citizen.id, user_id: userId, reason: 'case', from_day: from, to_day: to, case_id: one.id, case_role: 'coordinator', created_by: worker.id, created_at: on(calendar, from, 555) })
    return former && fate.takenOverOn ? [row(former.id, fate.openedOn, fate.takenOverOn), row(worker.id, fate.takenOverOn, null)] : [row(worker.id, fate.openedOn, null)]
  })
}

/** The opening of each, and what became of it since. */
export function stateRows({ cases, calendar }: Town): [opened: Row[], later: Row[]] {
  const draw = randomFor('town states')
  const later = cases.flatMap((one) => {
    const { fate, worker, course } = one
    const words = (list: readonly string[]) => fill(draw.pick(list), one.facts, null)
    const row = (number: number, state: string, from: Day, more: Row = {}) => ({ id: draw.uuid(), case_id: one.id, person_id: one.citizen.id, number, state, from_day: from, until_day: null, every_weeks: null, outcome: null, words: null, recorded_by: worker.id, recorded_at: on(calendar, from, 850), ...more })
    if (fate.hold) return [row(2, 'hold', fate.hold.on, { until_day: fate.hold.until, words: words(RESTS) })]
    if (!fate.closed) return []
    const { on: day, until, everyWeeks, outcome } = fate.closed
    const closed = row(2, 'closed', day, { until_day: until, every_weeks: everyWeeks, outcome, words: course.entries.length > 0 && draw.chance(0.75) ? words(ENDS[outcome]) : null })
    return fate.reopenedOn ? [closed, row(3, 'open', fate.reopenedOn)] : [closed]
  })
  const opened = cases.map((one) => ({ id: draw.uuid(), case_id: one.id, person_id: one.citizen.id, number: 1, state: 'open', from_day: one.fate.openedOn, recorded_by: firstWorker(one), recorded_at: on(calendar, one.fate.openedOn, 562) }))
  return [opened, later]
}

/** Some are more work than others, as whoever has them said when they had seen what it takes. */
export function weightRows({ cases, calendar }: Town): Row[] {
  const draw = randomFor('town weights')
  return cases.flatMap((one) => {
    const weight = draw.weighted([[null, 68], ['light', 19], ['heavy', one.course.entries.length > 20 ? 22 : 6]] as const)
    return weight ? [{ id: draw.uuid(), case_id: one.id, person_id: one.citizen.id, number: 1, weight, recorded_by: firstWorker(one), recorded_at: on(calendar, one.fate.openedOn, 570) }] : []
  })
}

/** What happened in the method at the talks; words where there was something to say of it. */
export function moveRows({ cases, calendar }: Town, { versions }: Ids): Row[] {
  const draw = randomFor('town moves')
  return cases.flatMap((one) => {
    const version = versions.get(one.frame.method)
    if (!version) throw new Error(`No method ${one.frame.method}`)
    const row = (number: number, kind: string, day: Day, more: Row = {}) => ({ id: draw.uuid(), case_id: one.id, person_id: one.citizen.id, number, kind, version_id: version, step: null, item: null, on_day: day, words: null, recorded_by: one.worker.id, recorded_at: on(calendar, day, 700), ...more })
    const moves = one.course.entries.flatMap((entry) => entry.moves.map((move) => ({ entry, move })))
    return [row(1, 'follow', one.fate.openedOn), ...moves.map(({ entry, move }, nth) => {
      const said = entry.notes.find(([, text]) => text.length < 400)?.[1] ?? null
      return row(nth + 2, move.kind, calendar.days[entry.place]!, { step: move.step, item: move.item, words: move.kind === 'looked' || draw.chance(0.35) ? said : null })
    })]
  })
}

export function contactRows({ cases, calendar, workers }: Town): { contacts: Row[]; notes: Row[] } {
  const [draw, way, called] = [randomFor('town contacts'), randomFor('town travel'), randomFor('town kinds')]
  const [contacts, notes]: [Row[], Row[]] = [[], []]
  for (const { citizen, worker, former, fate, course } of cases) {
    const beside = workers.filter((one) => one.unit === worker.unit)
    for (const entry of course.entries) {
      const day = calendar.days[entry.place]!
      const id = draw.uuid()
      const mine = former && fate.takenOverOn && day < fate.takenOverOn ? former : worker
      const at = calendar.at(day, entry.clock)
      // What is protected is nobody else’s to stand in for.
      const by = citizen.protection === 'P0' && draw.chance(0.03) ? draw.pick(beside) : mine
      // Most is written down the same hour, some of it before going home.
      const recorded = new Date(at.getTime() + (draw.chance(0.85) ? (entry.minutes ?? 5) + draw.between(1, 40) : draw.between(120, 400)) * 60_000)
      // Who visits somebody at home has driven there: most write down how long and how far.
      const [km, slow] = entry.channel === 'home' && way.chance(0.8) ? [way.between(2, 34), way.between(6, 16)] : [null, 0]
      contacts.push({ id, person_id: citizen.id, outcome: entry.outcome, channel: entry.channel, kind_code: kindOf(entry, day, calendar.days[calendar.today]!, called), happened_at: at.toISOString(), minutes: entry.minutes, travel_minutes: km && Math.ceil((km * 1.3 + slow) / 5) * 5, travel_km: km, agreed: entry.agreed, next_step: entry.nextStep, next_on: entry.nextOn, companion: entry.companion, interpreter: entry.interpreter, recorded_by: by.id, recorded_at: recorded.toISOString() })
      for (const [topic, text] of entry.notes) notes.push({ id: draw.uuid(), contact_id: id, person_id: citizen.id, topic_code: topic, text })
    }
  }
  return { contacts, notes }
}
