import 'server-only'
import { record } from '@/lib/audit/record'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf, startOfDay } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { DRAFT_DAYS, REDACTED_DAYS } from './rules'

/** `contact.clear`: the words of entries that were taken back go for good after their weeks, and drafts nobody came back to. The traces stay. */
export const clearContacts = (clock: () => Date = now): JobHandler<'contact.clear'> => async () => {
  const today = dayOf(clock())
  const [redacted, drafts] = [startOfDay(addDays(today, -REDACTED_DAYS)), startOfDay(addDays(today, -DRAFT_DAYS))]
  return transaction({ role: 'worker' }, async (tx) => {
    const words = await tx.$executeRaw`UPDATE contact_redaction SET original = NULL WHERE original IS NOT NULL AND redacted_at < ${redacted}`
    const { count } = await tx.contactDraft.deleteMany({ where: { savedAt: { lt: drafts } } })
    if (words + count === 0) return null
    await record(tx, { kind: 'MACHINE', action: 'contact.cleared', details: { words, drafts: count } })
    return { words, drafts: count }
  })
}
