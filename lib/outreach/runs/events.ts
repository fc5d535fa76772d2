import type { Day } from '@/lib/platform/day'
import type { Protection, Wish } from '../due/facts'
import type { RunMember } from './groups'

/** Something that became known about a person while the run is open. `on` is the day it happened, not the day it was typed in. */
export type RunEvent =
  | { kind: 'LETTER_SENT'; on: Day }
  | { kind: 'LETTER_RETURNED'; on: Day }
  | { kind: 'REPLIED'; on: Day }
  | { kind: 'WISHED'; wish: Wish }
  | { kind: 'DIED'; on: Day }
  | { kind: 'MOVED_AWAY'; on: Day }
  | { kind: 'MOVED_IN'; on: Day }
  | { kind: 'PROTECTED'; level: Protection }
  | { kind: 'ADDRESS_FOUND'; on: Day }
  | { kind: 'EXCLUDED'; note: string }

/**
 * Adds what became known. Post, register files and replies arrive in any order, so each fact is merged in a way that does not depend on
 * the order: the first of two days for what happens once, the last for moves, the stronger protection, the newest wish. The group is
 * derived from the facts afterwards (placementOf) and never set by an event.
 */
export function applyEvent(member: RunMember, event: RunEvent): RunMember {
  const { facts, letter } = member
  switch (event.kind) {
    case 'LETTER_SENT':
      return { ...member, letter: { ...letter, sentOn: earlier(letter.sentOn, event.on) } }
    case 'LETTER_RETURNED':
      return { ...member, letter: { ...letter, returnedOn: earlier(letter.returnedOn, event.on) } }
    case 'REPLIED':
      return { ...member, facts: { ...facts, lastReplyOn: later(facts.lastReplyOn, event.on) } }
    case 'WISHED':
      return { ...member, facts: { ...facts, wish: newerWish(facts.wish, event.wish) } }
    case 'DIED':
      return { ...member, facts: { ...facts, diedOn: earlier(facts.diedOn, event.on) } }
    case 'MOVED_AWAY':
      return { ...member, facts: { ...facts, movedAwayOn: later(facts.movedAwayOn, event.on) } }
    case 'MOVED_IN':
      return { ...member, facts: { ...facts, movedInOn: later(facts.movedInOn, event.on) } }
    case 'PROTECTED':
      return { ...member, facts: { ...facts, protection: stronger(facts.protection, event.level) } }
    case 'ADDRESS_FOUND':
      return { ...member, facts: { ...facts, hasAddress: true, returnedOn: null } }
    case 'EXCLUDED':
      return { ...member, excluded: firstNote(member.excluded, event.note) }
  }
}

/** Of two wishes the newer; of two from the same day the one that keeps more letters away. */
export function newerWish(a: Wish | null, b: Wish): Wish {
  if (!a) return b
  if (a.givenOn !== b.givenOn) return a.givenOn > b.givenOn ? a : b
  if (STRENGTH[a.kind] !== STRENGTH[b.kind]) return STRENGTH[a.kind] > STRENGTH[b.kind] ? a : b
  if (a.kind === 'LATER' && b.kind === 'LATER') return a.untilMonth >= b.untilMonth ? a : b
  return a
}

const STRENGTH: Record<Wish['kind'], number> = { LATER: 1, NOT_THIS_YEAR: 2, NEVER: 3 }

function earlier(a: Day | null, b: Day): Day {
  return a !== null && a < b ? a : b
}

function later(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b
}

function stronger(a: Protection, b: Protection): Protection {
  return a > b ? a : b
}

/** Two people may take the same person out; which note stands must not depend on whose was saved first. */
function firstNote(a: { note: string } | null, note: string): { note: string } {
  return a !== null && a.note < note ? a : { note }
}
