import { type Day, diffDays } from '@/lib/platform/day'
import { piecesOf, type Point, type Rater, raters, type Scale, steps } from './rules'

/** Colours by what they are for: the page’s variables, or ink on paper. */
export type Palette = { ink: string; muted: string; line: string; surface: string; series: Record<Rater, string>; then: string; now: string; font: string }
export const ON_PAGE: Palette = {
  ink: 'var(--color-ink)', muted: 'var(--color-muted)', line: 'var(--color-line)', surface: 'var(--color-surface)', font: 'inherit',
  series: { citizen: 'var(--color-series-1)', together: 'var(--color-series-2)', caseworker: 'var(--color-series-3)', mentor: 'var(--color-series-4)' }, then: 'var(--color-muted)', now: 'var(--color-series-1)',
}
export const ON_PAPER: Palette = {
  ink: '#1a1a1a', muted: '#545454', line: '#bfbfbf', surface: '#ffffff', font: 'IBM Plex Sans',
  series: { citizen: '#004d99', together: '#8a3d00', caseworker: '#1f6b3b', mentor: '#7a1f6b' }, then: '#545454', now: '#004d99',
}
/** Beside the colour each rater has a point and a stroke of their own. */
const dashes: Record<Rater, string> = { citizen: '', together: '7 3', caseworker: '2 3', mentor: '9 3 2 3' }

export type Window = { from: Day; to: Day }
type Curve = { scale: Scale; points: readonly Point[]; /** The same for all curves of a scale, so that they can be held against each other. */ window: Window; gateLabel: string; day: (day: Day) => string; palette: Palette; /** Who rated, under the curve: where nothing beside it says so. */ names?: Record<Rater, string> }

const WIDTH = 340
const HEIGHT = 170
const area = { left: 30, right: 322, top: 16, bottom: 140 }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const round = (value: number) => Math.round(value * 10) / 10
const minus = (value: number) => String(value).replace('-', '−')

/** One line over time. A gap is a gap: nothing is drawn over what was not rated. */
export function curveSvg({ scale, points, window, gateLabel, day, palette, names }: Curve): string {
  const span = Math.max(1, diffDays(window.from, window.to))
  const x = (on: Day) => (window.from === window.to ? (area.left + area.right) / 2 : area.left + 8 + ((area.right - area.left - 16) * diffDays(window.from, on)) / span)
  const y = (rating: number) => area.bottom - ((area.bottom - area.top) * (rating - scale.lowest)) / (scale.highest - scale.lowest)
  // With an edge of the ground around it, so that a line behind it does not make another number of it.
  const text = (at: { x: number; y: number; anchor?: string; fill?: string; weight?: number }, words: string) =>
    `<text paint-order="stroke" stroke="${palette.surface}" stroke-width="3" x="${round(at.x)}" y="${round(at.y)}" text-anchor="${at.anchor ?? 'start'}" fill="${at.fill ?? palette.muted}" font-size="12"${at.weight ? ` font-weight="${at.weight}"` : ''}>${escaped(words)}</text>`
  const every = scale.highest - scale.lowest > 5 ? [scale.lowest, Math.round((scale.lowest + scale.highest) / 2), scale.highest] : steps(scale)
  const grid = every.map((value) => `<line x1="${area.left}" x2="${area.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="${palette.line}"/>${text({ x: area.left - 6, y: y(value) + 4, anchor: 'end' }, minus(value))}`)
  const gate = scale.gate === null || scale.gate === scale.highest ? [] : [`<line x1="${area.left}" x2="${area.right}" y1="${round(y(scale.gate))}" y2="${round(y(scale.gate))}" stroke="${palette.ink}" stroke-dasharray="4 4"/>`, text({ x: area.left + 4, y: y(scale.gate) - 4, fill: palette.ink }, gateLabel)]
  const lines = piecesOf(points).map(({ by, points: piece }) => {
    const path = piece.map(({ on, rating }, at) => `${at === 0 ? 'M' : 'L'}${round(x(on))} ${round(y(rating))}`).join('')
    const stroke = piece.length > 1 ? `<path d="${path}" fill="none" stroke="${palette.series[by]}" stroke-width="2"${dashes[by] && ` stroke-dasharray="${dashes[by]}"`}/>` : ''
    return stroke + piece.map(({ on, rating }) => mark(by, x(on), y(rating), palette)).join('')
  })
  const last = points.findLast((one) => one.rating !== null)
  const now = last ? [text({ x: x(last.on), y: Math.max(11, y(last.rating ?? 0) - 8), anchor: 'middle', fill: palette.ink, weight: 600 }, minus(last.rating ?? 0))] : []
  const ends = window.from === window.to ? [text({ x: x(window.from), y: HEIGHT - 8, anchor: 'middle' }, day(window.from))] : [text({ x: area.left, y: HEIGHT - 8 }, day(window.from)), text({ x: area.right, y: HEIGHT - 8, anchor: 'end' }, day(window.to))]
  return svg(WIDTH, HEIGHT + (names ? 20 : 0), palette, [...grid, ...gate, ...lines, ...now, ...ends, ...(names ? keyOf(points, names, palette) : [])])
}

/** The raters of a curve with their points, in one row under it; a letter is about seven wide. */
function keyOf(points: readonly Point[], names: Record<Rater, string>, palette: Palette): string[] {
  let x = area.left + 6
  return raters.filter((by) => points.some((one) => one.by === by && one.rating !== null)).map((by) => {
    const at = x
    x += 26 + names[by].length * 7
    return `${mark(by, at, HEIGHT + 6, palette)}<text x="${at + 10}" y="${HEIGHT + 10}" fill="${palette.muted}" font-size="12">${escaped(names[by])}</text>`
  })
}

/** ● the citizen · ◆ together · ■ the caseworker · ▲ the mentor. */
export function mark(by: Rater, x: number, y: number, palette: Palette): string {
  const [fill, edge] = [palette.series[by], ` stroke="${palette.surface}" stroke-width="1"`]
  const shape = (points: [number, number][]) => `<polygon points="${points.map(([dx, dy]) => `${round(x + dx)},${round(y + dy)}`).join(' ')}" fill="${fill}"${edge}/>`
  if (by === 'citizen') return `<circle cx="${round(x)}" cy="${round(y)}" r="5" fill="${fill}"${edge}/>`
  if (by === 'together') return shape([[0, -6], [6, 0], [0, 6], [-6, 0]])
  if (by === 'caseworker') return shape([[-4.5, -4.5], [4.5, -4.5], [4.5, 4.5], [-4.5, 4.5]])
  return shape([[0, -6], [5.5, 4.5], [-5.5, 4.5]])
}

/** The point of a rater alone, for the key beside the curves. */
export function markSvg(by: Rater, palette: Palette): string {
  return svg(14, 14, palette, [mark(by, 7, 7, palette)])
}

type Radar = { scale: Scale; axes: readonly { name: string; then: number; now: number }[]; palette: Palette }

/** Then and now as a spider web. Every axis has both: a shape cannot have a gap. */
export function radarSvg({ scale, axes, palette }: Radar): string {
  const [width, height, radius] = [WIDTH, 300, 84]
  const centre = { x: width / 2, y: height / 2 + 6 }
  const at = (axis: number, part: number) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * axis) / axes.length
    return { x: centre.x + Math.cos(angle) * radius * part, y: centre.y + Math.sin(angle) * radius * part }
  }
  // A tenth of the way out is the lowest: what lies in the very middle cannot be seen.
  const part = (value: number) => 0.1 + (0.9 * (value - scale.lowest)) / (scale.highest - scale.lowest)
  const ring = (points: { x: number; y: number }[], more: string) => `<polygon points="${points.map((one) => `${round(one.x)},${round(one.y)}`).join(' ')}" ${more}/>`
  const rings = [0.25, 0.5, 0.75, 1].map((share) => ring(axes.map((_, axis) => at(axis, 0.1 + 0.9 * share)), `fill="none" stroke="${palette.line}"`))
  const spokes = axes.map((_, axis) => `<line x1="${centre.x}" y1="${centre.y}" x2="${round(at(axis, 1).x)}" y2="${round(at(axis, 1).y)}" stroke="${palette.line}"/>`)
  const shape = (value: (axis: (typeof axes)[number]) => number, more: string) => ring(axes.map((axis, nth) => at(nth, part(value(axis)))), more)
  const dots = axes.flatMap((axis, nth) => {
    const [then, now] = [at(nth, part(axis.then)), at(nth, part(axis.now))]
    return [`<rect x="${round(then.x - 3.5)}" y="${round(then.y - 3.5)}" width="7" height="7" fill="${palette.surface}" stroke="${palette.then}" stroke-width="2"/>`, `<circle cx="${round(now.x)}" cy="${round(now.y)}" r="4" fill="${palette.now}"/>`]
  })
  const names = axes.map((axis, nth) => {
    const end = at(nth, 1)
    const anchor = Math.abs(end.x - centre.x) < 10 ? 'middle' : end.x > centre.x ? 'start' : 'end'
    const rows = [...wrapped(axis.name), `${minus(axis.then)} → ${minus(axis.now)}`]
    const [left, top] = [end.x + (anchor === 'start' ? 8 : anchor === 'end' ? -8 : 0), end.y < centre.y - 10 ? end.y - 8 - 14 * (rows.length - 1) : end.y > centre.y + radius * 0.9 ? end.y + 16 : end.y - 7 * (rows.length - 1) + 4]
    return rows.map((row, line) => `<text x="${round(left)}" y="${round(top + 14 * line)}" text-anchor="${anchor}" fill="${palette.ink}" font-size="12"${line === rows.length - 1 ? ' font-weight="600"' : ''}>${escaped(row)}</text>`).join('')
  })
  return svg(width, height, palette, [...rings, ...spokes, shape(({ then }) => then, `fill="none" stroke="${palette.then}" stroke-width="2" stroke-dasharray="6 4"`), shape(({ now }) => now, `fill="${palette.now}" fill-opacity="0.12" stroke="${palette.now}" stroke-width="2.5"`), ...dots, ...names])
}

/** Lines of about twelve letters: there is no more room beside a web on a phone. A longer word is cut, because the table has it whole. */
function wrapped(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const [last = '', short] = [lines.at(-1), word.length > 14 ? `${word.slice(0, 13)}…` : word]
    if (lines.length > 0 && last.length + 1 + short.length <= 13) lines[lines.length - 1] = `${last} ${short}`
    else lines.push(short)
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines
}

function svg(width: number, height: number, palette: Palette, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" focusable="false" aria-hidden="true" font-family="${palette.font}">${parts.join('')}</svg>`
}
