import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { endsTooLate, mondayOf, planSlots, talkStateOf, weekSpan } from './rules'

const plan = { from: toDay('2026-10-19'), hour: 9, minute: 0, length: 45, pause: 15, perDay: 2, weeks: 2 }

describe('a series of times', () => {
  it('keeps its clock across the night the clocks change', () => {
    const { slots } = planSlots(plan, [])
    expect(slots.map((slot) => slot.startsAt.toISOString())).toEqual(['2026-10-19T07:00:00.000Z', '2026-10-19T08:00:00.000Z', '2026-10-26T08:00:00.000Z', '2026-10-26T09:00:00.000Z'])
    expect(slots.every((slot) => slot.endsAt.getTime() - slot.startsAt.getTime() === 45 * 60_000)).toBe(true)
  })

  it('leaves out holidays and the municipality’s own closing days, and names them', () => {
    const christmas = planSlots({ ...plan, from: toDay('2026-12-18'), weeks: 3, perDay: 1 }, [{ day: toDay('2027-01-01'), nameDa: 'x', nameEn: 'x' }, { day: toDay('2026-12-18'), nameDa: 'Lukket', nameEn: 'Closed' }])
    expect(christmas.slots).toEqual([])
    expect(christmas.skipped.map(({ day, reason }) => [day, reason.kind])).toEqual([['2026-12-18', 'closing-day'], ['2026-12-25', 'holiday'], ['2027-01-01', 'holiday']])
  })

  it('of one week is one day, also on 29 February', () => {
    expect(planSlots({ ...plan, from: toDay('2028-02-29'), weeks: 1, perDay: 3 }, []).slots).toHaveLength(3)
  })

  it('that runs into the night is refused', () => {
    expect(endsTooLate({ ...plan, hour: 20, perDay: 3 })).toBe(true)
    expect(endsTooLate(plan)).toBe(false)
  })
})

it('a week has 167 or 169 hours when the clocks change', () => {
  const hours = (day: string) => { const { from, to } = weekSpan(mondayOf(toDay(day))); return (to.getTime() - from.getTime()) / 3_600_000 }
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-04')]).toEqual([167, 169, 168])
})

it('a time is what its talk is', () => {
  const slot = { endsAt: new Date('2026-11-20T10:00Z'), closedAt: null, talkId: 'x', heldAt: null, noShowAt: null }
  const before = new Date('2026-11-20T09:59Z')
  const after = new Date('2026-11-20T10:00Z')
  expect([talkStateOf(slot, before), talkStateOf(slot, after), talkStateOf({ ...slot, heldAt: after }, after), talkStateOf({ ...slot, noShowAt: after }, after), talkStateOf({ ...slot, talkId: null }, after), talkStateOf({ ...slot, talkId: null, closedAt: before }, after)])
    .toEqual(['booked', 'over', 'held', 'no-show', 'free', 'closed'])
})
