import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Kind, Period, RunState } from './rules'

export type RuleFacts = Period & { kind: Kind; source: string; active: boolean; archive: boolean; version: number }
/** What a rule erases today, and what is held back. */
export type Due = { due: number; held: number }
export type RetentionRule = RuleFacts & Due
export type RunLine = { id: string; state: RunState; asOf: Day; proposedBy: string | null; proposedAt: Date; approvedBy: string | null; rows: number; erased: number; skipped: number }

/** The rules with what each would erase today, and the runs there have been. */
export function retentionOverview(actor: Actor, today: Day): Promise<{ rules: RetentionRule[]; runs: RunLine[] }> {
  return readAs(actor, 'retention.read', async ({ tx, shown }) => {
    const rules = await tx.$queryRaw<RetentionRule[]>`SELECT r.kind, r.length, r.unit::text AS unit, r.source, r.active, r.archive, r.version, coalesce(d.due, 0)::int AS due, coalesce(d.held, 0)::int AS held
      FROM retention_rule r LEFT JOIN (SELECT kind, count(*) FILTER (WHERE NOT held) AS due, count(*) FILTER (WHERE held) AS held FROM access.retention_due(${today}::date) GROUP BY kind) d ON d.kind = r.kind ORDER BY r.kind <> 'person', r.kind`
    const runs = await tx.$queryRaw<(Omit<RunLine, 'asOf'> & { asOf: Date })[]>`SELECT u.id::text, u.state::text AS state, u.as_of AS "asOf", p.name AS "proposedBy", u.proposed_at AS "proposedAt", a.name AS "approvedBy", i.rows::int, i.erased::int, i.skipped::int
      FROM retention_run u LEFT JOIN app_user p ON p.id = u.proposed_by LEFT JOIN app_user a ON a.id = u.approved_by
      CROSS JOIN LATERAL (SELECT count(*) AS rows, count(erased_at) AS erased, count(skipped) AS skipped FROM retention_item i WHERE i.run_id = u.id) i ORDER BY u.proposed_at DESC LIMIT 50`
    shown({ action: 'retention.listed', details: { rules: rules.length } })
    return { rules, runs: runs.map((run) => ({ ...run, asOf: dayFromDb(run.asOf) })) }
  })
}

/** One rule; where it is off and somebody asks, what could go today if it were in force as it is written (null otherwise). Null for a kind there is not. */
export function retentionRule(actor: Actor, kind: string, count: boolean, today: Day): Promise<(RuleFacts & { ifOn: Due | null }) | null> {
  return readAs(actor, 'retention.manage', async ({ tx, shown }) => {
    const rule = await tx.retentionRule.findUnique({ where: { kind } })
    if (!rule) return null
    const [ifOn] = count && !rule.active ? await tx.$queryRaw<Due[]>`SELECT due, held FROM access.retention_if_on(${kind}, ${today}::date)` : []
    shown({ action: 'retention.listed', details: { rules: 1 } })
    return { ...rule, kind: rule.kind as Kind, unit: rule.unit as Period['unit'], ifOn: ifOn ?? null }
  })
}

export type RetentionItem = { id: string; kind: Kind; key: string; person: string | null; anchorOn: Day; dueOn: Day; skipped: string | null; erasedAt: Date | null; receipt: string | null }
export type RetentionRun = RunLine & { version: number; own: boolean; finishedAt: Date | null; kinds: { kind: Kind; rows: number; erased: number; skipped: number }[]; items: RetentionItem[] }

const SHOWN = 200

/** One run: per kind how many, and which records by their references. Nobody is opened: whoever may open a person finds them by it. */
export function retentionRun(actor: Actor, id: string): Promise<RetentionRun | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'retention.read', async ({ tx, shown }) => {
    const run = await tx.retentionRun.findUnique({ where: { id } })
    if (!run) return null
    const names = await tx.user.findMany({ where: { id: { in: [run.proposedBy, run.approvedBy].filter((one) => one !== null) } }, select: { id: true, name: true } })
    const kinds = await tx.$queryRaw<RetentionRun['kinds']>`SELECT kind, count(*)::int AS rows, count(erased_at)::int AS erased, count(skipped)::int AS skipped FROM retention_item WHERE run_id = ${id}::uuid GROUP BY kind ORDER BY kind <> 'person', kind`
    const items = await tx.retentionItem.findMany({ where: { runId: id }, orderBy: [{ kind: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }], take: SHOWN })
    shown({ action: 'retention.viewed', people: [...new Set(items.flatMap((item) => item.personId ?? []))], details: { run: id } })
    const name = (user: string | null) => names.find((one) => one.id === user)?.name ?? null
    const sum = (of: 'rows' | 'erased' | 'skipped') => kinds.reduce((total, kind) => total + kind[of], 0)
    return {
      id, state: run.state, version: run.version, own: run.proposedBy === actor.userId, asOf: dayFromDb(run.asOf), proposedBy: name(run.proposedBy), proposedAt: run.proposedAt, approvedBy: name(run.approvedBy), finishedAt: run.finishedAt,
      rows: sum('rows'), erased: sum('erased'), skipped: sum('skipped'), kinds,
      items: items.map(({ rowKey, personId, anchorOn, dueOn, kind, id: item, skipped, erasedAt, receipt }) => ({ id: item, kind: kind as Kind, key: rowKey, person: personId, anchorOn: dayFromDb(anchorOn), dueOn: dayFromDb(dueOn), skipped, erasedAt, receipt })),
    }
  })
}
