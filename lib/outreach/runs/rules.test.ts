import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { mayClose, mayTransition, type RunFacts, type RunState, sendAfter, tally, tallyOf, type TransitionContext, usualDays } from './rules'

const now = new Date('2026-11-20T22:30:00Z')
const sums = tally(3, ['TO_SEND', 'SENT', 'OUT'])
const context: TransitionContext = { actorId: 'bente', now, sums, lettersOpen: 0, lettersInDoubt: 0 }
const run = (state: RunState): RunFacts => ({ state, createdBy: 'anna', sendAfter: now })

describe('the sum', () => {
  it('adds up', () => {
    expect(tally(5, ['SENT', 'SENT', 'DEAD', 'TO_SEND', 'OUT'])).toMatchObject({ population: 5, owed: 4, settled: 3, remainder: 1 })
    expect(tallyOf(4, { SENT: 3, OUT: 1 })).toMatchObject({ owed: 3, settled: 3, remainder: 0 })
    expect(tally(0, [])).toMatchObject({ owed: 0, remainder: 0 })
  })

  it('shows who is lost and who is doubled', () => {
    expect(tally(4, ['SENT', null, 'OUT', 'SENT']).remainder).toBe(1)
    expect(tally(3, ['SENT', 'SENT', 'DEAD', 'DEAD']).remainder).toBe(-1)
  })

  it.each([
    [['SENT', 'DEAD'], 0, null],
    [['SENT', 'TO_SEND'], 0, 'remainder'],
    [['SENT'], 0, 'remainder'],
    [['SENT', 'SENT', 'SENT'], 0, 'counted-twice'],
    [['TO_SEND', 'SENT', 'SENT'], 0, 'remainder'], // one too many must not pay for one unsent
    [['SENT', 'RETURNED'], 1, 'letters-in-doubt'],
  ] as const)('a run of two with %j and %i letters in doubt: %s', (groups, doubt, code) => {
    expect(mayClose(tally(2, groups), doubt)).toEqual(code ? { ok: false, code } : { ok: true })
  })
})

describe('the steps of a run', () => {
  const all: RunState[] = ['DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'SENT', 'CLOSED', 'STOPPED', 'CANCELLED']
  const closing = { ...context, sums: tally(1, ['DEAD']) }
  const ends = (to: RunState) => to === 'CLOSED' || to === 'CANCELLED'
  const allowed = (from: RunState) => all.filter((to) => mayTransition(run(from), to, ends(to) ? closing : context).ok)

  it.each<[RunState, RunState[]]>([
    ['DRAFT', ['REVIEWED', 'CANCELLED']],
    ['REVIEWED', ['DRAFT', 'RELEASED', 'CANCELLED']],
    ['RELEASED', ['SENDING', 'STOPPED']],
    ['SENDING', ['SENT', 'STOPPED']],
    ['SENT', ['CLOSED']],
    ['STOPPED', ['REVIEWED', 'CANCELLED']],
    ['CLOSED', []],
    ['CANCELLED', []],
  ])('%s leads to %j and nowhere else', (from, to) => {
    expect(allowed(from).sort()).toEqual([...to].sort())
  })

  it.each<[string, RunState, RunState, Partial<TransitionContext>, string]>([
    ['the maker does not release', 'REVIEWED', 'RELEASED', { actorId: 'anna' }, 'releaser-is-maker'],
    ['an empty run is not released', 'REVIEWED', 'RELEASED', { sums: tally(1, ['DEAD']) }, 'nothing-to-send'],
    ['not before the ten minutes are over', 'RELEASED', 'SENDING', { now: new Date(now.getTime() - 1) }, 'still-waiting'],
    ['not sent while a letter waits', 'SENDING', 'SENT', { lettersOpen: 1 }, 'letters-open'],
    ['not cancelled once a letter has left', 'STOPPED', 'CANCELLED', { sums: tally(2, ['SENT', 'TO_SEND']) }, 'letters-sent'],
    ['not closed with a remainder', 'SENT', 'CLOSED', {}, 'remainder'],
    ['never past the review', 'DRAFT', 'RELEASED', {}, 'no-such-step'],
  ])('%s', (_, from, to, change, code) => {
    expect(mayTransition(run(from), to, { ...context, ...change })).toEqual({ ok: false, code })
  })

  it('waits ten minutes, also over the hour the clocks go back', () => {
    expect(sendAfter(new Date('2026-10-25T00:55:00Z')).toISOString()).toBe('2026-10-25T01:05:00.000Z')
  })

  it('does not send without a time to send after', () => {
    expect(mayTransition({ ...run('RELEASED'), sendAfter: null }, 'SENDING', context)).toEqual({ ok: false, code: 'still-waiting' })
  })
})

describe('the usual days', () => {
  it.each([
    ['a Friday', '2026-11-20', '2026-11-23'],
    ['the day before Maundy Thursday', '2027-03-24', '2027-03-30'],
    ['28 February of a leap year', '2028-02-28', '2028-02-29'],
  ])('date the letter on the next day one can leave: %s', (_, today, letterDate) => {
    expect(usualDays({ closingDays: [], dueSoonDays: 60 }, toDay(today)).letterDate).toBe(letterDate)
  })

  it('take everybody along who is due soon', () => {
    expect(usualDays({ closingDays: [], dueSoonDays: 45 }, toDay('2026-11-21')).dueThrough).toBe('2027-01-05')
  })
})
