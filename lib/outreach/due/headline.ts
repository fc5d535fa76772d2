import { lateness, type Lateness } from '@/lib/deadlines/lateness'
import type { ExplanationStep } from '@/lib/deadlines/rules'
import type { Day } from '@/lib/platform/day'
import { type Ended, outreachDeadline, type OutreachRules } from './facts'
import type { ListRow } from './list/rows'

/** The one thing to do next for a person, and by when. The view makes a sentence of `code` and, where there is one, `detail`. */
export type Headline = {
  code: 'ended' | 'reply' | 'uncertain' | 'address' | 'missing-address' | 'ladder' | 'reconsider' | 'letter' | 'by-hand'
  /** Kind of reply, rung, letter or end. */
  detail: string | null
  day: Day | null
  lateness: Lateness | null
  why: ExplanationStep[]
}

/**
 * What waits for an answer goes first, then what stops letters from arriving, then persistence, then the letter itself: the person before
 * the paper. Something that is not due yet only leads when nothing is.
 */
export function headlineOf(row: ListRow, ended: Ended | null, set: OutreachRules, today: Day): Headline {
  if (ended) return { code: 'ended', detail: ended.reason, day: ended.on, lateness: null, why: [] }
  const at = (code: Headline['code'], detail: string | null, day: Day, why: ExplanationStep[]): Headline => ({ code, detail, day, lateness: lateness(day, today, 0, null, set.closingDays), why })
  if (row.reply) return answerReply(row.reply, at, set)
  if (row.uncertainLetterId) return { code: 'uncertain', detail: null, day: null, lateness: null, why: [] }
  if (row.returnedOn) {
    const deadline = outreachDeadline(set, 'returned-address', row.returnedOn)
    return at('address', null, deadline.due, deadline.explanation)
  }
  const step = row.step && !postponedBeyond(row, today) ? row.step : null
  if (step && step.day <= today) return at('ladder', step.kind, step.day, step.why)
  const due = row.due
  if (due?.kind === 'reconsider') return { code: 'reconsider', detail: null, day: due.day, lateness: due.lateness, why: due.why }
  if (due && row.channel === 'NONE') return { code: 'missing-address', detail: due.kind, day: due.day, lateness: due.lateness, why: due.why }
  if (step && (!due || step.day <= due.day)) return at('ladder', step.kind, step.day, step.why)
  if (due) return { code: row.channel === 'BY_HAND' ? 'by-hand' : 'letter', detail: due.kind, day: due.day, lateness: due.lateness, why: due.why }
  return { code: 'ended', detail: null, day: null, lateness: null, why: [] }
}

type At = (code: Headline['code'], detail: string | null, day: Day, why: ExplanationStep[]) => Headline

/** Who asks for a call, or for a talk without choosing a time, is called within the rule's days; a move is looked up. The rest is read. */
function answerReply(reply: NonNullable<ListRow['reply']>, at: At, set: OutreachRules): Headline {
  const rule = reply.kind === 'MOVED' ? 'returned-address' : reply.kind === 'CALL' || (reply.kind === 'TALK' && !reply.booked) ? 'reply-call' : null
  if (!rule) return { code: 'reply', detail: reply.kind, day: null, lateness: null, why: [] }
  const deadline = outreachDeadline(set, rule, reply.receivedOn)
  return at('reply', reply.kind, deadline.due, deadline.explanation)
}

function postponedBeyond(row: ListRow, today: Day): boolean {
  return row.tasks.some((task) => task.postponed && task.dueOn > today && (task.kind === 'PHONE' || task.kind === 'OTHER_CHANNEL' || task.kind === 'HOME_VISIT'))
}
