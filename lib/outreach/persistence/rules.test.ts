import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toDay } from '@/lib/platform/day'
import { outreachRules as set, veteranFacts } from '@/tests/support/outreach-facts'
import type { OutreachFacts } from '../due/facts'
import { addressTask, type Attempt, type LadderEnd, nextStep } from './rules'

const day = toDay
const today = day('2026-11-20')
const silent = { vulnerable: true, lastLetterSentOn: day('2026-09-01') }
function tried(channel: Attempt['channel'], on: string, outcome: Attempt['outcome'] = 'NOT_REACHED'): Attempt {
  return { channel, outcome, happenedOn: day(on) }
}

function next(attempts: Attempt[], change: Partial<OutreachFacts> = {}) {
  const step = nextStep(veteranFacts({ ...silent, ...change }), attempts, set, today)
  return step.kind ? [step.kind, step.deadline.due, step.attempts] : [step.reason, null, step.attempts]
}

describe('the ladder', () => {
  it.each([
    ['21 days of silence: call', [], ['PHONE', '2026-09-22', 0]],
    ['14 days after the call: another channel', [tried('PHONE', '2026-09-25')], ['OTHER_CHANNEL', '2026-10-09', 1]],
    ['a second call is no new channel', [tried('PHONE', '2026-09-25'), tried('PHONE', '2026-09-30')], ['OTHER_CHANNEL', '2026-10-09', 2]],
    ['then a home visit', [tried('PHONE', '2026-09-25'), tried('SMS', '2026-10-12')], ['HOME_VISIT', '2026-10-26', 2]],
    ['an SMS first still leaves the call', [tried('SMS', '2026-09-10')], ['PHONE', '2026-09-22', 1]],
    [
      'an early SMS and a later call: visit counted from the call',
      [tried('SMS', '2026-09-10'), tried('PHONE', '2026-10-12')],
      ['HOME_VISIT', '2026-10-26', 2],
    ],
    [
      'all rungs used',
      [tried('PHONE', '2026-09-25'), tried('EMAIL', '2026-10-12'), tried('HOME_VISIT', '2026-11-01')],
      ['climbed', null, 3],
    ],
    ['tries before the letter do not count', [tried('PHONE', '2026-08-31')], ['PHONE', '2026-09-22', 0]],
    ['reached', [tried('PHONE', '2026-09-25', 'REACHED')], ['contact', null, 1]],
  ])('%s', (_, attempts, expected) => {
    expect(next(attempts)).toEqual(expected)
  })

  it.each<[LadderEnd, Partial<OutreachFacts>]>([
    ['not-vulnerable', { vulnerable: false }],
    ['no-letter', { lastLetterSentOn: null }],
    ['letter-returned', { returnedOn: day('2026-09-10') }],
    ['replied', { lastReplyOn: day('2026-09-01') }],
    ['contact', { lastContactOn: day('2026-09-03') }],
    ['wish', { wish: { kind: 'NEVER', givenOn: day('2020-01-01'), reconsideredOn: null } }],
    ['wish', { wish: { kind: 'LATER', givenOn: day('2026-09-02'), untilMonth: day('2026-10-01') } }],
    ['ended', { diedOn: day('2026-10-01') }],
    ['ended', { movedAwayOn: day('2026-10-01') }],
  ])('ends: %s', (reason, change) => {
    expect(next([], change)).toEqual([reason, null, 0])
  })

  it('is not ended by an answer to an earlier letter or a wish that is spent', () => {
    expect(next([], { lastReplyOn: day('2026-08-31'), lastContactOn: day('2025-09-03') })[0]).toBe('PHONE')
    expect(next([], { wish: { kind: 'NOT_THIS_YEAR', givenOn: day('2025-07-01') } })[0]).toBe('PHONE')
  })

  it('no number of vain attempts ends it before the last rung, and each is counted', () => {
    const channel = fc.constantFrom<Attempt['channel']>('PHONE', 'SMS', 'EMAIL', 'LETTER', 'OTHER')
    const vain = channel.chain((chosen) => fc.nat(70).map((n) => tried(chosen, addDays(day('2026-09-01'), n))))
    const never = fc.property(fc.array(vain, { maxLength: 12 }), (attempts) => {
      const step = nextStep(veteranFacts(silent), attempts, set, today)
      expect(step.kind).not.toBeNull()
      expect(step.attempts).toBe(attempts.length)
    })
    fc.assert(never)
  })
})

describe('a returned letter', () => {
  it.each([
    ['2026-11-20', '2026-11-23'], // Friday
    ['2026-12-23', '2026-12-24'],
    ['2026-12-24', '2026-12-28'],
    ['2026-04-01', '2026-04-07'], // before Easter
  ])('of %s is looked into by %s', (returned, due) => {
    expect(addressTask(veteranFacts({ returnedOn: day(returned) }), set, day(returned))?.due).toBe(due)
  })

  it('asks nothing when none came back, or the person is dead', () => {
    expect(addressTask(veteranFacts(), set, today)).toBeNull()
    expect(addressTask(veteranFacts({ returnedOn: today, diedOn: today }), set, today)).toBeNull()
  })
})
