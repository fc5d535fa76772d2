import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { daysOf, nextMonday, overlaps, type Slot, validityOf, weeksOf } from './rules'

const d = (text: string) => text as Day
const week = (id: string, from: string, to: string | null = null, written = 1) => ({ id, from: d(from), to: to === null ? null : d(to), at: new Date(Date.UTC(2026, 0, written)) })
const slot = (weekday: Slot['weekday'], starts: string, ends: string | null = null, removed: Slot['removed'] = null): Slot => ({ id: `${weekday}${starts}`, weekday, starts, ends, activity: 'Svømning', place: null, company: null, by: 'Pia', at: new Date(), removed })

describe('until when a week holds', () => {
  it('is its last day, or the day before the next begins', () => {
    const all = [week('a', '2026-11-02'), week('b', '2026-11-23', '2026-12-20'), week('c', '2027-01-04')]
    expect(all.map((one) => validityOf(one, all)?.until ?? null)).toEqual(['2026-11-22', '2026-12-20', null])
  })
  it('is not at all where a later one was written for the same day', () => {
    const all = [week('old', '2026-11-02', null, 1), week('new', '2026-11-02', null, 2)]
    expect(all.map((one) => validityOf(one, all))).toEqual([null, { from: '2026-11-02', until: null }])
  })
  it('holds on its last day and not on the day after, also over 29 February', () => {
    const all = [week('a', '2028-02-01', '2028-02-29')]
    expect([weeksOf(all, d('2028-02-29')).now?.id, weeksOf(all, d('2028-03-01')).now, weeksOf(all, d('2028-03-01')).past.length]).toEqual(['a', null, 1])
  })
  it('leaves a gap between two empty instead of stretching the first', () => {
    const found = weeksOf([week('a', '2026-11-02', '2026-11-08'), week('b', '2026-12-07')], d('2026-11-20'))
    expect([found.now, found.coming.map(({ id }) => id), found.past.map(({ id }) => id)]).toEqual([null, ['b'], ['a']])
  })
})

describe('the days of a week', () => {
  it('are seven, also the empty ones, in the order of the clock and without what was taken out', () => {
    const days = daysOf([slot(3, '13:00'), slot(3, '09:30'), slot(3, '08:00', null, { by: 'Pia', at: new Date() }), slot(7, '10:00')])
    expect(days.map(({ slots }) => slots.map(({ starts }) => starts))).toEqual([[], [], ['09:30', '13:00'], [], [], [], ['10:00']])
  })
  it('say when two things are at one time, and not when one begins as the other ends', () => {
    expect(overlaps([slot(1, '09:00', '10:00'), slot(1, '09:30', '11:00'), slot(1, '11:00', '12:00'), slot(2, '09:30')]).map(({ id }) => id)).toEqual(['109:30'])
  })
})

it.each([['2026-11-21', '2026-11-23'], ['2026-11-22', '2026-11-23'], ['2026-11-23', '2026-11-30'], ['2026-10-24', '2026-10-26']])('the Monday after %s is %s', (today, monday) => expect(nextMonday(d(today))).toBe(monday))
