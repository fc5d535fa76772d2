import 'server-only'
import type { Actor } from '../permissions'
import { readAs } from '../read'
import type { TrailFilter, TrailKind } from './rules'
import { trailConditions } from './sql'

export type TrailRow = {
  seq: number; at: Date; kind: TrailKind; action: string; userId: string | null; userName: string | null; role: string | null; /** The page it came from, by its pattern. */ route: string | null
  purpose: string | null; personId: string | null; people: number
}
export type TrailPage = { rows: TrailRow[]; older: number | null; users: { id: string; name: string }[] }

const pageSize = 50

/** The log from newest to oldest, fifty at a time. Reading it is itself written in it. Names of citizens are never here: ids only. */
export function searchTrail(actor: Actor, filter: TrailFilter): Promise<TrailPage> {
  return readAs(actor, 'audit.read', async ({ tx, shown }) => {
    const found = await tx.$queryRaw<TrailRow[]>`
      SELECT e.seq::float8 AS seq, e.at, e.kind, e.action, e.actor_user_id AS "userId", u.name AS "userName", e.role, e.route, e.purpose, e.person_id AS "personId",
        (SELECT count(*)::int FROM audit_subject s WHERE s.event_id = e.id) AS people
      FROM audit_event e LEFT JOIN app_user u ON u.id = e.actor_user_id
      WHERE ${trailConditions(filter)} ORDER BY e.at DESC, e.seq DESC LIMIT ${pageSize + 1}`
    const users = await tx.user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
    const rows = found.slice(0, pageSize)
    const { person, user, kind, from, to } = filter
    shown({ action: 'audit.read', personId: person, details: { user: user ?? null, kind: kind ?? null, from: from ?? null, to: to ?? null, rows: rows.length } })
    return { rows, older: found.length > pageSize ? (rows.at(-1)?.seq ?? null) : null, users }
  })
}
