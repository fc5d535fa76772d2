import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import type { MethodVersion, Step } from '../parts'
import { type Move, placeOf } from '../rules'
import { completed } from './rules'

const words = (text: string) => ({ da: text, en: text })
const step = (key: string, kind: Step['kind'], clips: number | null = null): Step => ({ key, kind, name: words(key), text: words(''), items: [], meetings: null, weeks: null, clips })
const method: MethodVersion = { id: 'v', methodId: 'm', number: 1, name: words('M'), lead: words(''), source: null, steps: [step('one', 'phase'), step('card', 'clips', 2), step('beside', 'area'), step('two', 'phase')], lookBackMonths: null, caseLimit: null, silentDays: null, aftercareWeeks: null, certificate: true, scaleCode: null }
const move = (number: number, kind: Move['kind'], on: string, key: string | null = null): Move => ({ number, kind, versionId: 'v', step: key, item: null, of: null, on: toDay(on), words: null })

it('a step stands with the day one went on from it for the last time, a card with its last clip, in the order of the method', () => {
  const moves = [move(1, 'follow', '2026-01-01'), move(2, 'clip', '2026-04-01', 'card'), move(3, 'clip', '2026-02-01', 'card'), move(4, 'enter', '2026-03-01', 'two'), move(5, 'enter', '2026-03-10', 'one'), move(6, 'enter', '2026-05-01', 'two'), move(7, 'finish', '2026-06-01')]
  const place = placeOf(moves, [method])
  if (!place) throw new Error('Nothing is followed')
  expect(completed(place, moves.toReversed()).map(({ step: { key }, on, clips }) => [key, on, clips])).toEqual([['one', '2026-05-01', 0], ['card', '2026-04-01', 2], ['two', '2026-06-01', 0]])
})
