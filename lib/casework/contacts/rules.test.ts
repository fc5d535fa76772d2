import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { clockOf, draftFields, type Entry, formsUnder, nextOf } from './rules'

const d = (text: string) => text as Day
const entry = (outcome: Entry['outcome'], on: string, nextOn: string | null = null): Entry => ({ outcome, on: d(on), nextOn: nextOn === null ? null : d(nextOn), nextStep: nextOn && 'Ring' })

describe('days since the last contact', () => {
  it('is not 0 where nobody was ever reached', () => {
    expect(clockOf([], d('2026-11-21'))).toEqual({ last: null, days: null, tried: 0 })
    expect(clockOf([entry('tried', '2026-11-20'), entry('work', '2026-11-19')], d('2026-11-21'))).toEqual({ last: null, days: null, tried: 1 })
  })
  it('is set back by being reached, and neither by an attempt nor by work', () => {
    const entries = [entry('work', '2026-11-20'), entry('tried', '2026-11-18'), entry('tried', '2026-11-12'), entry('reached', '2026-11-02'), entry('tried', '2026-10-01')]
    expect(clockOf(entries, d('2026-11-21'))).toEqual({ last: '2026-11-02', days: 19, tried: 2 })
  })
  it('counts days over a night the clocks change and over 29 February', () => {
    expect(clockOf([entry('reached', '2026-10-24')], d('2026-10-26')).days).toBe(2)
    expect(clockOf([entry('reached', '2028-02-28')], d('2028-03-01')).days).toBe(2)
  })
})

describe('the next step', () => {
  it('is what was agreed last', () => expect(nextOf([entry('reached', '2026-11-20', '2026-12-01'), entry('reached', '2026-11-01', '2026-11-20')])).toEqual({ on: '2026-12-01', text: 'Ring' }))
  it('stands although nobody was met, and although work was done', () => expect(nextOf([entry('work', '2026-11-20'), entry('tried', '2026-11-19'), entry('reached', '2026-11-01', '2026-11-18')])?.on).toBe('2026-11-18'))
  it('falls away when the person was reached and nothing new was agreed', () => expect(nextOf([entry('reached', '2026-11-20'), entry('reached', '2026-11-01', '2026-12-18')])).toBeNull())
  it('is none where nothing was said', () => expect([nextOf([]), nextOf([entry('tried', '2026-11-20')])]).toEqual([null, null]))
})

it('offers under an entry what its reader may send', () => {
  expect([[true, true], [true, false], [false, true], [false, false]].map(([mine = false, mayRedact = false]) => formsUnder({ mine, mayRedact }))).toEqual([['add', 'redact'], ['add'], ['add', 'remark', 'redact'], ['add', 'remark']])
})

it('brings a draft back as it was, also one that named a channel', () => {
  expect(draftFields({ kind: 'cafe', agreed: 'x' })).toEqual({ kind: 'cafe', agreed: 'x' })
  expect(draftFields({ channel: 'walk', agreed: 'x' })).toEqual({ kind: 'walk', agreed: 'x' })
})
