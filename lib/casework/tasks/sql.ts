import 'server-only'
import type { ExplanationStep } from '@/lib/deadlines/rules'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { TaskSource } from './rules'

export type TaskEvent = { kind: 'made' | 'moved' | 'taken' | 'given' | 'released' | 'done' | 'dropped' | 'reopened'; at: Date; dueOn: Day; by: string | null; owner: string | null; unit: string | null; reason: string | null }
export type TaskRow = {
  id: string; personId: string | null; name: string | null; text: string | null; dueOn: Day; explanation: ExplanationStep[]; state: 'open' | 'done' | 'dropped'; reason: string | null; source: TaskSource; sourceId: string | null
  owner: { id: string; name: string } | null; unit: { id: string; nameDa: string; nameEn: string } | null; repeat: { every: number; unit: 'WEEK' | 'MONTH' } | null; closedAt: Date | null; closedBy: string | null; version: number
  /** Who chose the day it has now, and when. */
  dueBy: string | null; dueAt: Date
  events: TaskEvent[]
}
type RawEvent = Omit<TaskEvent, 'at' | 'dueOn'> & { at: string; dueOn: string }
export type RawTask = Omit<TaskRow, 'dueOn' | 'closedAt' | 'dueAt' | 'dueBy' | 'events'> & { dueOn: string; closedAt: string | null; events: RawEvent[] }

/** Tasks as every list shows them, each with its history, as one value of jsonb in this order; `t` is the table. What is of the person is read under the policies of the person. */
export function tasksSql(where: Prisma.Sql, order: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(q.task), '[]') FROM (SELECT jsonb_build_object('id', t.id, 'personId', t.person_id, 'name', p.first_name || ' ' || p.last_name, 'text', t.text, 'dueOn', t.due_on, 'explanation', t.explanation, 'state', t.state, 'reason', t.reason,
      'source', t.source, 'sourceId', t.source_id, 'owner', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END, 'unit', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) END,
      'repeat', CASE WHEN t.repeat_every IS NOT NULL THEN jsonb_build_object('every', t.repeat_every, 'unit', t.repeat_unit) END, 'closedAt', t.closed_at, 'closedBy', c.name, 'version', t.version,
      'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'dueOn', e.due_on, 'by', b.name, 'owner', w.name, 'unit', un.name_da, 'reason', e.reason) ORDER BY e.at, e.id), '[]')
        FROM task_event e LEFT JOIN app_user b ON b.id = e.by_user LEFT JOIN app_user w ON w.id = e.owner_id LEFT JOIN unit un ON un.id = e.unit_id WHERE e.task_id = t.id)) AS task
    FROM task t LEFT JOIN person p ON p.id = t.person_id LEFT JOIN app_user o ON o.id = t.owner_id LEFT JOIN unit n ON n.id = t.unit_id LEFT JOIN app_user c ON c.id = t.closed_by
    WHERE ${where} ORDER BY ${order} LIMIT ${limit}::int) q)`
}

export function taskOf(task: RawTask): TaskRow {
  const events = task.events.map(({ at, dueOn, ...event }): TaskEvent => ({ ...event, at: new Date(at), dueOn: toDay(dueOn) }))
  const set = events.findLast(({ kind }) => kind === 'made' || kind === 'moved')
  return { ...task, dueOn: toDay(task.dueOn), closedAt: task.closedAt === null ? null : new Date(task.closedAt), events, dueBy: set?.by ?? null, dueAt: set?.at ?? new Date(0) }
}

/** The days the municipality keeps closed, as one value of jsonb. */
export const closingSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'nameDa', name_da, 'nameEn', name_en)), '[]') FROM closing_day)`
export const closingOf = (value: unknown): ClosingDay[] => (value as { day: string; nameDa: string; nameEn: string }[]).map((one) => ({ ...one, day: toDay(one.day) }))
