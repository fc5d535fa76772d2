import { expect, it } from 'vitest'
import { addDays, toDay } from '@/lib/platform/day'
import type { Paper } from '../path/rules'
import { ownDates, paperStanding, SOON_DAYS } from './rules'

const today = toDay('2026-11-22')
const paper = (...papers: (readonly ['asked' | 'approved' | 'refused', string | null])[]) => ({
  kind: 'record', name: 'Straffeattest', needed: true, papers: papers.map(([state, until], at): Paper => ({ kind: 'record', number: at + 1, state, onDay: toDay('2025-01-01'), expiresOn: until === null ? null : toDay(until) })),
})

it.each([
  ['nothing yet', paper(), 'missing', null],
  ['asked for', paper(['asked', null]), 'asked', null],
  ['for good', paper(['approved', null]), 'holds', null],
  ['long', paper(['approved', '2027-11-22']), 'holds', '2027-11-22'],
  ['the first day it is soon', paper(['approved', addDays(today, SOON_DAYS)]), 'soon', addDays(today, SOON_DAYS)],
  ['the day before that', paper(['approved', addDays(today, SOON_DAYS + 1)]), 'holds', addDays(today, SOON_DAYS + 1)],
  ['its last day', paper(['approved', today]), 'soon', today],
  ['the day after', paper(['approved', addDays(today, -1)]), 'over', addDays(today, -1)],
  ['asked for again while it holds', paper(['approved', '2026-12-01'], ['asked', null]), 'soon', '2026-12-01'],
  ['asked for again after it', paper(['approved', '2026-11-01'], ['asked', null]), 'asked', null],
  ['refused', paper(['approved', '2027-11-22'], ['refused', null]), 'talk', null],
] as const)('a paper: %s', (_what, one, standing, until) => expect(paperStanding(one, today)).toEqual({ standing, until }))

it('own dates are those to come, the soonest first, of papers that are needed', () => {
  const seat = { id: '1', kind: 'course' as const, title: 'Grundkursus', onDay: toDay('2026-12-03'), starts: '18:30', minutes: 120, place: 'Rådhuset', signed: true, room: true, cancelled: false }
  const other = { ...paper(['approved', '2026-12-01']), kind: 'child', needed: false }
  expect(ownDates({ papers: [paper(['approved', '2027-01-10']), other, paper(['approved', '2026-11-01'])], courses: [seat, { ...seat, id: '2', signed: false }], backOn: toDay('2026-12-24') }, today).map(({ kind, day }) => [kind, day])).toEqual([['course', '2026-12-03'], ['back', '2026-12-24'], ['paper', '2027-01-10']])
  expect(ownDates({ papers: [], courses: [], backOn: addDays(today, -1) }, today)).toEqual([])
  // A meeting one goes along to: when, by the clock in Denmark, and not where.
  const going = [{ id: 'm', startsAt: new Date('2026-12-01T09:30Z'), endsAt: new Date('2026-12-01T11:00Z') }, { id: 'past', startsAt: new Date('2026-11-21T09:30Z'), endsAt: new Date('2026-11-21T10:00Z') }]
  expect(ownDates({ papers: [], courses: [], going, backOn: null }, today)).toEqual([{ kind: 'meeting', code: 'm', day: '2026-12-01', name: '', at: { starts: '10:30', minutes: 90, place: '', cancelled: false } }])
})
