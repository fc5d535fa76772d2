import { dayToDb, toDay } from '@/lib/platform/day'
import type { PrismaClient } from './generated/client'
import { OUTREACH_RULES } from './reference/outreach-rules'

/** Lists every installation needs. Safe to run again: what the municipality changed stays changed. */
export async function loadReference(db: PrismaClient): Promise<void> {
  for (const rule of OUTREACH_RULES) {
    const row = { ...rule, validFrom: dayToDb(toDay(rule.validFrom)) }
    await db.deadlineRule.upsert({ where: { code_validFrom: { code: row.code, validFrom: row.validFrom } }, create: row, update: {} })
  }
}
