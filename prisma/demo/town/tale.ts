import type { Day } from '@/lib/platform/day'
import type { Random } from '../random'
import type { Calendar } from './calendar'
import { type Facts, fill } from './facts'
import { isQuiet } from './calendar'
import type { Fate } from './fate'
import { SIDES } from './words/sides'
import { type Frame, type Piece, read } from './words/strand'

/** Working days in a month, near enough. */
const MONTH = 21

/** Places in the calendar of the talks of a case, close in the beginning and wider later; at least `least` of them where the time allows it. */
export function talkPlaces(draw: Random, calendar: Calendar, frame: Frame, pace: number, [first, last]: readonly [number, number], least: number): number[] {
  const places: number[] = []
  for (let at = first; at <= last;) {
    if (!isQuiet(calendar.days[at]!) || draw.chance(0.15)) places.push(at)
    const months = (at - first) / MONTH
    const stretch = months < 3 ? 1 : months < 8 ? 1.7 : 2.4
    at += Math.max(1, Math.round((draw.between(frame.pace[0], frame.pace[1]) * pace * stretch * 5) / 7))
  }
  return places.length >= least || pace < 0.12 ? places : talkPlaces(draw, calendar, frame, pace * Math.max(0.5, places.length / (least + 1)), [first, last], least)
}

/** Draws from a list, and none of it again before all of it has been drawn. */
export function deck<T>(draw: Random, list: readonly T[]): () => T {
  let left: T[] = []
  let last: T | undefined
  return () => {
    if (left.length === 0) left = draw.shuffled(list)
    if (left.length > 1 && left.at(-1) === last) left.unshift(left.pop()!)
    return (last = left.pop()!)
  }
}

const PARSED = SIDES.map((strand) => ({ ...strand, pieces: strand.lines.map(read) }))

export type Told = { piece: Piece; /** The words as they were said, filled in. */ text: string; agreed: string | null; next: string | null }
export type Teller = { main: (piece: Piece, next: Day | null) => Told; /** The next of what happens beside; null when nothing is left to tell. `plain`: only what fits beside another piece. */ side: (next: Day | null, plain: boolean) => Told | null; small: (text: string, next: Day | null) => string; goals: () => string[] }

/** What is told of one citizen: two of the strands of their life at a time, each in order. What has changed is so in everything told later. */
export function teller(draw: Random, facts: Facts): Teller {
  const now: Facts = { ...facts, words: { ...facts.words } }
  // Who does not know Danish yet is met with that first.
  const open = draw.shuffled(PARSED.filter(({ needs }) => needs === null || facts.has.has(needs))).sort((a, b) => Number(b.key === 'dansk') - Number(a.key === 'dansk')).map((strand) => ({ ...strand, at: 0 }))
  const goals = open.slice(0, 2).map(({ goal }) => goal)
  const tell = (piece: Piece, whose: Facts, next: Day | null): Told => {
    const said = draw.pick(piece.said)
    if (said.startsWith('{Mor} døde')) now.words.mor = 'søsteren'
    return { piece, text: fill(said, whose, next), agreed: piece.agreed.length > 0 ? fill(draw.pick(piece.agreed), whose, next) : null, next: piece.next && fill(piece.next, whose, next) }
  }
  return {
    main: (piece, next) => tell(piece, now, next),
    side(next, plain) {
      const strand = open[open.length > 1 && draw.chance(0.4) ? 1 : 0]
      const piece = strand?.pieces[strand.at]
      if (!strand || !piece || (plain && piece.channel !== null)) return null
      strand.at++
      const parting = strand.key === 'skilsmisse'
      if (parting) now.words.kone = 'søsteren'
      if (strand.at >= strand.pieces.length) open.splice(open.indexOf(strand), 1)
      return tell(piece, parting ? facts : now, next)
    },
    small: (text, next) => fill(text, now, next),
    goals: () => goals.map((goal) => fill(goal, facts, null)),
  }
}

export type Span = { first: number; last: number }
/** When somebody worked with the case: from its first day to the day it rested, was closed, or until today; and again since it was taken up anew. */
export function spansOf(calendar: Calendar, fate: Fate): Span[] {
  const place = (day: Day) => calendar.from(day)
  const first = place(fate.openedOn)
  if (fate.hold) return [{ first, last: place(fate.hold.on) }]
  if (!fate.closed) return [{ first, last: calendar.today }]
  const whole = { first, last: place(fate.closed.on) }
  return fate.reopenedOn ? [whole, { first: place(fate.reopenedOn), last: calendar.today }] : [whole]
}
