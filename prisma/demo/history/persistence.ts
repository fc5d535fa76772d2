import { dueOf } from '@/lib/outreach/due/rules'
import { nextStep } from '@/lib/outreach/persistence/rules'
import { addDays, type Day } from '@/lib/platform/day'
import type { AttemptChannel } from '../../generated/enums'
import { workingDay } from './calendar'
import { attemptsOn, factsOn, goneOn, type Life, type World } from './life'

const REACHED = { PHONE: 0.45, OTHER_CHANNEL: 0.35, HOME_VISIT: 0.7 }
const NOTES = {
  REACHED: ['Talte sammen et kvarter. Vil gerne ringes op igen om en måned.', 'Kort snak. Det er svært lige nu, men han vil gerne høre fra os.', 'Fik en god kop kaffe. Vil prøve Veterancaféen.', 'Partneren tog telefonen og gav den videre.'],
  NOT_REACHED: ['Lagde besked.', 'Ingen svarer.', 'Telefonen er slukket.', 'Der var ikke nogen hjemme. Lagde et kort.', null],
}

/** The vulnerable who do not answer: each step the rules ask for becomes a task, taken within the week or still open today. */
export function persist(world: World, life: Life, on: Day): void {
  if (!life.who.vulnerable || life.who.protection === 'P2' || openStep(life)) return
  const step = nextStep(factsOn(life, on), attemptsOn(life, on), world.rules, on)
  const gone = goneOn(life)
  if (!step.kind || step.deadline.due > on || (gone && on >= gone)) return
  const { draw } = world
  const takenOn = workingDay(addDays(on, draw.between(0, 6)))
  // The last weeks were busy: what came up then is what the coordinator finds today.
  const open = takenOn > addDays(world.today, -9)
  const outcome = draw.chance(REACHED[step.kind]) ? 'REACHED' : 'NOT_REACHED'
  const task = { id: draw.uuid(), kind: step.kind, createdOn: step.deadline.due, dueOn: step.deadline.due, explanation: step.deadline.explanation, letterId: life.letters.at(-1)?.id ?? null, replyId: null }
  life.tasks.push({ ...task, doneOn: open ? null : takenOn, outcome: open ? null : outcome })
  if (open) return
  const channel: AttemptChannel = step.kind === 'OTHER_CHANNEL' ? draw.pick(['SMS', 'EMAIL', 'SMS']) : step.kind
  life.attempts.push({ channel, outcome, happenedOn: takenOn, note: draw.pick(NOTES[outcome]), taskId: task.id })
}

/** Once a year the coordinator thinks again about those who never want a letter; nearly always the wish stands. */
export function reconsider(world: World, life: Life, on: Day): void {
  if (!life.wishes.some((wish) => wish.kind === 'NEVER') || life.tasks.some((task) => task.kind === 'RECONSIDER' && task.doneOn === null)) return
  const due = dueOf(factsOn(life, on), world.rules, on)
  if (due.state !== 'never' || due.deadline.due > on) return
  const doneOn = addDays(on, world.draw.between(1, 6))
  const done = doneOn <= world.today && due.deadline.due < addDays(world.today, -20)
  life.tasks.push({
    id: world.draw.uuid(), kind: 'RECONSIDER', createdOn: due.deadline.due, dueOn: due.deadline.due, explanation: due.deadline.explanation, letterId: null, replyId: null,
    doneOn: done ? doneOn : null, outcome: done ? 'KEPT' : null,
  })
}

function openStep(life: Life): boolean {
  return life.tasks.some((task) => (task.kind === 'PHONE' || task.kind === 'OTHER_CHANNEL' || task.kind === 'HOME_VISIT') && task.doneOn === null)
}
