import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { isDue, passwordProblem, reviewDue } from './rules'

const who = { name: 'Karen Højgaard', email: 'karen.hojgaard@kommune.dk' }

it.each([
  ['elleve tegn', 'accounts.error.short'], ['tolv tegn er nok', null], ['karenhøjgaard', 'accounts.error.guessable'], ['hojgaard2026', 'accounts.error.guessable'], ['aaaaaaaaaaaaaaa', 'accounts.error.guessable'],
  ['adgangskode123', 'accounts.error.guessable'], ['sommer2026kommune', 'accounts.error.guessable'], ['x'.repeat(501), 'accounts.error.long'], ['Karen drikker kaffe kl. 10', null], ['ærligt talt ø-løb', null],
])('%j: %s', (password, problem) => expect(passwordProblem(password, who)).toBe(problem))

describe('the half-yearly review', () => {
  it.each([[null, '2026-01-01', '2026-07-01'], ['2026-05-15', '2020-01-01', '2026-11-15'], ['2025-08-31', '2020-01-01', '2026-02-28'], [null, '2023-08-29', '2024-02-29']])('last %s, since %s: by %s', (last, since, by) => {
    expect(reviewDue(last ? toDay(last) : null, toDay(since))).toBe(by)
  })
  it('is due on its day and not the day before', () => {
    expect([isDue(toDay('2026-05-21'), toDay('2020-01-01'), toDay('2026-11-20')), isDue(toDay('2026-05-21'), toDay('2020-01-01'), toDay('2026-11-21'))]).toEqual([false, true])
  })
})
