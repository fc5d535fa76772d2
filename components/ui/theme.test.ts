import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./styles/theme.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(theme: 'light' | 'dark', front: string, back: string): number {
  const [one, other] = [front, back].map((name) => luminance(tokens.get(name)?.[theme] ?? '#000000'))
  return (Math.max(one ?? 0, other ?? 0) + 0.05) / (Math.min(one ?? 0, other ?? 0) + 0.05)
}

const grounds = ['page', 'surface', 'sunken']
const statuses = ['success', 'warning', 'error', 'info']
/** Text needs 4.5:1 (WCAG 1.4.3). */
const text: [string, string][] = [
  ...['ink', 'muted', 'faint', 'link', 'link-visited', 'accent', 'error-ink'].flatMap((front) =>
    grounds.map((back): [string, string] => [front, back]),
  ),
  ...statuses.flatMap((status): [string, string][] => [
    [`${status}-ink`, `${status}-soft`],
    ['ink', `${status}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-error', 'error'],
  ['on-error', 'error-ink'],
  ['accent', 'accent-soft'],
  ['accent-strong', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['link', 'accent-soft'],
  ['muted', 'accent-soft'],
]
/** Borders of controls, focus rings and data series need 3:1 (WCAG 1.4.11). */
const shapes: [string, string][] = [
  ...['edge', 'focus', 'error', ...[1, 2, 3, 4, 5, 6].map((step) => `series-${step}`)].flatMap((front) =>
    ['page', 'surface'].map((back): [string, string] => [front, back]),
  ),
]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(text)('text %s on %s', (front, back) => expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5))
  test.each(shapes)('shape %s on %s', (front, back) => expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(3))
})

test('every colour has a light and a dark value', () => {
  const declared = [...css.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name)
  expect(declared.filter((name) => !tokens.has(name))).toEqual([])
})
