import { byHand, endedOn, reachable } from '@/lib/outreach/due/facts'
import { dueOf, wishHolds } from '@/lib/outreach/due/rules'
import { addDays, addMonths, addYears, type Day, isoWeekday } from '@/lib/platform/day'
import type { DemoVeteran } from '../people'
import { randomFor } from '../random'
import { beginning } from '../veterans'
import { workingDay } from './calendar'
import { lastWeeks, recentInbox } from './inbox'
import { demoRules, factsOn, goneOn, type Life, type World } from './life'
import { handOver, sendLetter } from './letters'
import { partings, relocations } from './moves'
import { persist, reconsider } from './persistence'
import { close, CLOSE_AFTER, type DemoRun, freeze, type OpenRun, sendOpen, stepOn } from './runs'

export type History = { lives: Life[]; runs: DemoRun[]; takenSlots: Set<string> }

/** Days since which the coordinator has had no time for single letters: what is overdue today came due in them. */
const BUSY_DAYS = 46

/**
 * Two years of work, day by day, under the product's own rules: who is owed a letter, who is in a run, when silence asks for a call. Made up
 * are only the things people do. Changes the veterans it is given (homes, deaths, moves); those in `staying` neither die nor leave.
 */
export function simulate(today: Day, veterans: DemoVeteran[], staying: ReadonlySet<string>): History {
  const lives = veterans.map((who): Life => ({ who, letters: [], replies: [], wishes: [], attempts: [], tasks: [], talks: [] }))
  const world: World = { today, draw: randomFor('history'), rules: demoRules, lives, takenSlots: new Set() }
  partings(world, staying)
  relocations(world)
  const runs = workThrough(world)
  lastWeeks(world)
  recentInbox(world)
  return { lives, runs, takenSlots: world.takenSlots }
}

/** Freezing days of the former runs: two lists of people, each written to twice. */
function plannedRuns(today: Day): Day[] {
  const start = beginning(today)
  return [addDays(start, 9), addDays(start, 187), addDays(addYears(today, -1), -8), addDays(addMonths(addYears(start, 1), 6), -8)].map(workingDay)
}

function workThrough(world: World): DemoRun[] {
  const plans = plannedRuns(world.today)
  const closed: DemoRun[] = []
  const open: OpenRun[] = []
  let previous: Day | null = null
  for (let day = beginning(world.today); day <= world.today; day = addDays(day, 1)) {
    if (plans.includes(day)) {
      open.push(freeze(world, day, previous))
      previous = day
    }
    for (const one of open) {
      const step = stepOn(one, day)
      if (step === 'send' || step === 'again') sendOpen(world, one, day)
      if (step === 'close') closed.push(close(world, one))
    }
    if (isoWeekday(day) === 1) weekly(world, day, plans)
  }
  return closed
}

function weekly(world: World, day: Day, plans: Day[]): void {
  const inRun = plans.some((plan) => addDays(plan, -5) <= day && day <= addDays(plan, CLOSE_AFTER + 3))
  // Whose day comes once the next run has begun is left to it.
  const before = plans.map((plan) => addDays(plan, 4)).find((on) => on > day) ?? addYears(world.today, 1)
  const busy = day > addDays(world.today, -BUSY_DAYS)
  for (const life of world.lives) {
    const gone = goneOn(life)
    if (life.who.registeredOn > day || (gone && gone <= day)) continue
    persist(world, life, day)
    reconsider(world, life, day)
    // A run does not hand over: the protected get theirs all year.
    if (!busy && (!inRun || life.who.protection !== 'P0')) singleLetter(world, life, day, before)
  }
}

/** Between the runs: those whose day comes within ten days get their letter alone. */
function singleLetter(world: World, life: Life, day: Day, before: Day): void {
  const facts = factsOn(life, day)
  // Nothing can be due, and working out every date every week is what takes the time.
  if (facts.lastLetterSentOn && facts.lastLetterSentOn > addMonths(day, -11) && facts.wish?.kind !== 'LATER') return
  const due = dueOf(facts, world.rules, day)
  if (due.state !== 'owed' || due.deadline.due > addDays(day, 10) || due.deadline.due >= before || wishHolds(facts, world.rules, day)) return
  if (life.tasks.some((task) => task.kind === 'BY_HAND' && task.doneOn === null)) return
  const on = addDays(day, world.draw.between(0, 3))
  if (byHand(facts)) handOver(world, life, due.deadline, workingDay(addDays(on, world.draw.between(0, 6))))
  else if (reachable(facts) && facts.returnedOn === null && stillOwed(world, life, on)) sendLetter(world, life, on, null)
}

/** Asked again on the day it leaves, as the product does: death, a move or a wish may have come in between. */
function stillOwed(world: World, life: Life, on: Day): boolean {
  const facts = factsOn(life, on)
  return endedOn(facts, on) === null && wishHolds(facts, world.rules, on) === null
}
