import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { anniversariesIn, anniversary, mayCelebrate, nextAnniversary, spansOf, standingOf } from './rules'

const path = (...steps: [string, string][]) => steps.map(([step, day]) => ({ step: step as 'active', onDay: toDay(day) }))

describe('anniversaries', () => {
  it('are counted from the first active day, pauses with it', () => {
    const steps = path(['interested', '2020-11-01'], ['active', '2021-11-30'], ['paused', '2023-01-01'], ['active', '2024-06-01'])
    expect(spansOf(steps)).toEqual([{ from: '2021-11-30', to: null }])
    expect(anniversariesIn(steps, 2026)).toEqual([{ years: 5, day: '2026-11-30' }])
    expect(anniversariesIn(steps, 2025)).toEqual([])
    expect(nextAnniversary(steps, toDay('2026-11-30'))).toEqual({ years: 5, day: '2026-11-30' })
    expect(nextAnniversary(steps, toDay('2026-12-01'))).toEqual({ years: 10, day: '2031-11-30' })
  })

  it('leave out the time somebody was not with us', () => {
    const steps = path(['active', '2020-01-01'], ['ended', '2021-07-01'], ['interested', '2022-01-01'], ['active', '2022-07-01'])
    // A year between: what was to be after three years is after four.
    expect(anniversary(spansOf(steps), 1)).toBe('2021-01-01')
    expect(anniversary(spansOf(steps), 3)).toBe('2024-01-01')
    expect(nextAnniversary(steps, toDay('2024-01-02'))).toEqual({ years: 5, day: '2026-01-01' })
  })

  it('do not come for who has ended before, or has never begun; of the 29th of February on the 28th', () => {
    expect(anniversariesIn(path(['active', '2020-05-01'], ['ended', '2021-04-30']), 2021)).toEqual([])
    expect(anniversariesIn(path(['active', '2020-05-01'], ['ended', '2021-05-01']), 2021)).toEqual([{ years: 1, day: '2021-05-01' }])
    expect(nextAnniversary(path(['active', '2020-05-01'], ['ended', '2021-05-01']), toDay('2021-01-01'))).toBeNull()
    expect(anniversariesIn(path(['interested', '2020-05-01']), 2021)).toEqual([])
    expect(anniversariesIn(path(['active', '2024-02-29']), 2025)).toEqual([{ years: 1, day: '2025-02-28' }])
  })

  it('are celebrated in their own year at the earliest, and only those there are', () => {
    const steps = path(['active', '2023-12-20'])
    expect(mayCelebrate(steps, 3, toDay('2026-01-05'))).toBe(true)
    expect(mayCelebrate(steps, 1, toDay('2026-01-05'))).toBe(true)
    for (const [years, today] of [[3, '2025-12-31'], [2, '2026-01-05'], [5, '2026-01-05']] as const) expect(mayCelebrate(steps, years, toDay(today))).toBe(false)
  })
})

it('a celebration is coming until its day is over, and then owed until somebody was celebrated', () => {
  const stands = (day: string, celebrated: string | null = null) => standingOf({ day: toDay(day), celebrated: celebrated === null ? null : toDay(celebrated) }, toDay('2026-11-22'))
  expect([stands('2026-11-22'), stands('2026-11-21'), stands('2026-12-24', '2026-11-20'), stands('2026-01-03', '2026-01-09')]).toEqual(['coming', 'passed', 'celebrated', 'celebrated'])
})
