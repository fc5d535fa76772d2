import 'server-only'
import type { Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { LIST_QUEUES, type ListQueue } from './queues'
import type { ListSort, ListState } from './schema'

/** Who stands in a queue: a condition on a row `d` of dueSql. The count and the list are made of the same text. */
export function queueSql(queue: ListQueue, today: Day): Prisma.Sql {
  switch (queue) {
    case 'OVERDUE':
      return Prisma.sql`d.state = 'owed' AND d.lateness = 'overdue'`
    case 'DUE_SOON':
      return Prisma.sql`d.state = 'owed' AND d.lateness = 'due-soon'`
    case 'FIRST_LETTER':
      return Prisma.sql`d.state = 'owed' AND d.letter_kind = 'first' AND d.wish_holds IS NULL`
    case 'RETURNED':
      return Prisma.sql`d.state <> 'ended' AND d.returned_on IS NOT NULL`
    case 'NO_REPLY':
      // A step put off on purpose waits until the day it was put off to.
      return Prisma.sql`d.step_due_on <= ${today}::date AND NOT coalesce(d.postponed_to > ${today}::date, false)`
    case 'WANTS_TALK':
      return Prisma.sql`d.state <> 'ended' AND d.wants_talk`
    case 'WANTS_CALL':
      return Prisma.sql`d.state <> 'ended' AND d.wants_call`
    case 'SAYS_MOVED':
      return Prisma.sql`d.state <> 'ended' AND d.says_moved`
    case 'REPLIES':
      return Prisma.sql`d.state <> 'ended' AND d.waiting_since IS NOT NULL`
    case 'LATER':
      return Prisma.sql`d.state <> 'ended' AND d.wish_holds = 'LATER'`
    case 'NEVER':
      return Prisma.sql`d.state = 'never'`
    case 'MISSING_ADDRESS':
      return Prisma.sql`d.state = 'owed' AND NOT d.reachable AND d.returned_on IS NULL`
    case 'PROTECTED':
      return Prisma.sql`d.state = 'owed' AND d.protection <> 'P0' AND d.lateness <> 'later'`
    case 'UNCERTAIN':
      return Prisma.sql`d.uncertain_letters > 0`
    case 'NOT_COVERED':
      return Prisma.sql`d.state <> 'ended' AND NOT d.covered`
    case 'COVERED':
      return Prisma.sql`d.state <> 'ended' AND d.covered`
    case 'EVERYONE':
      return Prisma.sql`d.state <> 'ended'`
  }
}

/** All counts in one pass over the rows. */
export function countsSql(today: Day): Prisma.Sql {
  const pairs = LIST_QUEUES.map((queue) => Prisma.sql`${queue}::text, count(*) FILTER (WHERE ${queueSql(queue, today)})`)
  return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`
}

export function filterSql(state: ListState): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (state.area) conditions.push(Prisma.sql`starts_with(d.postcode, ${state.area})`)
  if (state.vulnerable) conditions.push(Prisma.sql`d.vulnerable`)
  if (state.service)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM deployment x WHERE x.person_id = d.person_id AND x.service = ${state.service}::service)`)
  if (state.responsible)
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM assignment x WHERE x.person_id = d.person_id AND x.user_id = ${state.responsible}::uuid AND x.to_day IS NULL)`,
    )
  if (state.channel) conditions.push(CHANNEL[state.channel])
  return Prisma.join(conditions, ' AND ')
}

/** How the next letter would travel: by hand under protection, else Digital Post, else paper. */
const CHANNEL = {
  BY_HAND: Prisma.sql`d.protection <> 'P0'`,
  DIGITAL_POST: Prisma.sql`d.protection = 'P0' AND d.digital_post = 'YES'`,
  PAPER: Prisma.sql`d.protection = 'P0' AND d.digital_post <> 'YES' AND d.has_address`,
}

/** The date the queue itself is about comes first; then the name, so that the same list is the same list. */
export function orderSql(state: ListState): Prisma.Sql {
  const direction = state.direction === 'desc' ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return Prisma.sql`${SORT_KEY[state.sort](state.queue)} ${direction} NULLS LAST, d.last_name, d.first_name, d.person_id`
}

const SORT_KEY: Record<ListSort, (queue: ListQueue) => Prisma.Sql> = {
  queue: (queue) => QUEUE_DATE[queue] ?? Prisma.sql`d.due_on`,
  due: () => Prisma.sql`d.due_on`,
  name: () => Prisma.sql`d.last_name`,
  letter: () => Prisma.sql`d.last_letter_sent_on`,
  contact: () => Prisma.sql`d.last_contact_on`,
  town: () => Prisma.sql`d.postcode`,
}

const QUEUE_DATE: Partial<Record<ListQueue, Prisma.Sql>> = {
  NO_REPLY: Prisma.sql`d.step_due_on`,
  RETURNED: Prisma.sql`d.returned_on`,
  WANTS_TALK: Prisma.sql`d.waiting_since`,
  WANTS_CALL: Prisma.sql`d.waiting_since`,
  SAYS_MOVED: Prisma.sql`d.waiting_since`,
  REPLIES: Prisma.sql`d.waiting_since`,
  LATER: Prisma.sql`d.earliest_on`,
}

/** The rows of a page with what each line shows besides: open tasks, the oldest unanswered reply, a letter in doubt. One value of jsonb. */
export function detailedSql(page: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_agg(to_jsonb(p) || jsonb_build_object('open_task_list', t.tasks, 'reply', r.reply, 'uncertain', u.letter) ORDER BY p.place)
    FROM ${page} p
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'due_on', x.due_on, 'postponed', x.postponed_at IS NOT NULL) ORDER BY x.due_on) AS tasks
      FROM outreach_task x WHERE x.person_id = p.person_id AND x.done_at IS NULL) t ON true
    LEFT JOIN LATERAL (SELECT jsonb_build_object('id', x.id, 'kind', x.kind, 'received_on', (x.received_at AT TIME ZONE 'Europe/Copenhagen')::date,
      'phone', x.phone, 'message', x.message, 'booked', x.talk_id IS NOT NULL) AS reply
      FROM reply x WHERE x.person_id = p.person_id AND x.handled_at IS NULL ORDER BY x.received_at LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT x.id AS letter FROM letter x WHERE x.person_id = p.person_id AND x.state = 'UNCERTAIN' LIMIT 1) u ON true)`
}
