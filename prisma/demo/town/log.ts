import { type Day, partsOf } from '@/lib/platform/day'
import type { Random } from '../random'
import type { Calendar } from './calendar'
import type { Facts } from './facts'
import type { Fate } from './fate'
import { deck, spansOf, talkPlaces, teller, type Teller, type Told } from './tale'
import { spoken, type Voice } from './voice'
import { ABSENT, AFTERCARE, AGREED, NEXT, LEADS, NOONE_HOME, STEADY, TAKEN_OVER, TRIED, WORK, WROTE } from './words/small'
import type { Channel, Frame, Move, Piece } from './words/strand'

/** One line of the log, before it is a row. `place`: in the calendar; `clock`: minutes after midnight. */
export type Entry = {
  place: number; clock: number; outcome: 'reached' | 'tried' | 'work'; channel: Channel; minutes: number | null; notes: [topic: string, text: string][]; agreed: string | null; nextStep: string | null; nextOn: Day | null
  companion: boolean; interpreter: boolean; moves: Move[]
}
export type Course = { entries: Entry[]; goals: string[] }
export type Case = { frame: Frame; way: readonly Piece[]; fate: Fate; facts: Facts; voice: Voice; firstName: string }

const LENGTH: Partial<Record<Channel, readonly [number, number]>> = { phone: [4, 24], meeting: [30, 75], home: [40, 95], walk: [30, 70], video: [15, 40], none: [10, 45] }
/** Where one sees the other. */
const PRESENT = new Set<Channel>(['meeting', 'home', 'walk', 'video'])
const USUAL: readonly (readonly [Channel, number])[] = [['meeting', 42], ['phone', 34], ['walk', 9], ['home', 9], ['video', 6]]

/** The contact log of one case: what happens in it, told over its time as whoever has it writes. */
export function courseOf(draw: Random, calendar: Calendar, one: Case): Course {
  const tells = teller(draw, one.facts)
  const pen = penOf(draw, calendar, one, tells)
  const [span, again] = spansOf(calendar, one.fate)
  if (!span) return { entries: [], goals: [] }
  const wanted = Math.min(one.way.length, Math.max(1, Math.round(one.way.length * one.fate.share)))
  // Nobody was found any more: the last weeks before such an end hold no talk.
  const silent = one.fate.closed?.outcome === 'contact'
  const places = talkPlaces(draw, calendar, one.frame, one.fate.pace, [span.first + draw.between(1, 4), silent ? Math.max(span.first + 6, span.last - 58) : span.last], wanted)
  talks(draw, pen, one, places, wanted, span.first)
  if (silent) pen.silence(places.at(-1) ?? span.first, span.last)
  if (one.fate.takenOverOn) pen.write(calendar.from(one.fate.takenOverOn), 'phone', [['general', tells.small(draw.pick(TAKEN_OVER), null)]])
  if (one.fate.closed?.everyWeeks) pen.aftercare(calendar.from(one.fate.closed.on), one.fate.closed.until ?? one.fate.closed.on, one.fate.closed.everyWeeks)
  if (again) talks(draw, pen, { ...one, way: [] }, talkPlaces(draw, calendar, one.frame, one.fate.pace, [again.first + 1, again.last], 1), 0, again.first)
  return { entries: pen.entries.sort((a, b) => a.place - b.place || a.clock - b.clock), goals: tells.goals() }
}

function talks(draw: Random, pen: Pen, { way }: Pick<Case, 'way'>, places: readonly number[], wanted: number, since: number): void {
  const many = Math.min(wanted, places.length)
  let told = 0
  for (const [nth, place] of places.entries()) {
    const due = Math.floor(((nth + 1) * many) / places.length)
    const piece = told < due ? way[told++] : undefined
    pen.between(places[nth - 1] ?? since, place)
    pen.talk(place, places[nth + 1] ?? null, piece)
  }
}

type Pen = ReturnType<typeof penOf>

function penOf(draw: Random, calendar: Calendar, { facts, voice, firstName, fate }: Case, tells: Teller) {
  const entries: Entry[] = []
  let working = false
  // Nobody asks after a workplace that has not been found yet.
  const said = (text: () => string, next: Day | null) => {
    for (let left = 5; left > 0; left--) {
      const one = text()
      if (working || !/\{(sted|chef|makker)\}|arbejde/i.test(one)) return tells.small(one, next)
    }
    return tells.small('Kort opfølgning.', next)
  }
  const leads = Object.fromEntries(Object.entries(LEADS).map(([channel, list]) => [channel, deck(draw, list ?? [])]))
  const [steady, absent, work, wrote, agreedTo, nexts, cared] = [deck(draw, STEADY), deck(draw, ABSENT), deck(draw, WORK), deck(draw, WROTE), deck(draw, AGREED), deck(draw, NEXT), deck(draw, AFTERCARE)]
  const tried = { phone: deck(draw, TRIED.phone), sms: deck(draw, TRIED.sms), letter: deck(draw, TRIED.letter), email: deck(draw, TRIED.email) }
  const day = (place: number) => calendar.days[Math.min(place, calendar.days.length - 1)]!
  const clockOf = (channel: Channel) => (channel === 'meeting' || channel === 'home' || channel === 'walk' || channel === 'video' ? draw.between(33, 59) * 15 : draw.between(490, 945))
  const saying = (text: string, place: number, present = false) => tells.small(spoken(draw, voice, text, firstName, partsOf(day(place)).month - 1, present), null)
  const write = (place: number, channel: Channel, notes: [string, string][], more: Partial<Entry> = {}) => {
    const [least, most] = LENGTH[channel] ?? [0, 0]
    const outcome = channel === 'none' ? 'work' : 'reached'
    entries.push({ place, clock: clockOf(channel), outcome, channel, minutes: most > 0 && draw.chance(0.7) ? Math.ceil(draw.between(least, most) / 5) * 5 : null, notes, agreed: null, nextStep: null, nextOn: null, companion: outcome === 'reached' && draw.chance(0.05), interpreter: false, moves: [], ...more })
  }
  const attempt = (place: number, channel: 'phone' | 'sms' | 'letter' | 'email', next: number | null) => write(place, channel, draw.chance(channel === 'phone' ? 0.45 : 0.85) ? [['general', saying(said(tried[channel], next === null ? null : day(next)), place)]] : [], { outcome: 'tried', minutes: null, companion: false })
  const promise = (told: readonly Told[], place: number, next: number | null, outcome: 'reached' | 'work') => {
    // The last talk before a case was closed or rested has no next one.
    const on = next ?? (fate.closed && !fate.reopenedOn ? null : fate.hold ? null : Math.max(calendar.today - 3, place) + draw.between(1, 12))
    const step = told.find((one) => one.next)?.next ?? (on !== null && outcome === 'reached' && draw.chance(voice === 'short' ? 0.3 : 0.55) ? said(nexts, null) : null)
    const agreed = told.find((one) => one.agreed)?.agreed ?? (on !== null && outcome === 'reached' && draw.chance(0.4) ? said(agreedTo, day(on)) : null)
    return { agreed, ...(step && on !== null ? { nextStep: step, nextOn: day(on) } : {}) }
  }
  return {
    entries, write,
    talk(place: number, next: number | null, piece: Piece | undefined) {
      const when = next === null ? null : day(next)
      const told = [...(piece ? [tells.main(piece, when)] : []), ...(!piece || (piece.channel !== 'none' && draw.chance(0.28)) ? [tells.side(when, piece !== undefined)] : [])].filter((one) => one !== null)
      const channel = told[0]?.piece.channel ?? draw.weighted(USUAL)
      const present = PRESENT.has(channel)
      const notes = new Map<string, string>()
      for (const { piece: { topic }, text } of told) notes.set(topic, [notes.get(topic), notes.has(topic) ? text : saying(text, place, present)].filter(Boolean).join(' '))
      if (told.length === 0) notes.set('general', saying(said(steady, when), place, present))
      const [topic, first] = [...notes][0] ?? []
      if (topic && told[0]?.piece.channel !== channel && leads[channel] && draw.chance(voice === 'short' ? 0.15 : 0.4)) notes.set(topic, `${tells.small(leads[channel](), when)} ${first}`)
      if (piece?.moves.length === 0 && piece.topic === 'work') working = true
      const interpreter = told.some((one) => one.piece.interpreter) || (facts.has.has('abroad') && channel !== 'none' && channel !== 'sms' && draw.chance(0.12))
      write(place, channel, [...notes], { ...promise(told, place, next, channel === 'none' ? 'work' : 'reached'), interpreter, moves: piece?.moves ?? [] })
    },
    /** What happens between two talks: a call nobody takes, somebody who does not come, a line from the other side, work done. */
    between(before: number, place: number) {
      const room = place - before - 1
      if (room < 2) return
      const back = (most: number) => place - draw.between(1, Math.min(most, room))
      if (draw.chance(0.15)) {
        const first = back(6)
        attempt(first, draw.weighted([['phone', 7], ['sms', 3], ['email', 1]] as const), place)
        if (draw.chance(0.35) && place - first > 1) attempt(first + 1, draw.pick(['sms', 'phone'] as const), place)
      }
      if (draw.chance(0.05)) {
        const home = draw.chance(0.25)
        const at = back(8)
        write(at, home ? 'home' : 'meeting', [['general', saying(home && draw.chance(0.5) ? NOONE_HOME : said(absent, day(place)), at)]], { outcome: 'tried', minutes: null, companion: false })
      }
      if (draw.chance(0.09)) { const [channel, text] = wrote(); write(back(9), channel, [['general', said(() => (working || !text.includes('arbejde') ? text : 'Skrev og spurgte til næste tid.'), day(place))]], { companion: false }) }
      if (draw.chance(0.08)) { const at = back(9); write(at, 'none', [['general', saying(said(work, null), at)]]) }
    },
    silence(from: number, until: number) {
      const ways = ['phone', 'sms', 'phone', 'letter', 'phone', 'phone'] as const
      const step = Math.max(1, Math.floor((until - from - 2) / (ways.length + 1)))
      ways.forEach((channel, nth) => { if (from + (nth + 1) * step < until) attempt(from + (nth + 1) * step, channel, null) })
    },
    aftercare(from: number, until: Day, everyWeeks: number) {
      for (let at = from + everyWeeks * 5 + draw.between(-2, 2); at <= calendar.today && day(at) <= until; at += everyWeeks * 5 + draw.between(-2, 3)) {
        if (draw.chance(0.8)) write(at, 'phone', [['general', saying(said(cared, null), at)]])
        else attempt(at, 'phone', null)
      }
    },
  }
}
