import 'server-only'
import type { Part } from '@/lib/access/parts'
import { Prisma } from '@/lib/platform/db'
import type { CaseKind } from '../cases/rules'

export type OfferedCase = { id: string; personId: string; name: string; kind: CaseKind; about: string | null; message: string; unit: { nameDa: string; nameEn: string }; by: string; at: Date; /** To the reader by name, and not to their unit. */ forMe: boolean }

/** The cases that wait for the reader or their unit to take them, the oldest first. Everybody in it is named in the log. */
export const offeredPart: Part<OfferedCase[]> = {
  may: 'case.receive',
  sql: Prisma.sql`SELECT jsonb_agg(jsonb_build_object('id', o.id, 'personId', o.person_id, 'name', o.name, 'kind', o.kind, 'about', o.about, 'message', o.message, 'unit', jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en), 'by', o.by_name, 'at', o.asked_at, 'forMe', o.for_me) ORDER BY o.asked_at, o.id)
    FROM access.offered_cases() o JOIN unit n ON n.id = o.from_unit`,
  of(value, shown) {
    const rows = ((value ?? []) as (Omit<OfferedCase, 'at'> & { at: string })[]).map(({ at, ...row }): OfferedCase => ({ ...row, at: new Date(at) }))
    if (rows.length > 0) shown({ action: 'case.offers-listed', people: rows.map(({ personId }) => personId) })
    return rows
  },
}
