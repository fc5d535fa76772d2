import { dayToDb, toDay } from '@/lib/platform/day'
import { CONTACT_KINDS } from './reference/contact-kinds'
import { CONTACT_TOPICS } from './reference/contact-topics'
import { loadMethods } from './reference/methods/load'
import { PROGRESS_DIMENSIONS, PROGRESS_SCALES } from './reference/progress-scales'
import { PROCESSING_TEXTS } from './reference/processing-texts'
import type { PrismaClient } from './generated/client'
import { SCREENING_GUIDES } from './reference/screening-guides'
import { OVERSIGHT_RULES, RETENTION_RULES } from './reference/oversight-rules'
import { OUTREACH_RULES } from './reference/outreach-rules'
import { ASSOCIATION_RULES, EXPENSE_RATES, VOLUNTEER_GROUP_KINDS, VOLUNTEER_PAPER_KINDS, VOLUNTEER_ROLES, VOLUNTEER_RULES } from './reference/volunteering'

/** Lists every installation needs. Safe to run again: what the municipality changed stays changed. */
export async function loadReference(db: PrismaClient): Promise<void> {
  await db.deadlineRule.createMany({ data: [...OUTREACH_RULES, ...OVERSIGHT_RULES, ...VOLUNTEER_RULES, ...ASSOCIATION_RULES].map((rule) => ({ ...rule, validFrom: dayToDb(toDay(rule.validFrom)) })), skipDuplicates: true })
  await db.contactKind.createMany({ data: CONTACT_KINDS, skipDuplicates: true })
  await db.contactTopic.createMany({ data: CONTACT_TOPICS, skipDuplicates: true })
  await loadMethods(db)
  await db.progressScale.createMany({ data: PROGRESS_SCALES, skipDuplicates: true })
  await db.progressDimension.createMany({ data: PROGRESS_DIMENSIONS, skipDuplicates: true })
  await db.screeningGuide.createMany({ data: SCREENING_GUIDES.map((guide) => ({ ...guide, validFrom: dayToDb(toDay(guide.validFrom)) })), skipDuplicates: true })
  await db.volunteerRole.createMany({ data: VOLUNTEER_ROLES, skipDuplicates: true })
  await db.expenseRate.createMany({ data: EXPENSE_RATES.map((rate) => ({ ...rate, validFrom: dayToDb(toDay(rate.validFrom)) })), skipDuplicates: true })
  await db.volunteerGroupKind.createMany({ data: VOLUNTEER_GROUP_KINDS, skipDuplicates: true })
  await db.volunteerPaperKind.createMany({ data: VOLUNTEER_PAPER_KINDS, skipDuplicates: true })
  await db.retentionRule.createMany({ data: RETENTION_RULES, skipDuplicates: true })
  await db.processingText.createMany({ data: PROCESSING_TEXTS, skipDuplicates: true })
}
