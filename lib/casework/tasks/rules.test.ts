import { describe, expect, it } from 'vitest'
import { type Day, dayOf } from '@/lib/platform/day'
import { dueIn, groupOf, nextInSeries, type Repeat, sourceHref, tally } from './rules'

const d = (text: string) => text as Day
const steps = (deadline: { explanation: { step: string }[] }) => deadline.explanation.map(({ step }) => step)

describe('where a task stands', () => {
  it.each([['2026-11-20', 'overdue'], ['2026-11-21', 'today'], ['2026-11-22', 'week'], ['2026-11-28', 'week'], ['2026-11-29', 'later']])('%s', (due, group) => expect(groupOf(d(due), d('2026-11-21'))).toBe(group))
  it('is asked for the Danish day: at half past eleven at night in winter and in summer it is still the day', () => {
    expect(groupOf(d('2026-01-15'), dayOf(new Date('2026-01-15T22:30:00Z')))).toBe('today')
    expect(groupOf(d('2026-07-15'), dayOf(new Date('2026-07-15T21:30:00Z')))).toBe('today')
    expect(groupOf(d('2026-07-15'), dayOf(new Date('2026-07-15T22:30:00Z')))).toBe('overdue')
  })
  it('counts a night of 23 and one of 25 hours as one day', () => {
    expect([groupOf(d('2026-03-29'), d('2026-03-28')), groupOf(d('2026-04-04'), d('2026-03-28')), groupOf(d('2026-04-05'), d('2026-03-28'))]).toEqual(['week', 'week', 'later'])
    expect([groupOf(d('2026-10-25'), d('2026-10-24')), groupOf(d('2026-10-25'), d('2026-10-26'))]).toEqual(['week', 'overdue'])
  })
  it('is counted from the rows that are shown, each once', () => expect(tally(['2026-11-01', '2026-11-21', '2026-11-21', '2026-11-25', '2027-01-01'].map((dueOn) => ({ dueOn: d(dueOn) })), d('2026-11-21'))).toEqual({ overdue: 1, today: 2, week: 1, later: 1 }))
})

describe('so many working days', () => {
  it('pass over the weekend and say so', () => {
    const found = dueIn(1, 'task-made', d('2026-11-20'), [])
    expect([found.due, steps(found)]).toEqual(['2026-11-23', ['start', 'skipped', 'skipped', 'count']])
  })
  it('pass over Easter and what the municipality keeps closed', () => {
    expect(dueIn(2, 'task-made', d('2026-03-31'), []).due).toBe('2026-04-07')
    expect(dueIn(2, 'task-made', d('2026-12-22'), [{ day: d('2026-12-24'), nameDa: 'juleaften', nameEn: 'Christmas Eve' }]).due).toBe('2026-12-28')
  })
  it('pass through 29 February', () => expect(dueIn(2, 'task-made', d('2028-02-28'), []).due).toBe('2028-03-01'))
})

describe('the next of a series', () => {
  const weekly: Repeat = { every: 2, unit: 'WEEK', from: d('2026-11-04') }
  const next = (repeat: Repeat, due: string, today: string) => nextInSeries(repeat, d(due), d(today), []).due
  it('keeps the weekday, however early it was done', () => expect([next(weekly, '2026-11-04', '2026-11-04'), next(weekly, '2026-11-04', '2026-10-30')]).toEqual(['2026-11-18', '2026-11-18']))
  it('done late covers what was missed and is never overdue from the start', () => expect([next(weekly, '2026-11-04', '2026-11-17'), next(weekly, '2026-11-04', '2026-11-18'), next(weekly, '2026-11-04', '2027-02-01')]).toEqual(['2026-11-18', '2026-12-02', '2027-02-10']))
  it('of the 31st comes back to the 31st after a short month', () => {
    const monthly: Repeat = { every: 1, unit: 'MONTH', from: d('2027-01-29') }
    expect([next({ ...monthly, from: d('2027-12-31') }, '2027-12-31', '2027-12-31'), next({ ...monthly, from: d('2027-12-31') }, '2028-01-31', '2028-01-31'), next({ ...monthly, from: d('2027-12-31') }, '2028-02-29', '2028-02-29')]).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
  })
  it('of a weekend moves to the Monday, and the one after is counted from the series, not from the Monday', () => {
    const monthly: Repeat = { every: 1, unit: 'MONTH', from: d('2026-04-01') }
    const may = nextInSeries(monthly, d('2026-07-01'), d('2026-07-01'), [])
    expect([may.due, steps(may)]).toEqual(['2026-08-03', ['repeat', 'skipped', 'skipped', 'rolled']])
    expect(next(monthly, '2026-08-03', '2026-08-03')).toBe('2026-09-01')
  })
})

it('the way back leads to what made the task', () => {
  const [personId, sourceId] = ['p', 's']
  expect((['hand', 'contact', 'task', 'repeat', 'protection'] as const).map((source) => sourceHref({ source, sourceId: source === 'hand' ? null : sourceId, personId }))).toEqual([
    null, '/people/p/contacts#contact-s', '/people/p/tasks?open=s#task-s', '/people/p/tasks?open=s#task-s', '/people/p/data'])
  expect(sourceHref({ source: 'repeat', sourceId, personId: null })).toBe('/tasks?open=s#task-s')
})
