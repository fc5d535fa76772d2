import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'
import { outreachRules } from '../rules-data/sql'
import type { RunGroup } from './groups'
import { sumsOf, type RunSums } from './placing/writes'
import { type RunState, type Tally, tallyOf, type UsualDays, usualDays } from './rules'

export type RunLine = { id: string; name: string; state: RunState; letterDate: Day; dueThrough: Day; createdAt: Date; maker: string; frozen: boolean; tally: Tally }

/** Every run, newest first, each with its account. One statement. */
export async function runList(actor: Actor): Promise<RunLine[]> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<{ id: string; name: string; state: RunState; letter_date: Date; due_through: Date; frozen_at: Date; population: number | null; maker: string | null; groups: Partial<Record<RunGroup, number>> | null }[]>`
      SELECT r.id, r.name, r.state::text, r.letter_date, r.due_through, r.frozen_at, r.population, u.name AS maker,
        (SELECT json_object_agg(run_group, n) FROM (SELECT m.run_group, sum(m.n)::int AS n FROM access.run_people(r.id) m GROUP BY 1) g) AS groups
      FROM run r LEFT JOIN app_user u ON u.id = r.created_by ORDER BY r.frozen_at DESC LIMIT 100`
    shown({ action: 'run.list' })
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      state: row.state,
      letterDate: dayFromDb(row.letter_date),
      dueThrough: dayFromDb(row.due_through),
      createdAt: row.frozen_at,
      maker: row.maker ?? '',
      frozen: row.population !== null,
      tally: tallyOf(row.population ?? 0, row.groups ?? {}),
    }))
  })
}

export type TemplateChoice = { id: string; code: string; nameDa: string; nameEn: string; approved: boolean }

/** What a new run can be made of. */
export async function runChoices(actor: Actor, today: Day): Promise<{ templates: TemplateChoice[]; open: { id: string; name: string } | null; usual: UsualDays }> {
  return readAs(actor, 'outreach.plan', async ({ tx, shown }) => {
    const templates = await tx.letterTemplate.findMany({ orderBy: { code: 'desc' }, select: { id: true, code: true, nameDa: true, nameEn: true, _count: { select: { versions: { where: { status: 'APPROVED', language: 'da' } } } } } })
    const open = await tx.run.findFirst({ where: { eventId: null, state: { in: ['DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'STOPPED'] } }, select: { id: true, name: true } })
    shown({ action: 'run.choices' })
    return { templates: templates.map(({ _count, ...template }) => ({ ...template, approved: _count.versions > 0 })), open, usual: usualDays(await outreachRules(tx), today) }
  })
}

export type RunTextLine = { kind: string; language: string; title: string; version: number; versionId: string; letters: number }
export type RunFileLine = { id: string; part: number; parts: number; kind: string; letters: number; createdAt: Date; clearedAt: Date | null }
export type RunDetails = {
  id: string; name: string; state: RunState; version: number; frozen: boolean; letterDate: Day; dueThrough: Day; frozenAt: Date; sendAfter: Date | null; stopReason: string | null
  createdBy: string; maker: string; reviewer: string | null; releaser: string | null; stopper: string | null; closer: string | null
  reviewedAt: Date | null; releasedAt: Date | null; stoppedAt: Date | null; sentAt: Date | null; closedAt: Date | null
  pinned: boolean
  /** The event the letters invite to; null for the letter of the year. */
  eventId: string | null
  sums: RunSums
  /** People to write to, or once all is sent those written to, by the way their letter goes; null is nowhere. */
  channels: Record<'DIGITAL_POST' | 'PAPER' | 'NONE', number>
  reasons: { group: RunGroup; reason: string; count: number }[]
  texts: RunTextLine[]
  offers: number
  otherLanguages: { language: string; count: number }[]
  files: RunFileLine[]
  changes: number
}

type Row = Omit<RunDetails, 'letterDate' | 'dueThrough' | 'sums'> & { letterDate: Date; dueThrough: Date }

/** One run with everything its page says except the people: three statements. Null when there is none. */
export async function runDetails(actor: Actor, runId: string): Promise<RunDetails | null> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<Row[]>`
      WITH run_now AS (SELECT * FROM run WHERE id = ${runId}::uuid),
        -- Pinned with the review; before that the newest approved version of each.
        text AS (
          SELECT t.kind, v.language, v.title, v.version, v.id FROM run_text t JOIN letter_template_version v ON v.id = t.version_id WHERE t.run_id = ${runId}::uuid
          UNION ALL
          SELECT DISTINCT ON (v.template_id, v.language) CASE WHEN v.template_id = r.template_id THEN 'yearly' ELSE 'first' END, v.language, v.title, v.version, v.id
          FROM run_now r JOIN letter_template_version v ON v.template_id IN (r.template_id, r.first_template_id) AND v.status = 'APPROVED'
          WHERE r.content IS NULL ORDER BY 1, 2, 4 DESC),
        -- Everybody, also those the reader may not open: in numbers.
        people AS MATERIALIZED (SELECT m.* FROM run_now r CROSS JOIN access.run_people(r.id) m),
        -- Whom the texts go to; once all have left, whom they went to.
        waiting AS (
          SELECT m.scope, m.channel, m.language, m.n FROM run_now r CROSS JOIN people m
          WHERE CASE WHEN r.state IN ('SENT', 'CLOSED') THEN m.run_group IN ('SENT', 'RETURNED') ELSE m.run_group = 'TO_SEND' END)
      SELECT r.id, r.name, r.state::text, r.version, r.population IS NOT NULL AS frozen, r.letter_date AS "letterDate", r.due_through AS "dueThrough", r.frozen_at AS "frozenAt",
        r.send_after AS "sendAfter", r.stop_reason AS "stopReason", r.created_by AS "createdBy", r.event_id AS "eventId", r.content IS NOT NULL AS pinned,
        r.reviewed_at AS "reviewedAt", r.released_at AS "releasedAt", r.stopped_at AS "stoppedAt", r.sent_at AS "sentAt", r.closed_at AS "closedAt",
        (SELECT name FROM app_user WHERE id = r.created_by) AS maker, (SELECT name FROM app_user WHERE id = r.reviewed_by) AS reviewer,
        (SELECT name FROM app_user WHERE id = r.released_by) AS releaser, (SELECT name FROM app_user WHERE id = r.stopped_by) AS stopper, (SELECT name FROM app_user WHERE id = r.closed_by) AS closer,
        (SELECT json_build_object('DIGITAL_POST', coalesce(sum(n) FILTER (WHERE channel = 'DIGITAL_POST'), 0), 'PAPER', coalesce(sum(n) FILTER (WHERE channel = 'PAPER'), 0), 'NONE', coalesce(sum(n) FILTER (WHERE channel IS NULL), 0)) FROM waiting) AS channels,
        coalesce((SELECT json_agg(json_build_object('group', g.run_group, 'reason', g.reason, 'count', g.n) ORDER BY g.n DESC) FROM
          (SELECT run_group, reason, sum(n) AS n FROM people GROUP BY 1, 2) g), '[]') AS reasons,
        coalesce((SELECT json_agg(json_build_object('kind', t.kind, 'language', t.language, 'title', t.title, 'version', t.version, 'versionId', t.id,
          'letters', (SELECT coalesce(sum(w.n), 0) FROM waiting w WHERE w.language = t.language AND (CASE WHEN w.scope = 'first-letter-due' AND EXISTS (SELECT 1 FROM text f WHERE f.kind = 'first') THEN 'first' ELSE 'yearly' END) = t.kind))
          ORDER BY t.kind DESC, t.language) FROM text t), '[]') AS texts,
        coalesce((SELECT json_agg(json_build_object('language', o.language, 'count', o.n)) FROM
          (SELECT language, sum(n) AS n FROM waiting WHERE language NOT IN (SELECT language FROM text) GROUP BY 1) o), '[]') AS "otherLanguages",
        CASE WHEN r.content IS NOT NULL THEN jsonb_array_length(r.content -> 'offers' -> 'da')
          ELSE (SELECT count(*) FROM offer WHERE in_letter AND published_from <= r.letter_date AND (published_to IS NULL OR published_to >= r.letter_date)) END::int AS offers,
        coalesce((SELECT json_agg(json_build_object('id', f.file_id, 'part', f.part, 'parts', (SELECT max(part) FROM run_file WHERE run_id = r.id), 'kind', f.kind, 'letters', f.letters, 'createdAt', f.created_at, 'clearedAt', f.cleared_at)
          ORDER BY f.part, f.kind DESC) FROM run_file f WHERE f.run_id = r.id), '[]') AS files,
        access.run_changes(r.id) AS changes
      FROM run_now r`
    if (!row) return null
    const sums = await sumsOf(tx, runId)
    shown({ action: 'run.viewed', details: { runId } })
    return { ...row, letterDate: dayFromDb(row.letterDate), dueThrough: dayFromDb(row.dueThrough), files: row.files.map((file) => ({ ...file, createdAt: new Date(file.createdAt), clearedAt: file.clearedAt === null ? null : new Date(file.clearedAt) })), sums }
  })
}
