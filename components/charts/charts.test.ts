import { describe, expect, test } from 'vitest'
import { themed } from './chart-colors'
import { completeAxes, drawn, hasNumbers } from './chart-data'
import { barOption, lineOption, radarOption, type Frame } from './chart-options'
import { renderSvg } from './render-svg'

const frame: Frame = {
  categories: ['jan.', 'feb.', 'mar.'],
  series: [{ name: '2026', values: [0, null, 'hidden'] }],
  narrow: false,
  missing: 'ingen data',
  format: String,
}

describe('missing is not 0', () => {
  test('a gap is drawn as a gap, 0 as 0', () => {
    expect(drawn([0, null, 'hidden'])).toEqual([0, null, null])
    expect(lineOption(frame).series[0]).toMatchObject({ data: [0, null, null], connectNulls: false })
  })
  test('a category without numbers says so', () =>
    expect(barOption(frame, false).xAxis.data).toEqual(['jan.', 'feb.\ningen data', 'mar.\ningen data']))
  test('nothing but gaps is no chart', () => {
    expect(hasNumbers([{ name: 'a', values: [null, 'hidden'] }])).toBe(false)
    expect(hasNumbers(frame.series)).toBe(true)
  })
  test('a radar leaves out the axis, never draws it at the centre', () => {
    const { data, left } = completeAxes({
      categories: ['a', 'b', 'c'],
      series: [
        { name: 'then', values: [1, 2, 3] },
        { name: 'now', values: [1, 'hidden', 0] },
      ],
    })
    expect(left).toEqual(['b'])
    expect(data).toEqual({
      categories: ['a', 'c'],
      series: [
        { name: 'then', values: [1, 3] },
        { name: 'now', values: [1, 0] },
      ],
    })
  })
})

describe('the drawing', () => {
  const stacked = {
    ...frame,
    series: [
      { name: 'a', values: [1, 2, 3] },
      { name: 'b', values: [3, 2, 1] },
    ],
  }
  const radar = { categories: ['a', 'b', 'c'], series: [{ name: 'then', values: [1, 2, 3] }], max: 10, narrow: true }
  test.each([
    ['line', lineOption({ ...frame, goal: { value: 1, label: 'Mål' } })],
    ['stacked bar', barOption(stacked, true)],
    ['radar', radarOption(radar)],
  ])('%s follows the theme and the content policy', (_, option) => {
    const svg = renderSvg(option, { width: 400, height: 200 }, 'chart-x')
    expect(svg).toContain('var(--color-')
    expect(svg).not.toMatch(/<style|style=|ecmeta|class=|\bzr\d|#0[12]0[12]0/)
  })
  test('is the same every time, with ids of its own', () => {
    const draw = (prefix: string) => renderSvg(barOption(stacked, true), { width: 400, height: 200 }, prefix)
    expect(draw('one')).toBe(draw('one'))
    expect(draw('one').match(/id="[^"]+"/g)).not.toEqual(draw('two').match(/id="[^"]+"/g))
  })
  test('placeholder colours become variables in both spellings', () => {
    expect(themed('fill="#010101" stroke="rgb(2,2,1)" x="#ffffff"')).toBe(
      'fill="var(--color-ink)" stroke="var(--color-series-1)" x="#ffffff"',
    )
  })
})
