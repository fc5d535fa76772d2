import { expect, it } from 'vitest'
import { addDays, type Day, momentAt } from '@/lib/platform/day'
import { companionStates } from '../rules'
import { askedOf, type DayFacts } from './rules'

const day = '2026-11-24' as Day
const meeting: DayFacts = { state: 'agreed', startsAt: momentAt(day, 23), endsAt: momentAt(day, 23, 30), looked: true, attorneyHolds: true, again: false }
const before = momentAt(day, 22, 59)
const [after, week] = [momentAt(day, 23, 30), addDays(day, 7)]
const kinds = (more: Partial<DayFacts>, now: Date) => companionStates.flatMap((state) => { const found = askedOf({ ...meeting, ...more, state }, now); return found ? [`${state}: ${found.kind} ${found.day}`] : [] })

it('a meeting to come asks for something where the companion fell out or the power of attorney is gone', () => {
  expect(kinds({}, before)).toEqual([`fell-out: fell-out ${day}`, `unmet: unmet ${day}`])
  expect(kinds({ again: true }, before)).toContain(`fell-out: again ${day}`)
  expect(kinds({ attorneyHolds: false }, before)).toEqual(['wanted', 'asked', 'agreed', 'prepared'].map((state) => `${state}: attorney ${day}`).concat(`fell-out: fell-out ${day}`, `unmet: unmet ${day}`))
})

it('from half past eleven at night, when it is over, it asks for a follow-up within a week, until there is one', () => {
  expect(kinds({}, new Date(after.getTime() - 1)).filter((line) => line.includes('follow-up'))).toEqual([])
  for (const now of [after, momentAt(addDays(day, 400), 0)]) expect(kinds({}, now).filter((line) => line.startsWith('agreed') || line.startsWith('prepared') || line.startsWith('held'))).toEqual(['agreed', 'prepared', 'held'].map((state) => `${state}: follow-up ${week}`))
  expect(kinds({}, after).some((line) => line.startsWith('followed-up') || line.startsWith('not-held') || line.startsWith('cancelled') || line.startsWith('fell-out'))).toBe(false)
  expect(kinds({ looked: false }, after)).toEqual([`unmet: unmet ${day}`])
})

it('one that began with nobody is told of for a fortnight, to the end of the last day', () => {
  expect([momentAt(addDays(day, 14), 23, 30), momentAt(addDays(day, 15), 0)].map((now) => askedOf({ ...meeting, state: 'unmet' }, now)?.kind)).toEqual(['unmet', undefined])
})
