import type { ExplanationStep } from '@/lib/deadlines/rules'
import type { OutreachFacts, OutreachRules, Wish } from '@/lib/outreach/due/facts'
import type { Attempt as LadderAttempt } from '@/lib/outreach/persistence/rules'
import { type Day, toDay } from '@/lib/platform/day'
import type { OutreachTaskKind, ReplyKind, WishKind } from '../../generated/enums'
import { OUTREACH_RULES } from '../../reference/outreach-rules'
import type { DemoVeteran } from '../people'
import type { Random } from '../random'

export type DemoLetter = {
  id: string
  runId: string | null
  template: 'first-letter' | 'yearly-letter'
  channel: 'DIGITAL_POST' | 'PAPER' | 'BY_HAND'
  sentOn: Day
  returnedOn: Day | null
  returnReason: string | null
}
export type DemoReply = {
  id: string
  letterId: string
  kind: ReplyKind
  receivedOn: Day
  handledOn: Day | null
  laterMonth: Day | null
  phone: string | null
  message: string | null
  talkId: string | null
}
export type DemoWish = { id: string; kind: WishKind; givenOn: Day; untilMonth: Day | null; source: 'reply' | 'coordinator'; replyId: string | null; endedOn: Day | null; endReason: string | null }
export type DemoAttempt = LadderAttempt & { note: string | null; taskId: string | null }
export type DemoTask = {
  id: string
  kind: OutreachTaskKind
  createdOn: Day
  dueOn: Day
  explanation: ExplanationStep[]
  letterId: string | null
  replyId: string | null
  doneOn: Day | null
  outcome: string | null
}
export type DemoTalk = { id: string; staff: 'coordinator' | 'colleague'; bookedOn: Day; on: Day; time: string; outcome: 'held' | 'no-show' | 'cancelled' | 'booked' }

/** What happened between one veteran and the municipality. Events may lie ahead of the day the simulation has reached; facts ignore those. */
export type Life = {
  who: DemoVeteran
  letters: DemoLetter[]
  replies: DemoReply[]
  wishes: DemoWish[]
  attempts: DemoAttempt[]
  tasks: DemoTask[]
  talks: DemoTalk[]
}

/** What the generators of events share: today, chance, the deadlines, and the first and last day of the history. */
export type World = { today: Day; draw: Random; rules: OutreachRules; lives: Life[]; takenSlots: Set<string> }

export const demoRules: OutreachRules = {
  rules: OUTREACH_RULES.map((rule) => ({ ...rule, id: rule.code, validFrom: toDay(rule.validFrom) })),
  closingDays: [],
  dueSoonDays: 60,
}

/** The facts as they were known in the evening of `day`: the same the product reads from its tables. */
export function factsOn(life: Life, day: Day): OutreachFacts {
  const { who } = life
  const sent = life.letters.filter((letter) => letter.sentOn <= day)
  const stands = sent.filter((letter) => !letter.returnedOn || letter.returnedOn > day)
  const replies = life.replies.filter((reply) => reply.receivedOn <= day)
  const past = (one: Day | null) => (one !== null && one <= day ? one : null)
  const contacts = life.attempts.filter((attempt) => attempt.outcome === 'REACHED' && attempt.happenedOn <= day).map((attempt) => attempt.happenedOn)
  const held = life.talks.filter((talk) => talk.outcome === 'held' && talk.on <= day).map((talk) => talk.on)
  return {
    registeredOn: who.registeredOn,
    movedInOn: past(who.movedInOn),
    movedAwayOn: past(who.movedAwayOn),
    diedOn: past(who.diedOn),
    lastLetterSentOn: newest(stands.map((letter) => letter.sentOn)),
    wish: wishOn(life, day),
    protection: who.protection,
    hasAddress: who.homes.some((home) => (home.fromDay === null || home.fromDay <= day) && (home.toDay === null || home.toDay > day)),
    digitalPost: who.digitalPost,
    vulnerable: who.vulnerable,
    lastReplyOn: newest(replies.map((reply) => reply.receivedOn)),
    lastContactOn: newest([...contacts, ...held]),
    returnedOn: unresolvedReturn(life, day),
    wantsTalk: replies.some((reply) => (reply.kind === 'TALK' || reply.kind === 'CALL') && (reply.handledOn === null || reply.handledOn > day)),
  }
}

export function attemptsOn(life: Life, day: Day): LadderAttempt[] {
  return life.attempts.filter((attempt) => attempt.happenedOn <= day)
}

/** The day they died or left, if they have. */
export function goneOn(life: Life): Day | null {
  return life.who.diedOn ?? life.who.movedAwayOn
}

export function newest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last && last >= day ? last : day), null)
}

function wishOn(life: Life, day: Day): Wish | null {
  const open = life.wishes.filter((wish) => wish.givenOn <= day && (wish.endedOn === null || wish.endedOn > day))
  const wish = open.reduce<DemoWish | null>((last, one) => (last && last.givenOn >= one.givenOn ? last : one), null)
  if (!wish) return null
  if (wish.kind === 'LATER') return { kind: 'LATER', givenOn: wish.givenOn, untilMonth: wish.untilMonth ?? wish.givenOn }
  if (wish.kind === 'NOT_THIS_YEAR') return { kind: 'NOT_THIS_YEAR', givenOn: wish.givenOn }
  const kept = life.tasks.filter((task) => task.kind === 'RECONSIDER' && task.outcome === 'KEPT' && task.doneOn !== null && task.doneOn <= day)
  return { kind: 'NEVER', givenOn: wish.givenOn, reconsideredOn: newest(kept.map((task) => task.doneOn!)) }
}

function unresolvedReturn(life: Life, day: Day): Day | null {
  const back = life.letters.filter((letter) => letter.returnedOn !== null && letter.returnedOn <= day).sort((a, b) => (a.sentOn < b.sentOn ? -1 : 1)).at(-1)
  if (!back?.returnedOn) return null
  const newer = life.letters.some((letter) => letter.sentOn > back.sentOn && letter.sentOn <= day && !letter.returnedOn)
  const found = life.tasks.some((task) => task.kind === 'ADDRESS' && task.outcome === 'FOUND' && task.doneOn !== null && task.doneOn >= back.returnedOn! && task.doneOn <= day)
  // The register may tell the new address before the coordinator has found it.
  const told = life.who.homes.some((home) => home.fromDay !== null && home.fromDay > back.sentOn && home.fromDay <= day && (home.toDay === null || home.toDay > day))
  return newer || found || told ? null : back.returnedOn
}
