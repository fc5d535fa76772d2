import 'server-only'
import { record } from '@/lib/audit/record'
import { allowedEmail, keyOf, queueMail } from '@/lib/messaging/outbox/writes'
import { now, today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { transaction, type Tx } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { env } from '@/lib/platform/env'
import { remindNow } from './rules'
import { eventMail, type MailedEvent } from './writes'

/** Reminds those who said yes and allow e-mail. Each once, however often it runs: the mark and the mail are one transaction, and the mail's key is made from the invitation. */
export const remindEvents: JobHandler<'event.remind'> = async (_data, signal) => {
  const events = await transaction({ role: 'worker' }, (tx) => tx.yearEvent.findMany({ where: { cancelledAt: null, startsAt: { gt: now() } } }))
  let reminded = 0
  for (const event of events) {
    if (!remindNow(event, today(), now())) continue
    const waiting = await transaction({ role: 'worker' }, (tx) => tx.invitation.findMany({ where: { eventId: event.id, answer: true, remindedAt: null, withdrawnAt: null }, select: { id: true, personId: true, person: { select: { language: true } } } }))
    for (const invitation of waiting) {
      if (signal.aborted) return { reminded }
      if (await transaction({ role: 'worker' }, (tx) => remind(tx, event, invitation))) reminded++
    }
  }
  return reminded > 0 ? { reminded } : null
}

async function remind(tx: Tx, event: MailedEvent, invitation: { id: string; personId: string; person: { language: string } }): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id: invitation.id, answer: true, remindedAt: null }, data: { remindedAt: now() } })
  if (count === 0) return false
  const recipient = await allowedEmail(tx, invitation.personId, dayToDb(today()))
  if (!recipient) return false
  await record(tx, { kind: 'MACHINE', action: 'event.reminded', personId: invitation.personId, details: { invitation: invitation.id } })
  const sender = (await tx.municipality.findFirst({ select: { name: true } }))?.name ?? ''
  return queueMail(tx, { key: keyOf(`remind ${invitation.id}`), recipient, personId: invitation.personId, ...eventMail('Reminder', event, invitation.person.language, { sender, link: `${env().PUBLIC_URL}/svar` }) })
}
