import 'server-only'
import { matrix, type RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { catalogue } from '../catalogue/read'
import type { Kind, Period } from '../retention/rules'
import { type AreaData, areaOfKind, areasOf, rolesOf } from './rules'

export type ProcessingText = Record<'purpose' | 'basis' | 'subjects' | 'recipients' | 'transfers' | 'security', string> & { area: string; version: number }
export type ProcessingArea = AreaData & { roles: RoleName[]; text: ProcessingText | null; periods: (Period & { kind: Kind; source: string })[] }
export type ProcessingRecord = { controller: { name: string; cvr: string; addressLines: string[]; phone: string; email: string } | null; areas: ProcessingArea[] }

/** The records of processing as the product stands today: data from the schema, roles from the matrix, periods from the rules, words from the municipality. */
export function processingRecord(actor: Actor): Promise<ProcessingRecord> {
  return readAs(actor, 'processing.read', async ({ tx, shown }) => {
    const [texts, rules, controller] = [await tx.processingText.findMany(), await tx.retentionRule.findMany({ where: { active: true } }), await tx.municipality.findFirst({ select: { name: true, cvr: true, addressLines: true, phone: true, email: true } })]
    const known = catalogue()
    shown({ action: 'processing.viewed' })
    const areas = areasOf(known).map((area) => ({
      ...area, roles: rolesOf<RoleName>(area.area, matrix), text: texts.find((text) => text.area === area.area) ?? null,
      periods: rules.filter((rule) => areaOfKind(rule.kind, known) === area.area).map(({ kind, length, unit, source }) => ({ kind: kind as Kind, length, unit: unit as Period['unit'], source })),
    }))
    return { controller, areas }
  })
}
