import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, toDay } from '@/lib/platform/day'
import { outreachRules as set, veteranFacts } from '@/tests/support/outreach-facts'
import type { OutreachFacts } from './facts'
import { daysOverdue, dueOf, isCovered, wishHolds } from './rules'

const day = toDay
const today = day('2026-11-20')

function owed(change: Partial<OutreachFacts>, on: Day = today) {
  const due = dueOf(veteranFacts(change), set, on)
  if (due.state !== 'owed') throw new Error(`expected a letter owed, got ${due.state}`)
  return { kind: due.kind, due: due.deadline.due, earliest: due.deadline.earliest, state: due.lateness.state }
}

describe('who is owed a letter and when', () => {
  it.each<[string, Partial<OutreachFacts>, string, string, string]>([
    ['newly registered', { registeredOn: day('2026-11-01') }, 'first', '2026-12-01', 'due-soon'],
    ['registered in a leap February', { registeredOn: day('2024-01-30') }, 'first', '2024-02-29', 'overdue'],
    ['registered before moving in', { registeredOn: day('2026-09-01'), movedInOn: day('2026-11-10') }, 'first', '2026-12-10', 'due-soon'],
    ['written to a year ago to the day', { lastLetterSentOn: day('2025-11-20') }, 'yearly', '2026-11-20', 'due-soon'],
    ['written to a year and a day ago', { lastLetterSentOn: day('2025-11-19') }, 'yearly', '2026-11-19', 'overdue'],
    ['written to on 29 February', { lastLetterSentOn: day('2024-02-29') }, 'yearly', '2025-02-28', 'overdue'],
    ['60 days left', { lastLetterSentOn: day('2026-01-19') }, 'yearly', '2027-01-19', 'due-soon'],
    ['61 days left', { lastLetterSentOn: day('2026-01-20') }, 'yearly', '2027-01-20', 'later'],
    [
      'away and back since the last letter',
      { lastLetterSentOn: day('2024-05-01'), movedAwayOn: day('2024-08-01'), movedInOn: day('2026-11-01') },
      'first',
      '2026-12-01',
      'due-soon',
    ],
    [
      'away and back before the last letter',
      { lastLetterSentOn: day('2026-05-01'), movedAwayOn: day('2020-08-01'), movedInOn: day('2021-11-01') },
      'yearly',
      '2027-05-01',
      'later',
    ],
    ['moving next month', { lastLetterSentOn: day('2025-12-01'), movedAwayOn: day('2026-12-15') }, 'yearly', '2026-12-01', 'due-soon'],
    ['protected', { lastLetterSentOn: day('2025-12-01'), protection: 'P2' }, 'yearly', '2026-12-01', 'due-soon'],
  ])('%s', (_, change, kind, due, state) => {
    expect(owed(change)).toMatchObject({ kind, due, state })
  })

  it('ends with death and with moving away, on the day itself', () => {
    expect(dueOf(veteranFacts({ diedOn: today }), set, today)).toEqual({ state: 'ended', ended: { reason: 'DEAD', on: today } })
    expect(dueOf(veteranFacts({ movedAwayOn: today }), set, today)).toMatchObject({ state: 'ended', ended: { reason: 'MOVED_AWAY' } })
    expect(dueOf(veteranFacts({ movedAwayOn: today }), set, addDays(today, -1)).state).toBe('owed')
    expect(dueOf(veteranFacts({ movedInOn: day('2020-01-01'), movedAwayOn: today }), set, today).state).toBe('ended')
  })

  it('is on time at 23:30 Danish time on the last day', () => {
    const facts = veteranFacts({ lastLetterSentOn: day('2025-07-01') })
    const at = (moment: string) => dueOf(facts, set, dayOf(new Date(moment)))
    expect(daysOverdue(at('2026-07-01T21:30:00Z'), day('2026-07-01'))).toBe(0)
    expect(daysOverdue(at('2026-07-01T22:00:00Z'), day('2026-07-02'))).toBe(1)
  })

  it('explains itself', () => {
    const due = dueOf(veteranFacts({ lastLetterSentOn: day('2025-11-20') }), set, today)
    expect(due.state !== 'ended' && due.deadline.explanation).toMatchObject([
      { step: 'rule', code: 'yearly-letter', ruleSet: 'outreach-1' },
      { step: 'start', event: 'letter-sent', day: '2025-11-20' },
      { step: 'count', length: 12, unit: 'MONTH', reached: '2026-11-20' },
    ])
  })

  it('says which rule the installation lacks', () => {
    expect(() => dueOf(veteranFacts(), { ...set, rules: [] }, today)).toThrow("No deadline rule 'first-letter' in force on 2026-03-01")
  })
})

describe('the wish goes before the year', () => {
  const letter = { lastLetterSentOn: day('2026-05-01') }

  it('contact me in March: in March, not before and not after', () => {
    const march: Partial<OutreachFacts> = { ...letter, wish: { kind: 'LATER', givenOn: day('2026-05-10'), untilMonth: day('2027-03-01') } }
    expect(owed(march)).toMatchObject({ earliest: '2027-03-01', due: '2027-03-31', state: 'later' })
    expect(owed(march, day('2027-02-28')).state).toBe('later')
    expect(owed(march, day('2027-03-01')).state).toBe('due-soon')
    expect(owed(march, day('2027-04-01')).state).toBe('overdue')
    expect(owed({ ...march, lastLetterSentOn: day('2027-03-02') }, day('2027-03-03'))).toMatchObject({ due: '2028-03-02' })
  })

  it('no thanks this year: a whole year from the wish, then a month', () => {
    const pause: Partial<OutreachFacts> = { ...letter, wish: { kind: 'NOT_THIS_YEAR', givenOn: day('2026-06-10') } }
    expect(owed(pause, day('2027-06-09'))).toMatchObject({ earliest: '2027-06-10', due: '2027-07-10', state: 'later' })
    expect(owed(pause, day('2027-06-10')).state).toBe('due-soon')
    expect(wishHolds(veteranFacts(pause), set, day('2027-06-09'))).toBe('NOT_THIS_YEAR')
    expect(wishHolds(veteranFacts(pause), set, day('2027-06-10'))).toBeNull()
    const against = owed({ ...pause, lastLetterSentOn: day('2026-09-01') }, day('2026-09-02'))
    expect(against).toMatchObject({ due: '2027-09-01' }) // a letter sent in spite of the wish still counts
    expect(owed({ ...pause, lastLetterSentOn: day('2027-06-20') }, day('2027-06-21'))).toMatchObject({ due: '2028-06-20', earliest: undefined })
  })

  it('never: no letter, and a reminder to the coordinator each year', () => {
    const wish = { kind: 'NEVER', givenOn: day('2024-02-29') } as const
    const never = (reconsideredOn: Day | null) => dueOf(veteranFacts({ ...letter, wish: { ...wish, reconsideredOn } }), set, today)
    expect(never(null)).toMatchObject({ state: 'never', kind: 'reconsider', deadline: { due: '2025-02-28' }, lateness: { state: 'overdue' } })
    expect(never(day('2026-02-01'))).toMatchObject({ deadline: { due: '2027-02-01' }, lateness: { state: 'later' } })
  })

  it('tells of the wish in the explanation', () => {
    const due = dueOf(veteranFacts({ ...letter, wish: { kind: 'NOT_THIS_YEAR', givenOn: day('2026-06-10') } }), set, today)
    const [step] = due.state === 'owed' ? due.deadline.explanation : []
    expect(step).toEqual({ step: 'wish', wish: 'NOT_THIS_YEAR', givenOn: '2026-06-10', until: '2027-06-10' })
  })
})

it.each([
  [null, false],
  ['2025-11-20', true],
  ['2025-11-19', false],
  ['2026-11-20', true],
  ['2026-11-21', false],
])('a letter of %s covers: %s', (sent, covered) => {
  expect(isCovered(sent ? day(sent) : null, today)).toBe(covered)
})
