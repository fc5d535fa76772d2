import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { seatIsOpen } from './rules'

it.each([
  ['2026-11-22', false, true],
  ['2026-11-23', false, false],
  ['2026-11-24', false, false],
  ['2026-11-22', true, false],
] as const)('a seat at a course of the 23rd, on %s, cancelled %s: %s', (today, cancelled, open) => expect(seatIsOpen({ onDay: toDay('2026-11-23'), cancelled }, toDay(today))).toBe(open))
