import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { isForgotten, mayCallAgain, nextMeeting, nthInMonth, type Repeats, split } from './rules'

const next = (repeats: Repeats, seriesOn: string, today: string, onDay = seriesOn) => {
  const found = nextMeeting({ repeats, seriesOn: toDay(seriesOn), onDay: toDay(onDay) }, toDay(today), [])
  return found && [found.planned, found.day]
}

describe('the next meeting of a series', () => {
  it('is there for none that stands alone', () => expect(next('none', '2026-11-10', '2026-11-10')).toBeNull())

  it('comes every second week, also over the night the clocks change', () => {
    expect(next('fortnight', '2026-10-13', '2026-10-13')).toEqual(['2026-10-27', '2026-10-27'])
    expect(next('fortnight', '2026-03-17', '2026-03-17')).toEqual(['2026-03-31', '2026-03-31'])
  })

  it('is the same weekday of the month; a fifth that is not there is the last', () => {
    expect([nthInMonth(toDay('2026-11-10')), nthInMonth(toDay('2026-09-29'))]).toEqual([2, 5])
    expect(next('month', '2026-11-10', '2026-11-10')).toEqual(['2026-12-08', '2026-12-08'])
    expect(next('month', '2026-09-29', '2026-09-29')).toEqual(['2026-10-27', '2026-10-27'])
    expect(next('month', '2024-01-25', '2024-01-25')).toEqual(['2024-02-22', '2024-02-22'])
    expect(next('month', '2024-01-31', '2024-01-31')?.[0]).toBe('2024-02-28')
  })

  it('goes by the series and not by a day that was moved, and never back to a day that has passed', () => {
    expect(next('fortnight', '2026-11-10', '2026-11-12', '2026-11-12')).toEqual(['2026-11-24', '2026-11-24'])
    expect(next('fortnight', '2026-11-10', '2026-11-24', '2026-11-24')).toEqual(['2026-12-08', '2026-12-08'])
    expect(next('fortnight', '2026-08-04', '2026-11-21')?.[0]).toBe('2026-11-24')
    // Moved ahead of the day the series says: that day is the next.
    expect(next('month', '2026-12-08', '2026-12-03', '2026-12-03')?.[0]).toBe('2026-12-08')
  })

  it('is a day that is worked', () => expect(next('month', '2026-11-25', '2026-11-25')?.[0]).toBe('2026-12-23'))
  it('leaves a holiday for the next day that is worked', () => expect(next('fortnight', '2026-12-11', '2026-12-11')).toEqual(['2026-12-25', '2026-12-28']))
})

it('puts what comes first first, and what was held or cancelled last first; one that is cancelled is seen until its day is over', () => {
  const one = (onDay: string, starts: string, state?: 'held' | 'cancelled') => ({ onDay: toDay(onDay), starts, heldAt: state === 'held' ? new Date() : null, cancelledAt: state === 'cancelled' ? new Date() : null })
  const found = split([one('2026-12-08', '09:00'), one('2026-11-24', '13:00'), one('2026-11-24', '09:00'), one('2026-10-13', '09:00', 'held'), one('2026-10-27', '09:00', 'held'), one('2026-11-10', '09:00', 'cancelled'), one('2026-11-20', '09:00', 'cancelled')], toDay('2026-11-20'))
  expect([found.coming.map(({ onDay, starts }) => `${onDay} ${starts}`), found.over.map(({ onDay }) => onDay)]).toEqual([['2026-11-20 09:00', '2026-11-24 09:00', '2026-11-24 13:00', '2026-12-08 09:00'], ['2026-11-10', '2026-10-27', '2026-10-13']])
})

it('is forgotten the day after, and not once it was held or cancelled', () => {
  const on = (today: string, heldAt: Date | null = null, cancelledAt: Date | null = null) => isForgotten({ onDay: toDay('2026-11-20'), heldAt, cancelledAt }, toDay(today))
  expect([on('2026-11-20'), on('2026-11-21'), on('2026-11-21', new Date()), on('2026-11-21', null, new Date())]).toEqual([false, true, false, false])
  const again = (today: string, cancelledAt: Date | null = new Date()) => mayCallAgain({ onDay: toDay('2026-11-20'), cancelledAt }, toDay(today))
  expect([again('2026-11-20'), again('2026-11-21'), again('2026-11-20', null)]).toEqual([true, false, false])
})
