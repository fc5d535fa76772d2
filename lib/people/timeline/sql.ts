import 'server-only'
import type { Day } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { caseworkEntries } from './casework/sql'
import type { TimelineKind } from './schema'

/** `code` names the sentence (people.timeline.<code>), `values` fill it in. A day, with the moment where one is known. */
export type TimelineRow = { key: string; kind: TimelineKind; code: string; on: Day; at: Date | null; values: Record<string, string>; note: string | null; by: string | null; letterId: string | null }
export type Timeline = { rows: TimelineRow[]; total: number; /** Entries the reader's rights leave out. */ hidden: number }

type Page = { kind?: TimelineKind; limit: number; offset: number; /** With what the reader has begun to write. */ drafts?: true }
type Raw = Omit<Timeline, 'rows'> & { rows: (Omit<TimelineRow, 'at'> & { at: string | null })[] }

/** One statement over everything that happened to the person, newest first; records merged into this one included. */
export async function readTimeline(tx: Tx, personId: string, page: Page): Promise<Timeline> {
  const [row] = await tx.$queryRaw<{ timeline: unknown }[]>`/* keep:person-timeline */ SELECT (${timelineSql(personId, page)}) AS timeline`
  return timelineOf(row?.timeline)
}

/** What timelineSql gave: moments are text in it. */
export function timelineOf(value: unknown): Timeline {
  const { rows, total, hidden } = value as Raw
  return { rows: rows.map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at) })), total, hidden }
}

/**
 * The same as one value of jsonb. The records are found here, not handed in: for a list of unknown length the plan would be made anew each time. They are an array and not rows,
 * because of rows the planner believes so many that it reads every contact of the municipality (0.5 s at a million).
 */
export function timelineSql(personId: string, page: Page): Prisma.Sql {
  return Prisma.sql`
    WITH ids AS (SELECT ${personId}::uuid || array_agg(m.id) AS all_ids FROM person m WHERE m.merged_into_id = ${personId}::uuid), entry AS (
      SELECT l.id, 'letter' AS kind, CASE WHEN l.run_id IS NULL THEN 'letter' ELSE 'letterInRun' END AS code, l.sent_on AS on_day, l.sent_at AS at,
        jsonb_build_object('channel', l.channel, 'run', r.name) AS values, NULL AS note, NULL::uuid AS by_id, CASE WHEN l.file_id IS NOT NULL THEN l.id END AS letter_id
      FROM letter l LEFT JOIN run r ON r.id = l.run_id WHERE l.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND l.sent_on IS NOT NULL
      UNION ALL SELECT l.id, 'letter', 'letterReturned', l.returned_on, NULL, '{}', l.return_reason, NULL, l.id FROM letter l WHERE l.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND l.returned_on IS NOT NULL
      UNION ALL SELECT r.id, 'reply', 'reply', (r.received_at AT TIME ZONE 'Europe/Copenhagen')::date, r.received_at, jsonb_build_object('kind', r.kind, 'month', r.later_month, 'phone', coalesce(r.phone, '')),
        r.message, NULL, NULL FROM reply r WHERE r.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT a.id, 'attempt', 'attempt', a.happened_on, NULL, jsonb_build_object('channel', a.channel, 'outcome', a.outcome, 'withdrawn', a.withdrawn_at IS NOT NULL), a.note, a.recorded_by, NULL
        FROM attempt a WHERE a.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT c.id, 'contact', 'contact', (c.happened_at AT TIME ZONE 'Europe/Copenhagen')::date, c.happened_at, jsonb_build_object('channel', c.channel, 'outcome', c.outcome, 'da', k.name_da, 'en', k.name_en), NULL, c.recorded_by, NULL
        FROM contact c LEFT JOIN contact_kind k ON k.code = coalesce(c.kind_code, c.channel) WHERE c.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND c.redacted_at IS NULL
      UNION ALL SELECT t.id, 'talk', CASE WHEN t.cancelled_at IS NOT NULL THEN 'talkCancelled' WHEN t.no_show_at IS NOT NULL THEN 'talkNoShow' WHEN t.held_at IS NOT NULL THEN 'talkHeld' ELSE 'talkBooked' END,
        (s.starts_at AT TIME ZONE 'Europe/Copenhagen')::date, s.starts_at, jsonb_build_object('place', s.place), NULL, s.user_id, NULL
        FROM talk t JOIN talk_slot s ON s.id = t.slot_id WHERE t.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT t.id, 'task', CASE WHEN t.done_at IS NULL THEN 'taskOpen' ELSE 'taskDone' END, coalesce((t.done_at AT TIME ZONE 'Europe/Copenhagen')::date, t.due_on), t.done_at,
        jsonb_build_object('kind', t.kind), t.postpone_reason, t.done_by, NULL FROM outreach_task t WHERE t.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      -- What was done, or given up with a reason. What is still to be done has a list of its own.
      UNION ALL SELECT t.id, 'task', CASE WHEN t.source = 'protection' THEN 'protectionDecided' WHEN t.state = 'done' THEN 'caseTaskDone' ELSE 'caseTaskDropped' END, (t.closed_at AT TIME ZONE 'Europe/Copenhagen')::date, t.closed_at,
        jsonb_build_object('text', coalesce(t.text, '')), CASE WHEN t.state = 'dropped' THEN t.reason END, t.closed_by, NULL FROM task t WHERE t.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND (t.state = 'done' OR t.state = 'dropped' AND t.reason IS NOT NULL)
      UNION ALL SELECT w.id, 'wish', 'wish', w.given_on, NULL, jsonb_build_object('kind', w.kind, 'month', w.until_month), NULL, w.recorded_by, NULL FROM wish w WHERE w.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT w.id, 'wish', 'wishEnded', w.ended_on, NULL, jsonb_build_object('kind', w.kind), NULL, NULL, NULL FROM wish w WHERE w.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND w.ended_on IS NOT NULL
      UNION ALL SELECT r.id, 'role', 'roleFrom', r.from_day, NULL, jsonb_build_object('kind', r.kind), NULL, NULL, NULL FROM person_role r WHERE r.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT r.id, 'role', 'roleTo', r.to_day, NULL, jsonb_build_object('kind', r.kind), NULL, NULL, NULL FROM person_role r WHERE r.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND r.to_day IS NOT NULL
      UNION ALL SELECT p.id, 'status', 'died', p.died_on, NULL, '{}', NULL, NULL, NULL FROM person p WHERE p.id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND p.died_on IS NOT NULL AND p.merged_into_id IS NULL
      UNION ALL SELECT p.id, 'status', 'movedAway', p.moved_away_on, NULL, '{}', NULL, NULL, NULL FROM person p WHERE p.id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND p.moved_away_on IS NOT NULL AND p.merged_into_id IS NULL
      UNION ALL SELECT p.id, 'status', 'movedIn', p.moved_in_on, NULL, '{}', NULL, NULL, NULL FROM person p WHERE p.id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND p.moved_in_on IS NOT NULL AND p.merged_into_id IS NULL
      UNION ALL SELECT m.id, 'status', CASE WHEN m.undone_at IS NULL THEN 'merged' ELSE 'mergeUndone' END, (coalesce(m.undone_at, m.merged_at) AT TIME ZONE 'Europe/Copenhagen')::date,
        coalesce(m.undone_at, m.merged_at), '{}', NULL, coalesce(m.undone_by, m.merged_by), NULL FROM person_merge m WHERE m.kept_id = ANY ((SELECT all_ids FROM ids)::uuid[])${caseworkEntries(page.drafts ?? false)}
    ), page AS (
      SELECT e.code || '-' || e.id AS key, e.kind, e.code, e.on_day AS "on", e.at, e.values, e.note, u.name AS by, e.letter_id AS "letterId", count(*) OVER () AS total,
        row_number() OVER (ORDER BY e.on_day DESC, e.at DESC NULLS LAST, e.code) AS place
      FROM entry e LEFT JOIN app_user u ON u.id = e.by_id WHERE ${page.kind ?? null}::text IS NULL OR e.kind = ${page.kind ?? null}
      ORDER BY place LIMIT ${page.limit}::int OFFSET ${page.offset}::int
    )
    SELECT jsonb_build_object('rows', coalesce(jsonb_agg(to_jsonb(page) - 'total' - 'place' ORDER BY page.place), '[]'), 'total', coalesce(max(page.total), 0),
      'hidden', access.hidden_outreach((SELECT all_ids FROM ids))) FROM page`
}
