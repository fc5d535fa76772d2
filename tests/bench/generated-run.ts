import type { OutreachFacts, Protection, Wish } from '@/lib/outreach/due/facts'
import type { RunEvent } from '@/lib/outreach/runs/events'
import type { RunFrame } from '@/lib/outreach/runs/groups'
import { addDays, type Day, firstOfMonth, toDay } from '@/lib/platform/day'
import { randomFrom } from '@/tests/support/random'

/** Seeded throws for calendars and people; the same seed gives the same population and order of events. */
export function dice(seed: number) {
  const random = randomFrom(seed)
  return {
    upTo: random.int,
    chance: random.chance,
    oneOf: random.pick,
    /** A day from `before` days before `day` to `after` days after it. */
    around: (day: Day, before: number, after: number) => addDays(day, random.int(before + after + 1) - before),
    shuffle: <T>(items: readonly T[]): T[] => {
      const keyed = items.map((item) => ({ item, key: random.next() }))
      return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
    },
  }
}

export type Dice = ReturnType<typeof dice>

/** Days where calendars break: leap days, clock changes, month ends, year ends; and ordinary ones. */
const AWKWARD: readonly Day[] = [
  ...['2024-02-29', '2028-02-29', '2026-03-29', '2026-10-25', '2026-12-31', '2027-01-31', '2026-11-20'].map(toDay),
]

export function frameFrom(roll: Dice): RunFrame {
  const frozenOn = roll.chance(0.5) ? roll.oneOf(AWKWARD) : roll.around(toDay('2026-11-20'), 700, 700)
  return {
    frozenOn,
    dueThrough: roll.around(frozenOn, 0, 120),
    letterDate: roll.around(frozenOn, 0, 14),
    previousFrozenOn: roll.chance(0.8) ? roll.around(frozenOn, 400, -20) : null,
  }
}

export function factsFrom(roll: Dice, { frozenOn }: RunFrame): OutreachFacts {
  const day = (before: number, after = 0) => roll.around(frozenOn, before, after)
  return {
    registeredOn: day(2000),
    movedInOn: roll.chance(0.2) ? day(2000) : null,
    movedAwayOn: roll.chance(0.15) ? day(900, 60) : null,
    diedOn: roll.chance(0.08) ? day(700) : null,
    lastLetterSentOn: roll.chance(0.8) ? day(500, -200) : null,
    wish: roll.chance(0.3) ? wishFrom(roll, day(420)) : null,
    protection: roll.chance(0.1) ? roll.oneOf<Protection>(['P1', 'P2', 'P3']) : 'P0',
    hasAddress: roll.chance(0.9),
    digitalPost: roll.oneOf(['YES', 'EXEMPT', 'UNKNOWN']),
    vulnerable: roll.chance(0.3),
    lastReplyOn: null,
    lastContactOn: null,
    returnedOn: roll.chance(0.05) ? day(300) : null,
    wantsTalk: false,
  }
}

/** What may become known about one person while the run is open; some of it long after it happened, some ahead of time. */
export function eventFrom(roll: Dice, { frozenOn }: RunFrame): RunEvent {
  const on = roll.around(frozenOn, 30, 60)
  const make: ReadonlyArray<() => RunEvent> = [
    () => ({ kind: 'WISHED', wish: wishFrom(roll, on) }),
    () => ({ kind: 'WISHED', wish: wishFrom(roll, on) }),
    () => ({ kind: 'LETTER_RETURNED', on }),
    () => ({ kind: 'REPLIED', on }),
    () => ({ kind: 'DIED', on }),
    () => ({ kind: 'MOVED_AWAY', on }),
    () => ({ kind: 'MOVED_IN', on }),
    () => ({ kind: 'PROTECTED', level: roll.oneOf<Protection>(['P1', 'P2', 'P3']) }),
    () => ({ kind: 'ADDRESS_FOUND', on }),
    () => ({ kind: 'EXCLUDED', note: roll.oneOf(['talk booked', 'asked by phone']) }),
  ]
  return roll.oneOf(make)()
}

function wishFrom(roll: Dice, givenOn: Day): Wish {
  const kind = roll.oneOf(['LATER', 'NOT_THIS_YEAR', 'NEVER'] as const)
  if (kind === 'LATER') return { kind, givenOn, untilMonth: firstOfMonth(roll.around(givenOn, -20, 300)) }
  return kind === 'NEVER' ? { kind, givenOn, reconsideredOn: null } : { kind, givenOn }
}
