import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { addDays, startOfDay } from '@/lib/platform/day'
import { LOOKUP_KINDS, type Lookup, type ReportAddress, workOf } from './rules'

export type LookupReport = { lookups: Lookup[]; municipality: string }

/**
 * Every use of the person's data in the period, oldest first, also of records merged into theirs. Null when there is no such person or they
 * are the reader's own family. `as`: shown on the screen, or made into something that is handed out; both are written to the log.
 */
export function lookupReport(actor: Actor, { person, from, to }: ReportAddress, as: 'screen' | 'pdf' | 'csv'): Promise<LookupReport | null> {
  return readAs(actor, 'audit.read', async ({ tx, prove, shown }) => {
    const same = (await tx.$queryRaw<{ id: string }[]>`SELECT access.same_person(${person}::uuid)::text AS id`).map((row) => row.id)
    if (same.length === 0) return null
    // A file leaves the house; what stands on the screen asks for no more than the right.
    if (as !== 'screen') await prove('self.prove')
    const rows = await tx.$queryRaw<{ at: Date; kind: Lookup['kind']; action: string; role: string | null; purpose: string | null; route: string | null; direct: boolean }[]>`
      SELECT e.at, e.kind, e.action, e.role, e.purpose, e.route, e.direct FROM (
        SELECT e.*, true AS direct FROM audit_event e WHERE e.person_id = ANY (${same}::uuid[])
        UNION ALL
        SELECT e.*, false FROM audit_event e WHERE NOT coalesce(e.person_id = ANY (${same}::uuid[]), false)
          AND e.id IN (SELECT s.event_id FROM audit_subject s WHERE s.person_id = ANY (${same}::uuid[]))
      ) e
      WHERE e.kind = ANY (${[...LOOKUP_KINDS]}::audit_kind[])
        AND (${from ? startOfDay(from) : null}::timestamptz IS NULL OR e.at >= ${from ? startOfDay(from) : null}::timestamptz)
        AND (${to ? startOfDay(addDays(to, 1)) : null}::timestamptz IS NULL OR e.at < ${to ? startOfDay(addDays(to, 1)) : null}::timestamptz)
      ORDER BY e.at, e.seq`
    const municipality = (await tx.municipality.findFirst({ select: { name: true } }))?.name ?? ''
    shown({ kind: as === 'screen' ? 'VIEW' : 'DISCLOSURE', action: as === 'screen' ? 'audit.report-viewed' : 'audit.report-made', personId: person, details: { as, rows: rows.length } })
    return { municipality, lookups: rows.map(({ action, purpose, ...row }) => ({ ...row, work: workOf(action), reason: purpose })) }
  })
}
