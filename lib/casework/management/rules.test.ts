import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, toDay } from '@/lib/platform/day'
import { binDays, binsAt, contactsOf, deadlinesOf, monthsOf, numberOf, type Part, periodOf, reachedWithin, shareOf, sharesOf, splitOf, type UnitFigures, withinOf } from './rules'
import { askedOf, managementHref, managementView, rowsHref } from './schema'

const day = (text: string) => toDay(text)
const none: UnitFigures = { unit: null, holders: [], contacts: [], flow: [], deadlines: [], methods: [] }

describe('a period', () => {
  it.each([
    // 23:30 in Denmark on the last of the month is the day after elsewhere; on the nights of clock change; on 29 February.
    ['month', '2026-11-30T22:30:00Z', '2026-11-01', '2026-11-30'], ['month', '2026-11-30T23:30:00Z', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-03-29T00:30:00Z', '2026-01-01', '2026-03-31'], ['quarter', '2026-10-25T00:30:00Z', '2026-10-01', '2026-10-31'], ['quarter', '2026-10-24T22:30:00Z', '2026-10-01', '2026-10-31'],
    ['month', '2028-02-29T10:00:00Z', '2028-02-01', '2028-02-29'], ['last-month', '2028-03-31T10:00:00Z', '2028-02-01', '2028-02-29'], ['last-month', '2026-01-15T10:00:00Z', '2025-12-01', '2025-12-31'],
    ['year', '2026-11-21T10:00:00Z', '2026-01-01', '2026-11-30'], ['quarter', '2026-12-31T22:30:00Z', '2026-10-01', '2026-12-31'], ['year', '2026-12-31T23:30:00Z', '2027-01-01', '2027-01-31'],
  ] as const)('%s at %s is %s to %s', (span, at, first, last) => {
    expect(periodOf(span, dayOf(new Date(at)))).toEqual({ first, last })
  })

  it('from month to month is whole months, the right way round, not after the running one and not endless', () => {
    const between = (from: string | null, to: string | null) => periodOf('between', day('2026-11-21'), from ? day(from) : null, to ? day(to) : null)
    expect([between('2026-02-14', '2026-05-02'), between('2026-05-02', '2026-02-14'), between(null, null), between('2026-10-01', '2027-03-01')]).toEqual([
      { first: '2026-02-01', last: '2026-05-31' }, { first: '2026-02-01', last: '2026-05-31' }, { first: '2026-11-01', last: '2026-11-30' }, { first: '2026-10-01', last: '2026-11-30' }])
    expect(monthsOf(between('2001-01-01', '2026-11-01'))).toHaveLength(60)
    expect(monthsOf(between('2027-12-01', '2028-03-01'))).toEqual(['2026-11-01'])
  })
})

describe('how long ago', () => {
  it('bins cover every day once at every level', () => {
    for (const level of [0, 1, 2, 3]) expect(binsAt(level).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)), String(level)).toEqual([1, 2, 3, 4, 5, 6])
  })
  const contacts = (level: number, ...cells: [bin: number, cases: number][]) => ({ contacts: cells.map(([bin, cases]) => ({ split: 'all', part: 'all', level, bin, cases })) })
  it('reached within is said where the bins end there', () => {
    const groups = contactsOf(contacts(2, [1, 6], [5, 9]), 'all')?.groups ?? []
    expect([7, 15, 30, 60, 31].map((days) => reachedWithin(groups, days, binDays(30)))).toEqual([null, 6, 6, 6, null])
    expect([reachedWithin(groups, 30, binDays(14)), reachedWithin(groups, 14, binDays(14))]).toEqual([null, 6])
  })
  it('days are divided at what the unit says is too long, each bin its own from the shortest there is', () => {
    for (let days = 8; days <= 365; days += 1) expect(new Set([0, ...binDays(days)]).size, String(days)).toBe(5)
    const unit = { unit: { nameDa: '', nameEn: '', silentDays: 14 } }
    expect([withinOf(unit, null), withinOf(unit, 28), withinOf(unit, 30), withinOf({ unit: null }, null)]).toEqual([14, 28, 14, 30])
  })
  it('a part of a division that is told and has none has none; of one that is not, nothing is said', () => {
    const found = { contacts: [{ split: 'kind', part: 'veteran', level: 1, bin: 1, cases: 8 }] }
    expect([contactsOf(found, 'kind:other')?.cases, contactsOf(found, 'kind:veteran')?.cases, contactsOf(found, 'method:none'), contactsOf(found, 'all')]).toEqual([0, 8, null, { cases: 0, groups: [] }])
  })
  it('opens whole groups alone', () => {
    const figures = { ...none, ...contacts(2, [1, 6], [3, 5], [5, 9]) }
    const of = (from: number, to: number) => numberOf(figures, { figure: 'contacts', of: 'all', bins: { from, to } })
    expect([of(1, 2), of(1, 3), of(1, 6), of(1, 1), of(2, 2), of(6, 6), of(4, 6), numberOf(none, { figure: 'contacts', of: 'all', bins: { from: 1, to: 1 } })]).toEqual([6, 11, 20, null, null, null, 9, 0])
  })
})

it.each([[6, 7, 85], [7, 7, 100], [999, 1000, 99], [0, 7, 0], [0, 0, null], [null, 7, null]] as const)('%s of %s is %s per cent', (count, all, share) => {
  expect(shareOf(count, all)).toBe(share)
})

it.each([[[48, 52], [48, 52]], [[1, 1, 1], [34, 33, 33]], [[1449, 1551], [48, 52]], [[999, 1], [99, 1]], [[9999, 1, 0], [99, 1, 0]], [[7], [100]], [[0, 4], [0, 100]], [[0, 0], [0, 0]], [[], []]])('%j has the shares %j', (counts, shares) => {
  expect(sharesOf(counts)).toEqual(shares)
})

it('shares add up to 100, and each is less than one away from what it is', () => {
  for (let seed = 1; seed < 400; seed += 1) {
    const counts = Array.from({ length: 2 + (seed % 5) }, (_, at) => (seed * 7919 * (at + 3)) % (1 + (seed * 31) % 97))
    const all = counts.reduce((sum, count) => sum + count, 0)
    const shares = sharesOf(counts)
    expect(shares.reduce((sum, share) => sum + share, 0), String(counts)).toBe(all === 0 ? 0 : 100)
    for (const [at, count] of counts.entries()) expect(Math.abs((shares[at] ?? 0) - (count * 100) / (all || 1)), String(counts)).toBeLessThan(1)
  }
})

it('a part is a kind or a method and never both', () => {
  expect(['all', 'kind:other', 'method:none', 'method:0190'].map((part) => splitOf(part as Part))).toEqual([{ split: 'all', part: 'all' }, { split: 'kind', part: 'other' }, { split: 'method', part: 'none' }, { split: 'method', part: '0190' }])
})

it('deadlines that had none are 0, and a figure of nobody is 0', () => {
  expect(deadlinesOf({ deadlines: [{ outcome: 'kept', tasks: 3, moved: 1 }] })).toEqual({ kept: { outcome: 'kept', tasks: 3, moved: 1 }, late: { tasks: 0, moved: 0 }, overdue: { tasks: 0, moved: 0 }, waiting: { tasks: 0, moved: 0 } })
  expect(numberOf(none, { figure: 'caseload', who: null, state: 'open' })).toBe(0)
  expect(numberOf(none, { figure: 'closed', of: 'all', period: periodOf('month', day('2026-11-21')) })).toBeNull()
})

describe('the address', () => {
  const today = day('2026-11-21')
  const params = (href: string) => Object.fromEntries(new URLSearchParams(href.split('?')[1]))
  it('holds the page as it stands, and leaves out what it does not know', () => {
    for (const address of [{}, { period: 'year', of: 'kind:other', within: '14' }, { period: 'between', from: '2025-03', to: '2026-02', of: 'method:none' }]) {
      const view = managementView(address, today)
      expect(managementView(params(managementHref(view)), today)).toEqual(view)
    }
    expect(managementView({ period: 'week', of: 'kind:spy', within: 'x', from: '2026-13' }, today)).toEqual({ span: 'quarter', period: { first: '2026-10-01', last: '2026-11-30' }, of: 'all', within: null })
  })
  it('of a figure opens the same figure', () => {
    const period = periodOf('quarter', today)
    for (const asked of [{ figure: 'caseload', who: null, state: 'hold' }, { figure: 'caseload', who: '01900000-0000-7000-8000-000000000000', state: 'open' }, { figure: 'contacts', of: 'kind:veteran', bins: { from: 1, to: 3 } }, { figure: 'reopened', of: 'all', period }, { figure: 'deadlines', outcome: 'late', period }] as const)
      expect(askedOf(params(rowsHref(asked)), today)).toEqual(asked)
    for (const wrong of [{}, { figure: 'caseload', who: 'me', state: 'open' }, { figure: 'contacts', bins: '1-9' }, { figure: 'deadlines', outcome: 'lost' }]) expect(askedOf(wrong, today)).toBeNull()
  })
  it('of rows by days is widened to their months', () => {
    expect(askedOf({ figure: 'closed', from: '2026-03', to: '2026-03' }, addDays(today, 1) as Day)).toEqual({ figure: 'closed', of: 'all', period: { first: '2026-03-01', last: '2026-03-31' } })
  })
})
