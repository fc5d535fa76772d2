import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { dayFromDb, type Day } from '@/lib/platform/day'

export type RuleVersion = {
  id: string; code: string; nameDa: string; nameEn: string; source: string; trigger: string; length: number
  unit: 'DAY' | 'WORKING_DAY' | 'MONTH' | 'YEAR'; population: string; validFrom: Day; validTo: Day | null
}

/** Every version of every rule, or of one, newest first within each rule. */
export function listRuleVersions(actor: Actor, code?: string): Promise<RuleVersion[]> {
  return readAs(actor, 'rule.manage', async ({ tx }) => {
    const rows = await tx.deadlineRule.findMany({ where: code ? { code } : {}, orderBy: [{ population: 'asc' }, { code: 'asc' }, { validFrom: 'desc' }] })
    return rows.map((row) => ({ ...row, validFrom: dayFromDb(row.validFrom), validTo: row.validTo && dayFromDb(row.validTo) }))
  })
}
