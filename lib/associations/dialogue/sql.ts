import 'server-only'
import type { DeadlineRule } from '@/lib/deadlines/rules'
import { dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** The installation's rules for associations: how long after one dialogue meeting the next is due. One statement. */
export async function dialogueRules(tx: Tx): Promise<DeadlineRule[]> {
  const rows = await tx.deadlineRule.findMany({ where: { population: 'association' }, select: { id: true, code: true, ruleSet: true, source: true, trigger: true, length: true, unit: true, population: true, validFrom: true, validTo: true } })
  return rows.map((rule) => ({ ...rule, roll: 'none', validFrom: dayFromDb(rule.validFrom), validTo: rule.validTo && dayFromDb(rule.validTo) }))
}
