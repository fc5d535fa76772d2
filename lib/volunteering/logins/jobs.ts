import 'server-only'
import { keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { transaction } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { whereToGive } from './rules'

type Decider = { requestId: string; userId: string; email: string; locale: string; leads: boolean }

/** Tells those who may give a login that one waits: that it does and where, and not whose. Each once for a request, however often it is asked for; nobody where it was given or refused meanwhile. */
export const tellOfLogin: JobHandler<'volunteer.login-asked'> = async ({ volunteerId }) => {
  const sent = await transaction({ role: 'worker' }, async (tx) => {
    const deciders = await tx.$queryRaw<Decider[]>`SELECT d.request_id::text AS "requestId", d.user_id::text AS "userId", d.email, d.locale, d.leads FROM access.login_deciders(${volunteerId}::uuid) d`
    let count = 0
    for (const { requestId, userId, email, locale, leads } of deciders) {
      const [t, link] = [translatorFor(locale === 'en' ? 'en' : 'da', 'ownPage.mail'), env().PUBLIC_URL.replace(/\/$/, '') + whereToGive[leads ? 'leads' : 'gives']]
      if (await queueMail(tx, { key: keyOf(`login asked ${requestId} ${userId}`), recipient: email, userId, subject: t('askedSubject'), body: t('asked', { link }) })) count++
    }
    return count
  })
  return sent > 0 ? { sent } : null
}
