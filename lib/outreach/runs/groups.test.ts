import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { outreachRules as set, veteranFacts } from '@/tests/support/outreach-facts'
import type { OutreachFacts } from '../due/facts'
import { applyEvent, type RunEvent } from './events'
import { maySend, placementOf, type RunFrame, type RunMember, scopeOf } from './groups'

const day = toDay
const frame: RunFrame = {
  frozenOn: day('2026-11-20'),
  dueThrough: day('2027-01-31'),
  letterDate: day('2026-11-25'),
  previousFrozenOn: day('2026-05-20'),
}
const due = { lastLetterSentOn: day('2025-12-01') }
const member = (facts: Partial<OutreachFacts> = {}): RunMember => ({
  scope: { in: true, reason: 'yearly-letter-due' },
  facts: veteranFacts({ ...due, ...facts }),
  letter: { sentOn: null, returnedOn: null },
  excluded: null,
})
const placed = (facts: Partial<OutreachFacts>, events: RunEvent[] = [], today = '2026-12-01') =>
  placementOf(events.reduce(applyEvent, member(facts)), frame, set, day(today)).group

const asked = (untilMonth: string) => ({ kind: 'LATER', givenOn: day('2026-06-05'), untilMonth: day(untilMonth) }) as const

describe('who the run owes an account', () => {
  it.each<[string, Partial<OutreachFacts>, string]>([
    ['yearly letter due', due, 'yearly-letter-due'],
    ['first letter due', { registeredOn: day('2026-11-01') }, 'first-letter-due'],
    ['due on the last day', { lastLetterSentOn: day('2026-01-31') }, 'yearly-letter-due'],
    ['due the day after', { lastLetterSentOn: day('2026-02-01') }, 'not-due'],
    ['dead since the last run', { ...due, diedOn: day('2026-06-01') }, 'yearly-letter-due'],
    ['dead before the last run', { ...due, diedOn: day('2026-05-20') }, 'left-before'],
    ['moved away before the last run', { ...due, movedAwayOn: day('2026-01-01') }, 'left-before'],
    ['moved away and back', { ...due, movedAwayOn: day('2026-01-01'), movedInOn: day('2026-11-01') }, 'first-letter-due'],
    ['never, but due', { ...due, wish: { kind: 'NEVER', givenOn: day('2025-12-10'), reconsideredOn: null } }, 'yearly-letter-due'],
    ['asked for November, due in summer', { lastLetterSentOn: day('2026-06-01'), wish: asked('2026-11-01') }, 'yearly-letter-due'],
    ['asked for November and written to since', { lastLetterSentOn: day('2026-11-02'), wish: asked('2026-11-01') }, 'not-due'],
    ['asked for December, due in summer', { lastLetterSentOn: day('2026-06-01'), wish: asked('2026-12-01') }, 'not-due'],
    ['asked for March, due in summer', { lastLetterSentOn: day('2026-06-01'), wish: asked('2027-03-01') }, 'not-due'],
  ])('%s', (_, facts, reason) => {
    expect(scopeOf(veteranFacts(facts), frame, set)).toEqual({ in: !['not-due', 'left-before'].includes(reason), reason })
  })

  it('counts everyone who ever left in the first run', () => {
    expect(scopeOf(veteranFacts({ ...due, diedOn: day('2026-05-20') }), { ...frame, previousFrozenOn: null }, set).in).toBe(true)
  })
})

const never = { kind: 'WISHED', wish: { kind: 'NEVER', givenOn: day('2026-11-28'), reconsideredOn: null } } as const
const notNow = { kind: 'WISHED', wish: { kind: 'NOT_THIS_YEAR', givenOn: day('2026-11-28') } } as const
const march = { kind: 'WISHED', wish: { kind: 'LATER', givenOn: day('2026-11-28'), untilMonth: day('2027-03-01') } } as const
const sent = { kind: 'LETTER_SENT', on: day('2026-11-26') } as const
const returned = { kind: 'LETTER_RETURNED', on: day('2026-12-01') } as const
const died = { kind: 'DIED', on: day('2026-11-29') } as const

describe('one group each', () => {
  it.each<[string, Partial<OutreachFacts>, RunEvent[], string]>([
    ['ready', {}, [], 'TO_SEND'],
    ['sent', {}, [sent], 'SENT'],
    ['returned', {}, [sent, returned], 'RETURNED'],
    ['returned before the sending was recorded', {}, [returned], 'RETURNED'],
    ['never', {}, [never], 'OPTED_OUT'],
    ['not this year', {}, [notNow], 'OPTED_OUT'],
    ['in March', {}, [march], 'LATER'],
    ['dead', {}, [died], 'DEAD'],
    ['dead after the letter', {}, [died, sent], 'SENT'],
    ['dead, and the letter came back', {}, [sent, returned, died], 'DEAD'],
    ['never again after the letter', {}, [sent, never], 'SENT'],
    ['moved', {}, [{ kind: 'MOVED_AWAY', on: day('2026-11-30') }], 'MOVED_AWAY'],
    ['moving tomorrow', {}, [{ kind: 'MOVED_AWAY', on: day('2026-12-02') }], 'TO_SEND'],
    ['protected', {}, [{ kind: 'PROTECTED', level: 'P1' }], 'BY_HAND'],
    ['protected, then written to by hand', { protection: 'P2' }, [sent], 'SENT'],
    ['no address', { hasAddress: false, digitalPost: 'UNKNOWN' }, [], 'NO_ADDRESS'],
    ['address found', { hasAddress: false, digitalPost: 'EXEMPT' }, [{ kind: 'ADDRESS_FOUND', on: day('2026-11-30') }], 'TO_SEND'],
    ['letter of the year before came back', { returnedOn: day('2025-12-10') }, [], 'NO_ADDRESS'],
    ['taken out', {}, [{ kind: 'EXCLUDED', note: 'talk booked' }], 'OUT'],
    ['taken out too late, and the letter came back', {}, [{ kind: 'EXCLUDED', note: 'talk booked' }, sent, returned], 'RETURNED'],
    ['taken out too late', {}, [{ kind: 'EXCLUDED', note: 'talk booked' }, sent], 'SENT'],
  ])('%s', (_, facts, events, group) => {
    expect(placed(facts, events)).toBe(group)
    expect(placed(facts, [...events].reverse())).toBe(group)
  })

  it('is asked again when the letter leaves', () => {
    expect(maySend(member(), frame, set, frame.letterDate)).toBe(true)
    expect(maySend(applyEvent(member(), never), frame, set, frame.letterDate)).toBe(false)
  })

  it('takes the newest wish, and of one day the strongest', () => {
    const before = { kind: 'WISHED', wish: { ...never.wish, givenOn: day('2026-11-01') } } as const
    expect(placed({}, [march, before])).toBe('LATER')
    expect(placed({}, [march, notNow])).toBe('OPTED_OUT')
    const december = { kind: 'WISHED', wish: { ...march.wish, untilMonth: day('2026-11-01') } } as const
    for (const order of [[march, december], [december, march]]) expect(placed({}, order)).toBe('LATER')
  })
})
