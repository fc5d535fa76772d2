'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { allowedEmail } from '@/lib/messaging/outbox/writes'
import { now } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { isOpen, settlementsOf } from './rules'
import { settleMailInput } from './schema'

/** A person has looked into it: the mail arrived, it is to be sent again, or it is not needed any more. Nothing is sent twice by itself. */
export const settleMail = staffAction({
  name: 'settleMail',
  may: 'outreach.record',
  schema: settleMailInput,
  async run({ tx, audit, today }, { messageId, settlement }) {
    const mail = await tx.outboxMessage.findUnique({ where: { id: messageId }, select: { personId: true, state: true, fence: true } })
    if (!mail?.personId) throw new Refused('mails.error.unknown')
    if (!isOpen(mail.state) || !settlementsOf(mail.state).includes(settlement)) throw new Refused('mails.error.settled')
    // A corrected address is what "again" is usually about; one that may not be used any more is not written to.
    const recipient = settlement === 'again' ? await allowedEmail(tx, mail.personId, dayToDb(today)) : null
    if (settlement === 'again' && !recipient) throw new Refused('mails.error.noEmail')
    // The fence shuts out a worker that comes back late with the former attempt.
    const data = { fence: mail.fence + 1, leaseUntil: null }
    const changed = await tx.outboxMessage.updateMany({
      where: { id: messageId, state: mail.state, fence: mail.fence },
      data: recipient ? { ...data, state: 'QUEUED', recipient, attempts: 0, notBefore: null, errorCode: null } : settlement === 'sent' ? { ...data, state: 'SENT', sentAt: now() } : { ...data, state: 'CANCELLED' },
    })
    if (changed.count === 0) throw new Refused('mails.error.settled')
    if (recipient) await enqueue(tx, 'outbox.send', { messageId })
    await audit({ action: `mail.settled-${settlement}`, personId: mail.personId })
    return { redirectTo: '/outreach/mails' }
  },
})
