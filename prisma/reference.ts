import type { PrismaClient } from './generated/client'
import { outreachRules } from './reference/rules'

/** Lists every installation needs. Safe to run again: what the municipality changed stays changed. */
export async function loadReference(db: PrismaClient): Promise<void> {
  for (const rule of outreachRules)
    await db.deadlineRule.upsert({ where: { code_validFrom: { code: rule.code, validFrom: rule.validFrom } }, create: rule, update: {} })
}
