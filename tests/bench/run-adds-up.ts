import type { OutreachFacts } from '@/lib/outreach/due/facts'
import { applyEvent, type RunEvent } from '@/lib/outreach/runs/events'
import { GROUPS, placementOf, type RunFrame, type RunGroup, type RunMember, scopeOf } from '@/lib/outreach/runs/groups'
import { mayClose, tally } from '@/lib/outreach/runs/rules'
import { addDays, type Day } from '@/lib/platform/day'
import { outreachRules } from '@/tests/support/outreach-facts'
import { type Dice, dice, eventFrom, factsFrom, frameFrom } from './generated-run'
import { groupsThatFit } from './run-oracle'

/** The rules under test; a test swaps one for a faulty twin to see that the figure notices. */
export const PRODUCT = { placementOf, applyEvent, tally, mayClose }

export type RunFigure = {
  violations: string[]
  runs: number
  counts: { people: number; events: number; sent: number; closesRefused: number; closesAllowed: number; groups: Record<RunGroup, number> }
}

type Options = { populations: number; seed: number; rules?: Partial<typeof PRODUCT> }
type Knock = { at: number; event: RunEvent }
type World = { frame: RunFrame; members: RunMember[]; today: Day; roll: Dice; rules: typeof PRODUCT; figure: RunFigure; name: string }

/**
 * Plays whole runs: a population is frozen, letters leave one by one, and deaths, moves, protections, wishes, returns and exclusions become
 * known in any order in between, while somebody tries to close the run again and again. After every step each person must be in exactly one
 * group, the one the oracle names; the sums must meet; and closing must be refused exactly while somebody is left to send.
 */
export function figureRunAddsUp({ populations, seed, rules }: Options): RunFigure {
  const groups = Object.fromEntries(GROUPS.map((group) => [group, 0])) as Record<RunGroup, number>
  const counts = { people: 0, events: 0, sent: 0, closesRefused: 0, closesAllowed: 0, groups }
  const figure: RunFigure = { violations: [], runs: 0, counts }
  for (let i = 0; i < populations; i++) {
    const roll = dice(seed * 1_000_003 + i)
    const frame = frameFrom(roll)
    const people = Array.from({ length: roll.chance(0.03) ? 0 : 1 + roll.upTo(40) }, () => factsFrom(roll, frame))
    const members = people.map((facts) => frozenMember(facts, frame))
    play({ frame, members, today: frame.letterDate, roll, rules: { ...PRODUCT, ...rules }, figure, name: `seed ${seed} population ${i}` })
    figure.runs++
  }
  return figure
}

function frozenMember(facts: OutreachFacts, frame: RunFrame): RunMember {
  return { scope: scopeOf(facts, frame, outreachRules), facts, letter: { sentOn: null, returnedOn: null }, excluded: null }
}

function play(world: World): void {
  const { roll, frame, figure, members } = world
  figure.counts.people += members.length
  const knocks = members.flatMap((_, at) => Array.from({ length: roll.upTo(4) }, () => ({ at, event: eventFrom(roll, frame) })))
  const letters = members.map((_, at) => ({ at, event: null }))
  const frozen = [...members]
  check(world)
  for (const { at, event } of roll.shuffle<{ at: number; event: RunEvent | null }>([...knocks, ...letters])) {
    if (roll.chance(0.3)) world.today = addDays(world.today, 1 + roll.upTo(5))
    if (event) learn(world, at, event)
    else send(world, at)
    check(world)
  }
  members.forEach((_, at) => send(world, at))
  check(world)
  orderDoesNotMatter(world, frozen, knocks)
  const sums = world.rules.tally(members.length, groupsOf(world))
  if (!world.rules.mayClose(sums, 0).ok) report(world, 'refuses to close with nobody left')
  for (const group of groupsOf(world)) figure.counts.groups[group]++
}

function learn(world: World, at: number, event: RunEvent): void {
  const member = world.members[at]
  // A letter that never left cannot come back, and the reviewer cannot take out somebody whose letter is gone.
  if (!member || (event.kind === 'LETTER_RETURNED' && !member.letter.sentOn) || (event.kind === 'EXCLUDED' && member.letter.sentOn)) return
  world.members[at] = world.rules.applyEvent(member, event)
  world.figure.counts.events++
}

function send(world: World, at: number): void {
  const member = world.members[at]
  if (!member || placed(world, member) !== 'TO_SEND') return
  const { facts } = member
  const dead = facts.diedOn !== null && facts.diedOn <= world.today
  const barred = dead || facts.wish?.kind === 'NEVER' || facts.protection !== 'P0' || member.letter.sentOn !== null
  if (barred) report(world, 'a letter leaves for somebody who is dead, protected, opted out or has had it')
  world.members[at] = world.rules.applyEvent(member, { kind: 'LETTER_SENT', on: world.today })
  world.figure.counts.sent++
}

function check(world: World): void {
  const { members, frame, today, rules, figure } = world
  const groups = groupsOf(world)
  let left = 0
  members.forEach((member, at) => {
    const fitting = groupsThatFit({ member, frame, today })
    if (fitting.length !== 1) report(world, `person ${at} fits ${fitting.length} groups`)
    if (groups[at] !== fitting[0]) report(world, `person ${at} is ${groups[at]}, should be ${fitting[0]}`)
    if (fitting[0] === 'TO_SEND') left++
  })
  const sums = rules.tally(members.length, groups)
  const inGroups = GROUPS.reduce((sum, group) => sum + sums.groups[group], 0)
  if (inGroups !== members.length) report(world, `groups hold ${inGroups} of ${members.length}`)
  if (sums.remainder !== left) report(world, `remainder ${sums.remainder}, ${left} left to send`)
  const verdict = rules.mayClose(sums, 0)
  if (verdict.ok !== (left === 0)) report(world, `close ${verdict.ok ? 'allowed' : 'refused'} with ${left} left to send`)
  figure.counts[verdict.ok ? 'closesAllowed' : 'closesRefused']++
}

/** From the frozen population, the same facts in two orders must end in the same groups. */
function orderDoesNotMatter(world: World, frozen: readonly RunMember[], knocks: readonly Knock[]): void {
  const ends = [knocks, world.roll.shuffle(knocks)].map((order) => {
    const members = [...frozen]
    for (const { at, event } of order) {
      const member = members[at]
      if (member) members[at] = world.rules.applyEvent(member, event)
    }
    return members.map((member) => placed(world, member)).join()
  })
  if (ends[0] !== ends[1]) report(world, 'the order in which things become known changes a group')
}

function groupsOf(world: World): RunGroup[] {
  return world.members.map((member) => placed(world, member))
}

function placed({ rules, frame, today }: World, member: RunMember): RunGroup {
  return rules.placementOf(member, frame, outreachRules, today).group
}

function report({ figure, name }: World, what: string): void {
  figure.violations.push(`${name}: ${what}`)
}
