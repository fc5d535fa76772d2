import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, type Day, momentAt } from '@/lib/platform/day'
import type { AuditKind } from '../../generated/enums'
import type { DemoRun } from '../history/runs'
import type { Life } from '../history/life'
import { randomFor } from '../random'
import type { DemoStaff } from '../users'

export type DemoEvent = { at: Date; kind: AuditKind; action: string; by: string | null; role: string | null; personId?: string; people?: string[]; purpose?: string; details?: Record<string, string | number | null> }

const COORDINATOR = 'VETERAN_COORDINATOR'
/** People on one page of a list. */
const PAGE = 25
/** What a coordinator writes when asked why; now and then somebody does without being asked. */
export const PURPOSES = ['Borgeren ringede', 'Opringning fra Veterancentret', 'Spørgsmål fra en pårørende', 'Forberedelse af teammøde']

/**
 * What the log would hold of the history since `from`: every attempt, reply, task and talk with the file opened before it, the runs, the
 * lists somebody looked at in the morning, signing in, and their own people.
 */
export function logOfWork(from: Day, today: Day, lives: readonly Life[], runs: readonly DemoRun[], staff: DemoStaff, caseloads: ReadonlyMap<string, string[]>): DemoEvent[] {
  const draw = randomFor('log')
  const events = [...lives.flatMap((life) => ofLife(life, staff, draw)), ...runs.flatMap((run) => ofRun(run, staff)), ...mornings(from, today, lives, staff), ...ownPeople(from, today, staff, caseloads)]
  const [first, now] = [momentAt(from, 0), momentAt(today, 0)]
  return events.filter(({ at }) => at >= first && at < now)
}

function ofLife(life: Life, staff: DemoStaff, draw: ReturnType<typeof randomFor>): DemoEvent[] {
  const personId = life.who.id
  const by = staff.coordinator
  const event = (on: Day, hour: number, minute: number, kind: AuditKind, action: string, who: string | null = by): DemoEvent => ({ at: momentAt(on, hour, minute), kind, action, by: who, role: who && COORDINATOR, personId })
  const opened = (on: Day, hour: number, minute: number, who = by): DemoEvent => ({ ...event(on, hour, minute, 'VIEW', 'person.viewed', who), ...(draw.chance(0.06) ? { purpose: draw.pick(PURPOSES) } : {}) })
  return [
    ...life.letters.flatMap((letter) => [event(letter.sentOn, 9, 55, 'MACHINE', 'letter.sent', null), ...(letter.runId ? [] : [event(letter.sentOn, 9, 5, 'VIEW', 'outreach.person-viewed')])]),
    ...life.letters.flatMap(({ returnedOn }) => (returnedOn ? [event(returnedOn, 10, 12, 'CHANGE', 'letter.returned')] : [])),
    ...life.replies.flatMap(({ handledOn }) => (handledOn ? [opened(handledOn, 12, 58), event(handledOn, 13, 5, 'CHANGE', 'reply.handled')] : [])),
    ...life.attempts.flatMap(({ happenedOn }) => [opened(happenedOn, 11, 20 + draw.int(18)), event(happenedOn, 11, 40, 'CHANGE', 'attempt.logged')]),
    ...life.talks.flatMap((talk) => {
      const who = staff[talk.staff]
      const hour = Number(talk.time.slice(0, 2))
      return talk.outcome === 'held' ? [opened(talk.on, hour, 0, who), event(talk.on, hour, 50, 'CHANGE', 'talk.held', who)] : talk.outcome === 'no-show' ? [opened(talk.on, hour, 10, who), event(talk.on, hour, 30, 'CHANGE', 'talk.no-show', who)] : []
    }),
    ...life.tasks.flatMap(({ doneOn, kind }) => (doneOn && kind !== 'CALL_BACK' ? [event(doneOn, 11, 41, 'CHANGE', 'task.done')] : [])),
  ]
}

function ofRun(run: DemoRun, staff: DemoStaff): DemoEvent[] {
  const event = (on: Day, hour: number, minute: number, kind: AuditKind, action: string, by: string): DemoEvent => ({ at: momentAt(on, hour, minute), kind, action, by, role: COORDINATOR, details: { run: run.id } })
  const people = run.members.filter(({ group }) => group === 'SENT').map(({ personId }) => personId)
  return [
    event(run.frame.frozenOn, 9, 2, 'CHANGE', 'run.created', staff.coordinator),
    { ...event(run.frame.frozenOn, 9, 30, 'LIST', 'run.members', staff.coordinator), people: people.slice(0, 50) },
    event(run.sentOn, 8, 5, 'CHANGE', 'run.reviewed', staff.coordinator),
    { ...event(run.sentOn, 8, 31, 'LIST', 'run.members', staff.colleague), people: people.slice(0, 50) },
    event(run.sentOn, 8, 40, 'CHANGE', 'run.released', staff.colleague),
    event(run.closedOn, 14, 30, 'CHANGE', 'run.closed', staff.coordinator),
  ]
}

/** Each working day: who came, and which lists they began with. */
function mornings(from: Day, today: Day, lives: readonly Life[], staff: DemoStaff): DemoEvent[] {
  const draw = randomFor('log mornings')
  const events: DemoEvent[] = []
  for (let day = from; day < today; day = addDays(day, 1)) {
    if (!isWorkingDay(day, [])) continue
    const come = (by: string, role: string, minute: number) => events.push({ at: momentAt(day, 8, minute), kind: 'SIGN_IN', action: 'session.started', by, role })
    const list = (by: string, role: string, action: string, minute: number, people: string[]) => events.push({ at: momentAt(day, 8, minute), kind: 'LIST', action, by, role, people, details: { rows: people.length } })
    const page = () => draw.shuffled(lives).slice(0, PAGE).map(({ who }) => who.id)
    come(staff.coordinator, COORDINATOR, draw.int(8))
    list(staff.coordinator, COORDINATOR, 'outreach.home', 9 + draw.int(4), page())
    list(staff.coordinator, COORDINATOR, 'outreach.listed', 15 + draw.int(30), page())
    if (draw.chance(0.6)) come(staff.colleague, COORDINATOR, 10 + draw.int(40))
    if (draw.chance(0.25)) come(staff.manager, 'MANAGER', 20 + draw.int(30))
    if (draw.chance(0.3)) come(staff.caseworker, 'CASEWORKER', 20 + draw.int(30))
    if (draw.chance(0.15)) {
      come(staff.officer, 'DATA_PROTECTION_OFFICER', 30)
      list(staff.officer, 'DATA_PROTECTION_OFFICER', 'audit.read', 33, [])
      list(staff.officer, 'DATA_PROTECTION_OFFICER', 'audit.seals-viewed', 41, [])
    }
  }
  return events
}

/** Those somebody is responsible for are looked at between the lines, too: a call that led to nothing, a meeting being prepared. */
function ownPeople(from: Day, today: Day, staff: DemoStaff, caseloads: ReadonlyMap<string, string[]>): DemoEvent[] {
  const draw = randomFor('log own people')
  const events: DemoEvent[] = []
  const roles = new Map([[staff.coordinator, COORDINATOR], [staff.colleague, COORDINATOR], [staff.caseworker, 'CASEWORKER']])
  for (let day = from; day < today; day = addDays(day, 1)) {
    if (!isWorkingDay(day, [])) continue
    for (const [by, role] of roles) {
      const mine = caseloads.get(by) ?? []
      if (mine.length === 0 || draw.chance(0.4)) continue
      const at = () => momentAt(day, draw.between(9, 14), draw.int(60))
      if (role === 'CASEWORKER') events.push({ at: momentAt(day, 8, 55), kind: 'LIST', action: 'person.assigned-listed', by, role, people: mine, details: { rows: mine.length } })
      for (let n = draw.between(1, 4); n > 0; n--) events.push({ at: at(), kind: 'VIEW', action: 'person.viewed', by, role, personId: draw.pick(mine), ...(draw.chance(0.06) ? { purpose: draw.pick(PURPOSES) } : {}) })
    }
  }
  return events
}
