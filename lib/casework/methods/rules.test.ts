import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import type { Item, MethodVersion, Step } from './parts'
import { gate, inLastWeek, missingNow, type Move, nextLookBack, placeOf, waysFrom } from './rules'

const day = (text: string) => toDay(text)
const words = (text: string) => ({ da: text, en: text })
const item = (key: string, required = true): Item => ({ key, text: words(key), required, at: null })
const step = (key: string, more: Partial<Step> = {}): Step => ({ key, kind: 'phase', name: words(key), text: words(''), items: [], meetings: null, weeks: null, clips: null, ...more })
const version = (steps: Step[], more: Partial<MethodVersion> = {}): MethodVersion => ({ id: 'v1', methodId: 'm', number: 1, name: words('M'), lead: words(''), source: null, steps, lookBackMonths: null, caseLimit: null, silentDays: null, aftercareWeeks: null, certificate: false, scaleCode: null, ...more })
const phases = version([step('one', { items: [item('may', false), item('must')] }), step('two', { items: [item('other')] }), step('beside', { kind: 'area', items: [item('goal')] })])
type Short = Partial<Move> & Pick<Move, 'kind'>
const moves = (...list: Short[]): Move[] => list.map((one, at) => ({ number: at + 1, versionId: 'v1', step: null, item: null, of: null, on: day('2026-03-01'), words: null, ...one }))
const place = (method: MethodVersion, ...list: Short[]) => {
  const found = placeOf(moves({ kind: 'follow' }, ...list), [method])
  if (!found) throw new Error('Nothing is followed')
  return found
}
const names = (list: ReturnType<typeof missingNow>) => list.map(({ step: { key }, item: line, clips }) => line?.key ?? `${key}:${clips}`)

describe('the place of a case', () => {
  it('is none before a method is followed, after it is left, and of a version that is not known', () => {
    expect([placeOf([], [phases]), placeOf(moves({ kind: 'follow' }, { kind: 'leave' }), [phases]), placeOf(moves({ kind: 'follow', versionId: 'x' }), [phases])]).toEqual([null, null, null])
  })

  it('begins at the first step, goes on, back, and to the end', () => {
    const at = (...list: Short[]) => { const found = place(phases, ...list); return [found.at?.step.key ?? null, found.at?.nth ?? null, found.at?.of ?? null, found.finishedOn] }
    expect(at()).toEqual(['one', 1, 2, null])
    expect(at({ kind: 'enter', step: 'two' })).toEqual(['two', 2, 2, null])
    expect(at({ kind: 'enter', step: 'two' }, { kind: 'enter', step: 'one' })).toEqual(['one', 1, 2, null])
    expect(at({ kind: 'enter', step: 'two' }, { kind: 'finish', on: day('2026-05-01') })).toEqual([null, null, null, '2026-05-01'])
  })

  it('holds what was met and not what was taken back; met again, it holds again', () => {
    const met: Short = { kind: 'met', step: 'one', item: 'must' }
    expect([...place(phases, met).met.keys()]).toEqual(['one.must'])
    expect(place(phases, met, { kind: 'undo', of: 2 }).met.size).toBe(0)
    expect(place(phases, met, { kind: 'undo', of: 2 }, met).met.get('one.must')?.number).toBe(4)
  })

  it('starts afresh with another method, and takes along what a new version of the same still knows', () => {
    const newer = version([step('one', { items: [item('must'), item('new')] })], { id: 'v2', number: 2 })
    const other = version([step('one', { items: [item('must')] })], { id: 'x1', methodId: 'x' })
    const before: Short[] = [{ kind: 'met', step: 'one', item: 'must' }, { kind: 'enter', step: 'two' }]
    const found = placeOf(moves({ kind: 'follow' }, ...before, { kind: 'follow', versionId: 'v2' }), [phases, newer])
    expect([found?.at?.step.key, [...(found?.met.keys() ?? [])], found?.turn]).toEqual(['one', ['one.must'], 4])
    expect(placeOf(moves({ kind: 'follow' }, ...before, { kind: 'follow', versionId: 'x1' }), [phases, other])?.met.size).toBe(0)
    expect(placeOf(moves({ kind: 'follow' }, ...before, { kind: 'leave' }, { kind: 'follow' }), [phases])?.met.size).toBe(0)
  })
})

describe('what is missing', () => {
  it('stands with what the step requires on top, then the rest of it, then what goes on beside', () => expect(names(missingNow(place(phases)))).toEqual(['must', 'may', 'goal']))
  it('is nothing at the end', () => expect(missingNow(place(phases, { kind: 'finish' }))).toEqual([]))

  it('keeps the gate shut while it is required of the step, and at the end wherever it stands', () => {
    const two = phases.steps[1] as Step
    expect(names(gate(place(phases), two))).toEqual(['must'])
    expect(gate(place(phases, { kind: 'met', step: 'one', item: 'must' }), two)).toEqual([])
    expect(names(gate(place(phases, { kind: 'enter', step: 'two' }), 'finish'))).toEqual(['must', 'other', 'goal'])
  })

  it('counts clips until the card is full, and never below none', () => {
    const card = version([step('kitchen', { kind: 'clips', clips: 2 }), step('week', { kind: 'week', items: [item('monday')] })])
    const clip: Short = { kind: 'clip', step: 'kitchen' }
    expect([names(missingNow(place(card))), names(missingNow(place(card, clip))), names(missingNow(place(card, clip, clip))), names(missingNow(place(card, clip, clip, clip)))]).toEqual([['kitchen:2'], ['kitchen:1'], [], []])
    expect(names(missingNow(place(card, clip, clip, { kind: 'undo', of: 3 })))).toEqual(['kitchen:1'])
  })
})

it('the ways on are the next step or the end, and back; from the end one comes back too', () => {
  const ways = (...list: Short[]) => { const { next, back } = waysFrom(place(phases, ...list)); return [next === 'finish' || next === null ? next : next.key, back.map(({ key }) => key)] }
  expect([ways(), ways({ kind: 'enter', step: 'two' }), ways({ kind: 'finish' })]).toEqual([['two', []], ['finish', ['one']], [null, ['one', 'two']]])
  expect(waysFrom(place(version([step('a', { kind: 'area' })])))).toEqual({ next: 'finish', back: [] })
})

it('a look back is due so many calendar months after the last one, at the end of the month where there is no such day', () => {
  const folder = version([step('a', { kind: 'area' })], { lookBackMonths: 6 })
  const due = (...list: Short[]) => nextLookBack(place(folder, ...list))
  expect([due(), due({ kind: 'looked', on: day('2026-08-31') }), due({ kind: 'looked', on: day('2023-08-31') }), due({ kind: 'looked' }, { kind: 'undo', of: 2 }), due({ kind: 'finish' })]).toEqual(['2026-09-01', '2027-02-28', '2024-02-29', '2026-09-01', null])
  expect(nextLookBack(place(phases))).toBeNull()
})

it('the last week is seven days with today', () => expect(inLastWeek(['2026-11-14', '2026-11-15', '2026-11-21', '2026-11-22'].map(day), day('2026-11-21'))).toBe(2))
