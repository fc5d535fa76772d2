import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { TrailFilter } from '@/lib/access/trail/rules'
import { trailConditions } from '@/lib/access/trail/sql'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Risk } from './rules'

export type Breach = {
  id: string; version: number; title: string; foundAt: Date; awareAt: Date; happened: string; kinds: string[]; people: number | null; dataKinds: string; consequences: string | null; measures: string | null
  risk: Risk | null; riskReason: string | null; authorityToldAt: Date | null; authorityReference: string | null; lateReason: string | null; peopleToldOn: Day | null; peopleToldHow: string | null; closedAt: Date | null; learned: string | null
}

/** The whole log, open ones first, the shortest clock on top. */
export function breaches(actor: Actor): Promise<Breach[]> {
  return readAs(actor, 'breach.manage', async ({ tx, shown }) => {
    const rows = await tx.breach.findMany({ orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { awareAt: 'asc' }], take: 200 })
    shown({ action: 'breach.listed', details: { rows: rows.length } })
    return rows.map((row) => ({ ...row, peopleToldOn: row.peopleToldOn && dayFromDb(row.peopleToldOn) }))
  })
}

export function breach(actor: Actor, id: string): Promise<{ breach: Breach; subjects: string[]; reportedBy: string | null; municipality: { name: string; cvr: string; phone: string; email: string } | null } | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'breach.manage', async ({ tx, shown }) => {
    const row = await tx.breach.findUnique({ where: { id }, include: { subjects: { select: { personId: true }, orderBy: { personId: 'asc' }, take: 2000 } } })
    if (!row) return null
    const { subjects, ...rest } = row
    const people = subjects.map((one) => one.personId)
    const reportedBy = (await tx.user.findFirst({ where: { id: row.createdBy }, select: { name: true } }))?.name ?? null
    const municipality = await tx.municipality.findFirst({ select: { name: true, cvr: true, phone: true, email: true } })
    shown({ action: 'breach.viewed', people, details: { breach: id } })
    return { breach: { ...rest, peopleToldOn: row.peopleToldOn && dayFromDb(row.peopleToldOn) }, subjects: people, reportedBy, municipality }
  })
}

export type Selection = { events: number; people: number; first: Date | null; last: Date | null; users: string[]; actions: { action: string; count: number }[] }

/** What a selection of the log says, in numbers and names of staff: the facts a breach begins with. */
export function selectionFacts(actor: Actor, filter: TrailFilter): Promise<Selection> {
  return readAs(actor, 'audit.read', async ({ tx, shown }) => {
    const [sums] = await tx.$queryRaw<Omit<Selection, 'actions'>[]>`SELECT count(*)::int AS events, min(e.at) AS first, max(e.at) AS last, coalesce(array_agg(DISTINCT u.name) FILTER (WHERE u.name IS NOT NULL), '{}') AS users,
        (SELECT count(DISTINCT q.person)::int FROM (SELECT e.person_id AS person FROM audit_event e WHERE e.person_id IS NOT NULL AND ${trailConditions(filter)}
          UNION SELECT s.person_id FROM audit_event e JOIN audit_subject s ON s.event_id = e.id WHERE ${trailConditions(filter)}) q) AS people
      FROM audit_event e LEFT JOIN app_user u ON u.id = e.actor_user_id WHERE ${trailConditions(filter)}`
    const actions = await tx.$queryRaw<Selection['actions']>`SELECT e.action, count(*)::int AS count FROM audit_event e WHERE ${trailConditions(filter)} GROUP BY e.action ORDER BY 2 DESC, 1 LIMIT 8`
    shown({ action: 'audit.selected', personId: filter.person, details: { events: sums?.events ?? 0 } })
    return { events: sums?.events ?? 0, people: sums?.people ?? 0, first: sums?.first ?? null, last: sums?.last ?? null, users: sums?.users ?? [], actions }
  })
}
