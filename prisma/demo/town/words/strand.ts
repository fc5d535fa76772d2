import { type CaseKind } from '@/lib/casework/cases/rules'
import type { MoveKind } from '@/lib/casework/methods/rules'

/** What somebody must have for a strand to be told of them. */
export type Need = 'kids' | 'partner' | 'abroad' | 'young' | 'drinks'
export type Strand = { key: string; needs: Need | null; goal: string; lines: readonly string[] }
export type Trade = { key: string; about: readonly string[]; dream: string; goal: string; places: readonly string[]; tasks: readonly string[]; lines: readonly string[] }
/** `pace`: days between two talks in the first months, at least and at most. `weight`: so many cases in a hundred. */
export type Frame = { method: string; kind: CaseKind; weight: number; about: readonly string[]; pace: readonly [number, number]; lines: readonly string[] }

export type Channel = 'phone' | 'meeting' | 'home' | 'walk' | 'video' | 'sms' | 'email' | 'letter' | 'none'
export type Move = { kind: MoveKind; step: string | null; item: string | null }
/** One piece of a story, as it was told at one talk. `channel` null: as the caseworker usually does it. */
export type Piece = { topic: string; channel: Channel | null; interpreter: boolean; moves: Move[]; said: string[]; agreed: string[]; next: string | null }

const TOPICS = new Set(['general', 'work', 'health', 'family', 'home', 'money', 'everyday'])
const HEAD = /^(?<topic>[a-z]+)(?:@(?<channel>[a-z]+))?(?<moves>(?: [a-z]+:[a-zæøå.-]*)*)$/

/** "topic@channel kind:step.item :: one way || another => agreed || or this -> next step". A line that cannot be read throws: a test reads them all. */
export function read(line: string): Piece {
  const [head = '', body = ''] = line.split(' :: ')
  const found = HEAD.exec(head)?.groups
  if (!found || !body || !TOPICS.has(found.topic ?? '')) throw new Error(`No story can be read here: ${line}`)
  const [told = '', next = null] = body.split(' -> ')
  const [said = '', agreed = ''] = told.split(' => ')
  const interpreter = found.channel === 'interpreter'
  return { topic: found.topic ?? '', channel: interpreter ? 'meeting' : ((found.channel ?? null) as Channel | null), interpreter, moves: (found.moves ?? '').split(' ').filter(Boolean).map(moveOf), said: ways(said), agreed: ways(agreed), next }
}

const ways = (text: string) => text.split(' || ').map((way) => way.trim()).filter(Boolean)

function moveOf(text: string): Move {
  const [kind = '', what = ''] = text.split(':')
  const [step, item] = what.split('.')
  return { kind: kind as MoveKind, step: step || null, item: item ?? null }
}

/** The way through a method with the way to work laid into it. */
export function wayOf(frame: Frame, trade: Trade): Piece[] {
  let at = 0
  return frame.lines.flatMap((line) => {
    const many = /^>>(\d)$/.exec(line)?.[1]
    return many ? trade.lines.slice(at, (at += Number(many))).map(read) : [read(line)]
  })
}
