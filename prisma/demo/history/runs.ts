import type { RunFrame, RunGroup } from '@/lib/outreach/runs/groups'
import { placementOf, scopeOf, type GroupReason, type RunMember, type Scope } from '@/lib/outreach/runs/groups'
import { dueOf } from '@/lib/outreach/due/rules'
import { formatMonth } from '@/lib/platform/dates'
import { addDays, type Day } from '@/lib/platform/day'
import { workingDay } from './calendar'
import { factsOn, type Life, type World } from './life'
import { sendLetter } from './letters'

export type DemoMember = { personId: string; scope: GroupReason; group: RunGroup; reason: GroupReason; dueOn: Day | null; channel: 'DIGITAL_POST' | 'PAPER' | null; changedOn: Day }
export type DemoRun = { id: string; name: string; frame: RunFrame; sentOn: Day; closedOn: Day; members: DemoMember[] }

const SEND_AFTER = 10
/** Addresses found since the first letters: once after five weeks, once on the day before the close. */
const SECOND_WAVE = 32
export const CLOSE_AFTER = 46

export type RunStep = 'freeze' | 'send' | 'again' | 'close'
/** A run in the making: frozen on its first day, sent ten days later, those found since once more, closed after six weeks. */
export type OpenRun = { run: DemoRun; scopes: Map<string, Scope>; again: Day[] }

export function freeze(world: World, on: Day, previousFrozenOn: Day | null): OpenRun {
  const sentOn = workingDay(addDays(on, SEND_AFTER))
  const closedOn = workingDay(addDays(on, CLOSE_AFTER))
  const frame: RunFrame = { frozenOn: on, dueThrough: addDays(on, 60), letterDate: sentOn, previousFrozenOn }
  const run: DemoRun = { id: world.draw.uuid(), name: `Årligt brev, ${formatMonth(sentOn, 'da')}`, frame, sentOn, closedOn, members: [] }
  const known = world.lives.filter((life) => life.who.registeredOn <= on)
  const again = [workingDay(addDays(on, SECOND_WAVE)), addDays(closedOn, -1)]
  return { run, again, scopes: new Map(known.map((life) => [life.who.id, scopeOf(factsOn(life, on), frame, world.rules)])) }
}

export function stepOn(open: OpenRun, day: Day): RunStep | null {
  const { run } = open
  if (day === run.sentOn) return 'send'
  if (open.again.includes(day)) return 'again'
  return day === run.closedOn ? 'close' : null
}

/** A letter to everyone the product's own rule still has in TO_SEND that day. */
export function sendOpen(world: World, open: OpenRun, on: Day): void {
  for (const { life, member } of membersOf(world, open, on))
    if (placementOf(member, open.run.frame, world.rules, on).group === 'TO_SEND') sendLetter(world, life, on, open.run.id)
}

/** Everyone's group as the product's rule gives it on the last day; who is left in TO_SEND would break the close, and a test sees it. */
export function close(world: World, open: OpenRun): DemoRun {
  const { run } = open
  run.members = membersOf(world, open, run.closedOn).map(({ life, member, sentOn }) => {
    const placement = placementOf(member, run.frame, world.rules, run.closedOn)
    const due = dueOf(factsOn(life, run.frame.frozenOn), world.rules, run.frame.frozenOn)
    return {
      personId: life.who.id, scope: member.scope.reason, ...placement, dueOn: due.state === 'owed' ? due.deadline.due : null,
      channel: sentOn ? (life.who.digitalPost === 'YES' ? 'DIGITAL_POST' : 'PAPER') : null, changedOn: sentOn ?? run.frame.frozenOn,
    }
  })
  return run
}

function membersOf(world: World, { run, scopes }: OpenRun, on: Day): { life: Life; member: RunMember; sentOn: Day | null }[] {
  return world.lives.flatMap((life) => {
    const scope = scopes.get(life.who.id)
    if (!scope) return []
    const letter = life.letters.find((one) => one.runId === run.id)
    const sentOn = letter && letter.sentOn <= on ? letter.sentOn : null
    const returnedOn = letter?.returnedOn && letter.returnedOn <= on ? letter.returnedOn : null
    return [{ life, sentOn, member: { scope, facts: factsOn(life, on), letter: { sentOn, returnedOn }, excluded: null } }]
  })
}
