import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { addDays, type Day, startOfDay, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { unassignedCountSql } from '@/lib/people/responsible/sql'
import { endedOn } from '../due/facts'
import { factsOf } from '../due/facts-row'
import { type Headline, headlineOf } from '../due/headline'
import type { ListQueue } from '../due/list/queues'
import { type DueRow, type ListRow, toListRow } from '../due/list/rows'
import { countsSql, detailedSql, queueSql } from '../due/list/sql'
import { dueSql } from '../due/sql'
import { outreachRules } from '../rules-data/sql'

export type Attention = { row: ListRow; headline: Headline; /** Since when it has waited. */ since: Day | null }
export type TodaysTalk = { id: string; startsAt: Date; endsAt: Date; place: string; personId: string; name: string }
export type CoordinatorHome = {
  counts: Record<ListQueue, number>
  attention: Attention[]
  /** Everybody something waits for; the list shows the first ten. */
  attentionTotal: number
  /** The next letter that is owed to somebody, once nothing is late. */
  nextLetterOn: Day | null
  talks: TodaysTalk[]
  /** Mails to citizens that a person has to settle. */
  openMails: number
  /** People whose protection is past its day: hidden still, and to be decided on. */
  protections: number
  /** People who have lost the one who was responsible, and vulnerable people who never had one. */
  unassigned: number
}

export const MOST_ATTENTION = 10

type Answer = {
  counts: Record<ListQueue, number>
  rows: (DueRow & { since: string | null })[] | null
  attention_total: number
  next_letter_on: string | null
  open_mails: number
  protections: number
  unassigned: number
  talks: { id: string; starts_at: string; ends_at: string; place: string; person_id: string; name: string }[] | null
}

/**
 * The coordinator's day: the numbers of the queues (the same SQL as the list, so each opens what it counted), the ten people who have waited
 * longest for something only a person can do, and today's talks. Two statements besides the audit row.
 */
export async function coordinatorHome(actor: Actor, today: Day): Promise<CoordinatorHome> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const set = await outreachRules(tx)
    const [answer] = await tx.$queryRaw<Answer[]>`
      WITH d AS MATERIALIZED (${dueSql(set, today)}),
      waiting AS (SELECT d.*, CASE WHEN ${queueSql('UNCERTAIN', today)} THEN 1 WHEN ${queueSql('REPLIES', today)} THEN 2 WHEN ${queueSql('RETURNED', today)} THEN 3
          WHEN ${queueSql('NO_REPLY', today)} THEN 4 WHEN d.state = 'never' AND d.due_on <= ${today}::date THEN 5 WHEN ${queueSql('MISSING_ADDRESS', today)} THEN 6 END AS rank,
        coalesce(d.waiting_since, d.returned_on, d.step_due_on, d.due_on) AS since FROM d),
      first AS (SELECT w.*, row_number() OVER (ORDER BY w.rank, w.since, w.person_id) AS place FROM waiting w WHERE w.rank IS NOT NULL ORDER BY w.rank, w.since, w.person_id LIMIT ${MOST_ATTENTION})
      SELECT (SELECT ${countsSql(today)} FROM d) AS counts, ${detailedSql(Prisma.sql`first`)} AS rows,
        (SELECT count(*)::int FROM waiting WHERE rank IS NOT NULL) AS attention_total,
        (SELECT min(greatest(due_on, ${today}::date)) FROM d WHERE state = 'owed' AND lateness <> 'overdue')::text AS next_letter_on,
        (SELECT count(*)::int FROM outbox_message m JOIN person p ON p.id = m.person_id WHERE m.state IN ('UNCERTAIN', 'FAILED')) AS open_mails,
        (SELECT count(*)::int FROM person_protection g JOIN person p ON p.id = g.person_id WHERE g.lifted_at IS NULL AND g.to_day < ${today}::date AND p.merged_into_id IS NULL AND p.died_on IS NULL) AS protections,
        (${unassignedCountSql(today)}) AS unassigned,
        (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'starts_at', s.starts_at, 'ends_at', s.ends_at, 'place', s.place, 'person_id', p.id, 'name', p.first_name || ' ' || p.last_name) ORDER BY s.starts_at)
          FROM talk_slot s JOIN talk t ON t.slot_id = s.id AND t.cancelled_at IS NULL JOIN person p ON p.id = t.person_id
          WHERE s.user_id = ${actor.userId}::uuid AND s.starts_at >= ${startOfDay(today)} AND s.starts_at < ${startOfDay(addDays(today, 1))}) AS talks`
    if (!answer) throw new Error('The landing query gave no row')
    const attention = (answer.rows ?? []).map((raw): Attention => {
      const row = toListRow(raw, set, today)
      return { row, headline: headlineOf(row, endedOn(factsOf(raw), today), set, today), since: raw.since ? toDay(raw.since) : null }
    })
    const talks = (answer.talks ?? []).map((talk) => ({ id: talk.id, startsAt: new Date(talk.starts_at), endsAt: new Date(talk.ends_at), place: talk.place, personId: talk.person_id, name: talk.name }))
    shown({ action: 'outreach.home', people: [...attention.map(({ row }) => row.personId), ...talks.map((talk) => talk.personId)] })
    return { counts: answer.counts, attention, attentionTotal: answer.attention_total, nextLetterOn: answer.next_letter_on ? toDay(answer.next_letter_on) : null, talks, openMails: answer.open_mails, protections: answer.protections, unassigned: answer.unassigned }
  })
}
