import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import type { ContactChannel, Logged } from '../rules'
import { attemptsOf } from './rules'

const d = (text: string) => text as Day
const today = d('2026-11-20')
const tried = (on: string, channel: ContactChannel = 'phone'): Logged => ({ outcome: 'tried', channel, on: d(on), nextOn: null, nextStep: null })
const reached = (on: string): Logged => ({ ...tried(on), outcome: 'reached' })

describe('no contact', () => {
  it('is concluded from three ways on three days since somebody was reached', () => {
    expect(attemptsOf([tried('2026-11-18', 'letter'), tried('2026-11-10', 'sms'), tried('2026-11-02')], today)).toMatchObject({ count: 3, days: 3, ways: ['letter', 'sms', 'phone'], enough: true, next: null })
  })
  it.each([
    ['three calls are one way', [tried('2026-11-18'), tried('2026-11-10'), tried('2026-11-02')], 0, 2],
    ['three ways in one afternoon are one day', [tried('2026-11-18', 'letter'), tried('2026-11-18', 'sms'), tried('2026-11-18')], 2, 0],
    ['what was tried before somebody was reached is past', [tried('2026-11-18', 'letter'), reached('2026-11-12'), tried('2026-11-10', 'sms'), tried('2026-11-02')], 2, 2],
    ['an attempt 90 days ago counts, one the day before does not', [tried('2026-11-18', 'letter'), tried('2026-08-22', 'sms'), tried('2026-08-21')], 1, 1],
    ['nothing tried', [], 3, 3],
  ])('%s', (_, entries, missingDays, missingWays) => {
    expect(attemptsOf(entries, today)).toMatchObject({ missingDays, missingWays, enough: false })
  })
  it('work is no attempt', () => expect(attemptsOf([{ ...tried('2026-11-18', 'none'), outcome: 'work' }], today).count).toBe(0))
})

describe('what to try next', () => {
  it('is the first way nobody has tried, a week after the last attempt, on a day somebody works', () => {
    expect(attemptsOf([], today).next).toEqual({ channel: 'phone', on: '2026-11-20' })
    expect(attemptsOf([tried('2026-11-19')], today).next).toEqual({ channel: 'sms', on: '2026-11-26' })
    expect(attemptsOf([tried('2026-11-14', 'sms'), tried('2026-11-02')], today).next).toEqual({ channel: 'letter', on: '2026-11-23' })
    expect(attemptsOf([tried('2026-12-18')], d('2026-12-20')).next?.on).toBe('2026-12-28')
  })
  it('is the way tried longest ago where all of them were tried and a day is missing', () => {
    const all = (['home', 'email', 'letter', 'sms', 'phone'] as const).map((way) => tried('2026-11-19', way))
    expect(attemptsOf(all, today).next).toEqual({ channel: 'phone', on: '2026-11-26' })
  })
})
