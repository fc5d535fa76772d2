import { lateness, type Lateness } from '@/lib/deadlines/lateness'
import type { ExplanationStep } from '@/lib/deadlines/rules'
import { type Day, toDay } from '@/lib/platform/day'
import { type Attempt, type LadderKind, nextStep } from '../../persistence/rules'
import type { OutreachRules, Protection, Wish } from '../facts'
import { factsOf, type FactsRow } from '../facts-row'
import { dueOf } from '../rules'

export type OpenTask = { id: string; kind: TaskKind; dueOn: Day; postponed: boolean }
export type TaskKind = LadderKind | 'ADDRESS' | 'CALL_BACK' | 'RECONSIDER' | 'BY_HAND'
export type WaitingReply = { id: string; kind: 'TALK' | 'CALL' | 'LATER' | 'NOT_THIS_YEAR' | 'NEVER' | 'MOVED'; receivedOn: Day; phone: string | null; message: string | null; /** A time is chosen. */ booked: boolean }

/** One line of the list, ready to show. `due` is null for people nothing is owed any more (uncertain letters keep them in view). */
export type ListRow = {
  personId: string
  name: string
  birthDate: Day | null
  /** Null under protection and where no address is known. */
  town: string | null
  protection: Protection
  vulnerable: boolean
  due: { kind: 'first' | 'yearly' | 'reconsider'; day: Day; earliest: Day | null; lateness: Lateness; why: ExplanationStep[] } | null
  step: { kind: LadderKind; day: Day; lateness: Lateness; attempts: number; why: ExplanationStep[] } | null
  lastLetterOn: Day | null
  lastContactOn: Day | null
  lastAttemptOn: Day | null
  returnedOn: Day | null
  wish: Wish | null
  channel: 'BY_HAND' | 'DIGITAL_POST' | 'PAPER' | 'NONE'
  tasks: OpenTask[]
  reply: WaitingReply | null
  uncertainLetterId: string | null
}

export type DueRow = FactsRow & {
  place: number
  open_task_list: { id: string; kind: TaskKind; due_on: string; postponed: boolean }[] | null
  reply: { id: string; kind: WaitingReply['kind']; received_on: string; phone: string | null; message: string | null; booked: boolean } | null
  uncertain: string | null
}

/** The dates of a row are computed once more by the rule itself: it explains them, and a row that disagreed with its queue would show. */
export function toListRow(row: DueRow, set: OutreachRules, today: Day): ListRow {
  const facts = factsOf(row)
  const due = dueOf(facts, set, today)
  const step = nextStep(facts, attemptsOf(row), set, today)
  return {
    personId: row.person_id,
    name: `${row.first_name} ${row.last_name}`,
    birthDate: row.birth_date ? toDay(row.birth_date) : null,
    town: row.protection === 'P0' ? row.town : null,
    protection: row.protection,
    vulnerable: row.vulnerable,
    due: due.state === 'ended' ? null : { kind: due.kind, day: due.deadline.due, earliest: due.deadline.earliest ?? null, lateness: due.lateness, why: due.deadline.explanation },
    step:
      step.kind === null
        ? null
        : { kind: step.kind, day: step.deadline.due, lateness: lateness(step.deadline.due, today, 0, null, set.closingDays), attempts: row.silence_attempts ?? 0, why: step.deadline.explanation },
    lastLetterOn: facts.lastLetterSentOn,
    lastContactOn: facts.lastContactOn,
    lastAttemptOn: row.last_attempt_on ? toDay(row.last_attempt_on) : null,
    returnedOn: facts.returnedOn,
    wish: facts.wish,
    channel: channelOf(row),
    tasks: (row.open_task_list ?? []).map((task) => ({ id: task.id, kind: task.kind, dueOn: toDay(task.due_on), postponed: task.postponed })),
    reply: row.reply && { id: row.reply.id, kind: row.reply.kind, receivedOn: toDay(row.reply.received_on), phone: row.reply.phone, message: row.reply.message, booked: row.reply.booked },
    uncertainLetterId: row.uncertain,
  }
}

/** The first attempt on each rung since the letter is all the ladder looks at. */
export function attemptsOf(row: FactsRow): Attempt[] {
  const rungs = [['PHONE', row.silence_phone_on], ['OTHER', row.silence_other_on], ['HOME_VISIT', row.silence_visit_on]] as const
  return rungs.flatMap(([channel, on]) => (on ? [{ channel, outcome: 'NOT_REACHED' as const, happenedOn: toDay(on) }] : []))
}

function channelOf(row: FactsRow): ListRow['channel'] {
  if (row.protection !== 'P0') return 'BY_HAND'
  if (row.digital_post === 'YES') return 'DIGITAL_POST'
  return row.has_address ? 'PAPER' : 'NONE'
}
