import { outreachDeadline } from '@/lib/outreach/due/facts'
import { computeDeadline, ruleFor } from '@/lib/deadlines/rules'
import { addDays, addMonths, type Day, firstOfMonth } from '@/lib/platform/day'
import type { ReplyKind } from '../../generated/enums'
import { placeIn } from '../places'
import { type DemoLetter, type DemoReply, goneOn, type Life, type World } from './life'
import { workingDay } from './calendar'
import { bookTalk } from './talks'

const KINDS: ReadonlyArray<readonly [ReplyKind, number]> = [['TALK', 33], ['CALL', 22], ['NOT_THIS_YEAR', 22], ['LATER', 11], ['NEVER', 3], ['MOVED', 4]]
const MESSAGES: Partial<Record<ReplyKind, string[]>> = {
  TALK: ['Jeg tager min kone med.', 'Vil gerne tale om arbejde.', 'Må det være ude? Jeg går gerne en tur.', 'Jeg vil gerne høre om at læse videre.'],
  CALL: ['Ring helst efter kl. 15.', 'Jeg er på arbejde om formiddagen.', 'Det er om min søn.'],
  NOT_THIS_YEAR: ['Tak, men det går godt.', 'Alt er fint her. Tak fordi I skriver.'],
  LATER: ['Vi venter barn. Skriv igen til foråret.', 'Jeg er sendt ud igen og er hjemme til sommer.'],
  NEVER: ['Jeg er færdig med det kapitel.'],
}

/** Whether and how the person answers a letter, and what follows from it. Silence is the most common answer. */
export function maybeReply(world: World, life: Life, letter: DemoLetter): void {
  const { draw } = world
  if (!draw.chance(life.who.vulnerable ? 0.24 : 0.38)) return
  const delay = 1 + Math.floor(draw.next() ** 2 * 34)
  reply(world, life, letter, draw.weighted(KINDS), addDays(letter.sentOn, delay))
}

/** Not answered when it would have come after the person had left, or lies ahead of today. */
export function reply(world: World, life: Life, letter: DemoLetter, kind: ReplyKind, on: Day, handled = true): void {
  const { draw, today } = world
  const gone = goneOn(life)
  if (on > today || (gone && on >= gone)) return
  const one: DemoReply = {
    id: draw.uuid(), letterId: letter.id, kind, receivedOn: on, handledOn: handled ? on : null, laterMonth: null,
    phone: kind === 'CALL' ? (life.who.phones[0]?.value ?? '+4528001234') : null, message: draw.chance(0.3) ? draw.pick(MESSAGES[kind] ?? ['']) || null : null, talkId: null,
  }
  life.replies.push(one)
  FOLLOWS[kind](world, life, one, on, letter)
}

type Follow = (world: World, life: Life, one: DemoReply, on: Day, letter: DemoLetter) => void

const wish = (kind: 'LATER' | 'NOT_THIS_YEAR' | 'NEVER'): Follow => (world, life, one, on) => {
  const untilMonth = kind === 'LATER' ? firstOfMonth(addMonths(on, world.draw.between(2, 7))) : null
  one.laterMonth = untilMonth
  life.wishes.push({ id: world.draw.uuid(), kind, givenOn: on, untilMonth, source: 'reply', replyId: one.id, endedOn: null, endReason: null })
}

const FOLLOWS: Record<ReplyKind, Follow> = {
  TALK: (world, life, one, on, letter) => {
    if (one.handledOn === null) return void callBack(world, life, one, on, letter)
    one.talkId = bookTalk(world, life, on, addDays(on, world.draw.between(3, 18))).id
  },
  CALL: callBack,
  NOT_THIS_YEAR: wish('NOT_THIS_YEAR'),
  LATER: wish('LATER'),
  NEVER: wish('NEVER'),
  MOVED: (world, life, one, on, letter) => {
    const deadline = outreachDeadline(world.rules, 'returned-address', on)
    const foundOn = one.handledOn ? addDays(on, world.draw.between(1, 4)) : null
    const done = foundOn !== null && foundOn <= world.today
    one.handledOn = done ? foundOn : null
    life.tasks.push({ id: world.draw.uuid(), kind: 'ADDRESS', createdOn: on, dueOn: deadline.due, explanation: deadline.explanation, letterId: letter.id, replyId: one.id, doneOn: done ? foundOn : null, outcome: done ? 'FOUND' : null })
    if (done) moveHome(world, life, addDays(on, -world.draw.between(5, 20)))
  },
}

/** Somebody asked to be rung up: a task of two working days, and the call. */
function callBack(world: World, life: Life, one: DemoReply, on: Day, letter: DemoLetter): void {
  const rule = ruleFor(world.rules.rules, 'reply-call', on)
  if (!rule) throw new RangeError('No rule for calling back')
  const deadline = computeDeadline(rule, on, world.rules.closingDays)
  const calledOn = workingDay(addDays(on, world.draw.between(1, 3)))
  const open = one.handledOn === null || calledOn > world.today
  const task = { id: world.draw.uuid(), kind: 'CALL_BACK' as const, createdOn: on, dueOn: deadline.due, explanation: deadline.explanation, letterId: letter.id, replyId: one.id }
  life.tasks.push({ ...task, doneOn: open ? null : calledOn, outcome: open ? null : 'REACHED' })
  one.handledOn = open ? null : calledOn
  if (!open) life.attempts.push({ channel: 'PHONE', outcome: 'REACHED', happenedOn: calledOn, note: world.draw.pick(CALLED), taskId: task.id })
}

const CALLED = ['God samtale. Han har fået arbejde og vil høre om CV-hjælp.', 'Vil tænke over et møde. Ringer selv.', 'Talte om sønnens skole. Familierådgivningen er nævnt.', 'Vil gerne med på næste tur.', 'Det går godt. Ville bare hilse på.']

/** A new home within the municipality from that day; the old one is kept with its end. */
export function moveHome(world: World, life: Life, on: Day): void {
  const last = life.who.homes.at(-1)
  if (last && (last.toDay !== null || (last.fromDay !== null && last.fromDay >= on))) return
  if (last) last.toDay = on
  life.who.homes.push({ ...placeIn(world.draw), fromDay: on, toDay: null })
}
