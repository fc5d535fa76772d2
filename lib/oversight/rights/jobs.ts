import 'server-only'
import { keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { JobHandler } from '@/lib/platform/jobs/handler'

type Decider = { userId: string; email: string; locale: string; newest: Date }
/** Days back that a mail can have told of a right nobody answered: what waits longer stands on the first page, and is not written of again. */
const BACK_DAYS = 3

/** Tells those who may give a right that one waits: that it does and where, not which or for whom. Each once a day at most; what was proposed after the mail of a day is told the next morning (ADR 0061). */
export const tellOfRights: JobHandler<'right.asked'> = async () => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const deciders = await tx.$queryRaw<Decider[]>`SELECT d.user_id::text AS "userId", d.email, d.locale, d.newest FROM access.right_deciders() d`
    let count = 0
    for (const { userId, email, locale, newest } of deciders) {
      if (await alreadyTold(tx, userId, newest)) continue
      const t = translatorFor(locale === 'en' ? 'en' : 'da', 'rights.mail')
      if (await queueMail(tx, { key: keyFor(userId, 0), recipient: email, userId, subject: t('subject'), body: t('body', { link: `${env().PUBLIC_URL.replace(/\/$/, '')}/rights` }) })) count++
    }
    return count
  })
  return sent > 0 ? { sent } : null
}

const keyFor = (userId: string, daysAgo: number) => keyOf(`right asked ${userId} ${addDays(today(), -daysAgo)}`)

/** Whether a mail of these days was written after the newest right was proposed; or that was so long ago that a mail would be a reminder. */
async function alreadyTold(tx: Tx, userId: string, newest: Date): Promise<boolean> {
  if (newest.getTime() < Date.now() - BACK_DAYS * 86_400_000) return true
  const keys = Array.from({ length: BACK_DAYS + 1 }, (_, daysAgo) => keyFor(userId, daysAgo))
  return (await tx.outboxMessage.count({ where: { idempotencyKey: { in: keys }, createdAt: { gte: newest } } })) > 0
}
