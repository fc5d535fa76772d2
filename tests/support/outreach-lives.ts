import type { OutreachFacts } from '@/lib/outreach/due/facts'
import type { Attempt } from '@/lib/outreach/persistence/rules'
import { compareDay, type Day } from '@/lib/platform/day'
import type { Life } from './outreach-population'

const latest = (days: readonly Day[]): Day | null => [...days].sort(compareDay).at(-1) ?? null

/** The facts a life comes to, worked out by hand from its events: what outreach_fact must say. */
export function factsOfLife(life: Life): { facts: OutreachFacts; attempts: Attempt[] } {
  const attempts = life.attempts.filter((attempt) => !attempt.withdrawn)
  const arrived = latest(life.letters.filter((letter) => !letter.returnedOn).map((letter) => letter.sentOn))
  const back = life.letters.filter((letter) => letter.returnedOn)
  const lastBack = latest(back.map((letter) => letter.sentOn))
  const returned = lastBack !== null && (arrived === null || lastBack > arrived)
  const wish = life.wishes.filter((entry) => entry.endedOn === null).sort((a, b) => compareDay(b.wish.givenOn, a.wish.givenOn))[0]?.wish ?? null
  // A coordinator's yes to "keep never" counts for the person, whichever wish it was said about.
  const reconsideredOn = latest(life.wishes.flatMap((entry) => (entry.wish.kind === 'NEVER' && entry.wish.reconsideredOn ? [entry.wish.reconsideredOn] : [])))
  const facts: OutreachFacts = {
    registeredOn: life.registeredOn, movedInOn: life.movedInOn, movedAwayOn: life.movedAwayOn, diedOn: life.diedOn,
    lastLetterSentOn: arrived,
    wish: wish?.kind === 'NEVER' ? { ...wish, reconsideredOn } : wish,
    protection: life.protection, hasAddress: life.hasAddress, digitalPost: life.digitalPost, vulnerable: life.vulnerable,
    lastReplyOn: latest(life.replies.map((reply) => reply.on)),
    lastContactOn: latest(attempts.filter((attempt) => attempt.outcome === 'REACHED').map((attempt) => attempt.happenedOn)),
    returnedOn: returned ? latest(back.map((letter) => letter.returnedOn as Day)) : null,
    wantsTalk: life.replies.some((reply) => !reply.handled && (reply.kind === 'TALK' || reply.kind === 'CALL')),
  }
  return { facts, attempts: attempts.map(({ channel, outcome, happenedOn }) => ({ channel, outcome, happenedOn })) }
}
