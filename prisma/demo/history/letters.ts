import type { Deadline } from '@/lib/deadlines/rules'
import { byHand, outreachDeadline } from '@/lib/outreach/due/facts'
import { addDays, type Day, latestDay } from '@/lib/platform/day'
import { type DemoLetter, factsOn, goneOn, type Life, type World } from './life'
import { maybeReply, moveHome } from './replies'

/** What becomes of a letter: left to chance, or decided because the demo needs the case on the day it is opened. */
export type Fate = 'drawn' | 'silence' | 'returned'

/** A letter leaves, by Digital Post where the person has it and a number to send it to, else on paper; protected people get theirs handed over. */
export function sendLetter(world: World, life: Life, sentOn: Day, runId: string | null, fate: Fate = 'drawn'): DemoLetter {
  const facts = factsOn(life, sentOn)
  const channel = byHand(facts) ? 'BY_HAND' : facts.digitalPost === 'YES' && life.who.cpr ? 'DIGITAL_POST' : 'PAPER'
  const letter: DemoLetter = {
    id: world.draw.uuid(), runId, channel, sentOn, returnedOn: null, returnReason: null,
    template: facts.lastLetterSentOn === null ? 'first-letter' : 'yearly-letter',
  }
  life.letters.push(letter)
  if (fate === 'returned' || (fate === 'drawn' && channel === 'PAPER' && world.draw.chance(0.07))) comeBack(world, life, letter, fate === 'drawn')
  if (!letter.returnedOn && fate === 'drawn') maybeReply(world, life, letter)
  return letter
}

/** Given in person: the task says by when, the letter says it was done. */
export function handOver(world: World, life: Life, deadline: Deadline, on: Day): void {
  const done = on <= world.today
  const letter = done ? sendLetter(world, life, on, null) : null
  life.tasks.push({
    id: world.draw.uuid(), kind: 'BY_HAND', createdOn: addDays(on, -5), dueOn: deadline.due, explanation: deadline.explanation, letterId: letter?.id ?? null, replyId: null,
    doneOn: done ? on : null, outcome: done ? 'DONE' : null,
  })
}

/** The post gives it back; mostly somebody finds the new address within three weeks, or the register tells it. */
function comeBack(world: World, life: Life, letter: DemoLetter, mayBeFound: boolean): void {
  const { draw, today } = world
  const on = addDays(letter.sentOn, draw.between(5, 12))
  const gone = goneOn(life)
  if (on > today || (gone && on >= gone)) return
  letter.returnedOn = on
  letter.returnReason = draw.pick(['MOVED', 'MOVED', 'UNKNOWN'])
  const deadline = outreachDeadline(world.rules, 'returned-address', on)
  const told = life.who.homes.find((home) => home.fromDay !== null && home.fromDay > letter.sentOn && home.fromDay <= today)?.fromDay
  const foundOn = told ? latestDay(told, on) : addDays(on, draw.between(1, 22))
  const found = foundOn <= today && (told !== undefined || (mayBeFound && (letter.sentOn < addDays(today, -90) || draw.chance(0.8))))
  life.tasks.push({
    id: draw.uuid(), kind: 'ADDRESS', createdOn: on, dueOn: deadline.due, explanation: deadline.explanation, letterId: letter.id, replyId: null,
    doneOn: found ? foundOn : null, outcome: found ? (told ? 'REGISTERED' : 'FOUND') : null,
  })
  if (found && !told) moveHome(world, life, foundOn)
}
