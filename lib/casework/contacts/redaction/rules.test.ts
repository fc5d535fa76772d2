import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { mayRestore } from './rules'

it.each([
  ['whoever took it back', true, false, '2026-11-21', true], ['a coordinator', false, true, '2026-11-21', true], ['somebody else', false, false, '2026-11-21', false],
  ['whoever took it back, on the last day', true, false, '2026-11-29', true], ['whoever took it back, a day too late', true, false, '2026-11-30', false],
])('%s puts it back: %s', (_, byMe, mayOthers, today, may) => {
  // 23:30 in Denmark on 30 October: in London it is not yet half past ten, and no day is lost.
  expect(mayRestore({ at: new Date('2026-10-30T22:30:00Z'), byMe, mayOthers }, toDay(today))).toBe(may)
})
