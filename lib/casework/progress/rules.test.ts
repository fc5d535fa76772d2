import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { changeOf, gateOf, type Measured, piecesOf, type Point, pointsOf, type Rater, type Scale, steps, thenAndNow } from './rules'

const at = (on: string, rating: number | null, by: Rater = 'together'): Point => ({ on: toDay(on), rating, by })
const scale = (more: Partial<Scale> = {}): Scale => ({ code: 'x', nameDa: '', nameEn: '', aboutDa: '', aboutEn: '', lowest: 1, highest: 10, better: 'lower', start: null, gate: 2, noise: 2, anchors: [], retired: false, series: 'x', dimensions: [], ...more })
const measured = (on: string, ratings: Record<string, number | null>, by: Rater = 'together'): Measured => ({ id: on, scale: 'x', on: toDay(on), by, values: Object.entries(ratings).map(([dimension, rating]) => ({ dimension, aim: null, rating, words: null })) })

it('a scale has every value between its ends', () => {
  expect(steps({ lowest: -5, highest: 5 })).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5])
})

describe('missing is never 0', () => {
  const all = [measured('2026-01-01', { a: null }), measured('2026-02-01', { a: 8 }), measured('2026-03-01', { a: null }), measured('2026-04-01', { b: 3 }), measured('2026-05-01', { a: 5 }), measured('2026-06-01', { a: null })]
  it('what was not rated and what was not asked are gaps, and a line begins and ends with a rating', () => {
    expect(pointsOf(all, 'a', null)).toEqual([at('2026-02-01', 8), at('2026-03-01', null), at('2026-04-01', null), at('2026-05-01', 5)])
    expect(pointsOf(all, 'c', null)).toEqual([])
  })
  it('a gap breaks the curve', () => {
    expect(piecesOf(pointsOf(all, 'a', null)).map(({ points }) => points.map(({ rating }) => rating))).toEqual([[8], [5]])
  })
  it('0 is a rating like any other', () => {
    const zero = [measured('2026-01-01', { a: 0 }), measured('2026-02-01', { a: 0 })]
    expect(piecesOf(pointsOf(zero, 'a', null))).toMatchObject([{ points: [{ rating: 0 }, { rating: 0 }] }])
  })
  it('then and now of what was never rated are nothing', () => {
    expect(thenAndNow(scale({ dimensions: [{ code: 'c', nameDa: '', nameEn: '', retired: false }] }), all)).toEqual([{ dimension: 'c', then: null, now: null }])
  })
})

it('two raters are two curves', () => {
  expect(piecesOf([at('2026-01-01', 8), at('2026-02-01', 4, 'mentor'), at('2026-03-01', 7)]).map(({ by, points }) => [by, points.length])).toEqual([['together', 2], ['mentor', 1]])
})

describe('a change', () => {
  it.each([
    ['lower is better', [8, 3], { better: 'lower' as const }, 'better'], ['the other way', [3, 8], { better: 'lower' as const }, 'worse'], ['higher is better', [3, 8], { better: 'higher' as const }, 'better'],
    ['one step within a noise of two', [8, 7], {}, 'unclear'], ['one step the wrong way within it', [7, 8], {}, 'unclear'], ['exactly the noise', [8, 6], {}, 'better'], ['none', [8, 8], {}, 'same'],
  ])('%s: %j', (_, [from = 0, to = 0], more, kind) => {
    expect(changeOf(scale(more), [at('2026-01-01', from), at('2026-06-01', to)])).toMatchObject({ kind, from, to, since: '2026-01-01', on: '2026-06-01' })
  })
  it('is of one rater: another’s earlier judgement is not compared with', () => {
    expect(changeOf(scale(), [at('2026-01-01', 9, 'mentor'), at('2026-02-01', 3)])).toBeNull()
    expect(changeOf(scale(), [at('2026-01-01', 9, 'mentor'), at('2026-02-01', 7), at('2026-03-01', 3)])).toMatchObject({ from: 7, since: '2026-02-01' })
    // Somebody who rated once, and last, takes nothing away from the two before.
    expect(changeOf(scale(), [at('2026-01-01', 9), at('2026-02-01', 4), at('2026-03-01', 8, 'citizen')])).toMatchObject({ from: 9, to: 4, on: '2026-02-01', by: 'together' })
    expect(changeOf(scale(), [at('2026-01-01', 9), at('2026-01-02', 6, 'citizen'), at('2026-02-01', 4), at('2026-03-01', 8, 'citizen')])).toMatchObject({ from: 6, to: 8, by: 'citizen' })
  })
  it('needs two ratings, but one where the scale counts from a start of its own', () => {
    expect(changeOf(scale(), [at('2026-01-01', 9)])).toBeNull()
    expect(changeOf(scale({ start: 0, better: 'higher', noise: 1 }), [at('2026-01-01', 4)])).toMatchObject({ kind: 'better', from: 0, to: 4, since: null })
    expect(changeOf(scale({ start: 0, better: 'higher', noise: 1 }), [at('2026-01-01', 4), at('2026-02-01', -1)])).toMatchObject({ kind: 'worse', from: 0 })
  })
  it('passes over gaps', () => {
    expect(changeOf(scale(), [at('2026-01-01', 9), at('2026-02-01', null), at('2026-03-01', 2)])).toMatchObject({ from: 9, to: 2 })
  })
})

it.each([
  [9, 'lower' as const, 2, false], [3, 'lower' as const, 2, false], [2, 'lower' as const, 2, true], [1, 'lower' as const, 2, true], [3, 'higher' as const, 4, false], [4, 'higher' as const, 4, true],
])('%d, where %s is better and the gate is %d: %s', (rating, better, gate, open) => {
  expect(gateOf({ better, gate }, [at('2026-01-01', 5), at('2026-02-01', rating)])).toEqual({ open, at: rating })
  expect([gateOf({ better, gate: null }, [at('2026-01-01', rating)]), gateOf({ better, gate }, [])]).toEqual([null, null])
})
