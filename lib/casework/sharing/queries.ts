import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type ReadContext, readAs } from '@/lib/access/read'
import type { CaseKind } from '../cases/rules'

export type OfferedCase = { id: string; personId: string; name: string; kind: CaseKind; about: string | null; message: string; unit: { nameDa: string; nameEn: string }; by: string; at: Date; /** To the reader by name, and not to their unit. */ forMe: boolean }

/** The cases that wait for the reader or their unit to take them, the oldest first. One statement; everybody in it is named in the log. */
export function offeredCases(actor: Actor, within?: ReadContext): Promise<OfferedCase[]> {
  return readAs(actor, 'case.receive', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<OfferedCase[]>`/* keep:offered */ SELECT o.id, o.person_id AS "personId", o.name, o.kind, o.about, o.message, jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en) AS unit, o.by_name AS by, o.asked_at AS at, o.for_me AS "forMe"
      FROM access.offered_cases() o JOIN unit n ON n.id = o.from_unit ORDER BY o.asked_at, o.id`
    if (rows.length > 0) shown({ action: 'case.offers-listed', people: rows.map(({ personId }) => personId) })
    return rows
  }, within)
}
