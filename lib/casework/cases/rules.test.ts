import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { aftercareEnd, type CaseStep, checkInOn, follows, inOrder, standingOf } from './rules'

const day = (text: string) => toDay(text)
const step = (more: Partial<CaseStep> = {}): CaseStep => ({ number: 2, state: 'closed', from: day('2026-06-01'), until: day('2026-12-01'), everyWeeks: 4, outcome: 'goal', words: null, ...more })

describe('where a case stands', () => {
  it.each<[Partial<CaseStep>, string, string]>([
    [{ state: 'open', until: null }, '2026-11-21', 'open'],
    // It rests until somebody takes it up, also after the day has passed.
    [{ state: 'hold', until: day('2026-07-01') }, '2026-11-21', 'hold'],
    [{}, '2026-12-01', 'aftercare'], [{}, '2026-12-02', 'closed'], [{ until: null, everyWeeks: null }, '2026-06-01', 'closed'],
  ])('%o on %s is %s', (more, today, standing) => expect(standingOf(step(more), day(today))).toBe(standing))

  it('follows from where it stood', () => expect([follows.open.includes('open'), follows.hold.includes('hold'), follows.closed]).toEqual([false, true, ['open']]))

  it('has aftercare for calendar months, the end of the month where there is no such day, and none for none', () => {
    expect([aftercareEnd(day('2026-08-31'), 6), aftercareEnd(day('2027-08-31'), 6), aftercareEnd(day('2024-02-29'), 12), aftercareEnd(day('2026-11-21'), 0)]).toEqual(['2027-02-28', '2028-02-29', '2025-02-28', null])
  })
})

describe('a check-in', () => {
  it('comes so many weeks after the case was closed, or after the person was last reached since then', () => {
    const on = (reached: string | null, today = '2026-07-10') => checkInOn(step(), reached === null ? null : day(reached), day(today))
    expect([on(null), on('2026-05-20'), on('2026-06-24'), on('2026-11-10', '2026-11-21')]).toEqual(['2026-06-29', '2026-06-29', '2026-07-22', null])
  })

  it('counts days and not hours over the night the clocks change', () => expect(checkInOn(step({ from: day('2026-10-20'), everyWeeks: 2 }), null, day('2026-10-25'))).toBe('2026-11-03'))

  it('is asked for in aftercare alone', () => {
    expect([checkInOn(step(), null, day('2026-12-02')), checkInOn(step({ state: 'open', until: null, everyWeeks: null }), null, day('2026-06-02')), checkInOn(step({ until: null, everyWeeks: null }), null, day('2026-06-02'))]).toEqual([null, null, null])
  })
})

it('what is to be done comes first: open, what rests by the day it is taken up, aftercare, and what is over, the newest first', () => {
  const today = day('2026-11-21')
  const one = (id: string, more: Partial<CaseStep>, openedOn = '2026-01-01') => ({ id, openedOn: day(openedOn), step: step(more) })
  const cases = [one('over', { until: null }, '2024-01-01'), one('later', { state: 'hold', until: day('2027-02-01') }), one('over, newer', { until: null }, '2025-01-01'), one('after', {}), one('soon', { state: 'hold', until: day('2026-12-01') }), one('open', { state: 'open', until: null })]
  expect(inOrder(cases, today).map(({ id }) => id)).toEqual(['open', 'soon', 'later', 'after', 'over, newer', 'over'])
})
