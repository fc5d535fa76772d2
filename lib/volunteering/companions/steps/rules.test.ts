import { expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { companionStates } from '../rules'
import { fitsDay, possible } from './rules'

const [before, starts, after] = ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'].map((moment) => new Date(moment)) as [Date, Date, Date]

it('is prepared before it begins, held once it has begun, and followed up when it was held', () => {
  const of = (what: 'prepare' | 'hold' | 'followUp', now: Date) => companionStates.filter((state) => possible(state, starts, now)[what])
  expect([of('prepare', before), of('prepare', starts)]).toEqual([['agreed', 'prepared'], []])
  expect([of('hold', before), of('hold', starts)]).toEqual([[], ['agreed', 'prepared']])
  expect([of('followUp', before), of('followUp', after)]).toEqual([['held', 'followed-up'], ['held', 'followed-up']])
})

it('is prepared on its day or before and followed up on its day or after, and not ahead of today', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'] as Day[]
  expect(days.map((day) => fitsDay('prepared', day, starts, '2026-11-30' as Day))).toEqual([true, true, false])
  expect(days.map((day) => fitsDay('followed-up', day, starts, '2026-11-30' as Day))).toEqual([false, true, true])
  expect(days.map((day) => fitsDay('prepared', day, starts, '2026-11-22' as Day))).toEqual([false, false, false])
})
