import 'server-only'
import { transaction } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log/log'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { LEASE_SECONDS, pauseMinutes, stateAfter, type Delivery } from './rules'
import { sendBySmtp, type MailServer, type OutgoingMail } from './smtp'

type Leased = OutgoingMail & { fence: number; attempts: number }

/** One mail, or all that wait. Without a mail server they go on waiting: nothing is lost, and the page says that mail is not connected. */
export const outboxSender = (configured: () => MailServer | null): JobHandler<'outbox.send'> => async (data, signal) => {
  const server = configured()
  const doubtful = await giveUpLost()
  if (!server) return doubtful > 0 ? { uncertain: doubtful } : null
  const counts = { sent: 0, again: 0, refused: 0, uncertain: doubtful }
  for (const id of data ? [data.messageId] : await waiting()) {
    if (signal.aborted) break
    const message = await lease(id)
    if (!message) continue
    const delivery = await sendBySmtp(server, message)
    counts[delivery.kind]++
    await settle(message, delivery)
  }
  return counts.sent + counts.again + counts.refused + counts.uncertain > 0 ? counts : null
}

export const sendOutbox = outboxSender(() => {
  const { SMTP_URL, MAIL_FROM } = env()
  return SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM } : null
})

async function waiting(): Promise<string[]> {
  const rows = await transaction({ role: 'worker' }, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id FROM outbox_message
    WHERE state = 'QUEUED' AND channel = 'EMAIL' AND (not_before IS NULL OR not_before <= now()) ORDER BY created_at LIMIT 200`)
  return rows.map((row) => row.id)
}

/** Takes the message for this worker alone. The fence number tells a worker that comes back late that the message is no longer its own. */
async function lease(id: string): Promise<Leased | null> {
  const rows = await transaction({ role: 'worker' }, (tx) => tx.$queryRaw<Leased[]>`UPDATE outbox_message
    SET state = 'SENDING', fence = fence + 1, attempts = attempts + 1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}::int)
    WHERE id = ${id}::uuid AND state = 'QUEUED' AND channel = 'EMAIL' AND (not_before IS NULL OR not_before <= now())
    RETURNING id, idempotency_key::text AS "idempotencyKey", recipient, subject, body, calendar, fence, attempts`)
  return rows[0] ?? null
}

async function settle(message: Leased, delivery: Delivery): Promise<void> {
  const state = stateAfter(delivery, message.attempts)
  const receipt = delivery.kind === 'sent' ? delivery.receipt : null
  const code = delivery.kind === 'sent' ? null : delivery.code
  const changed = await transaction({ role: 'worker' }, (tx) => tx.$executeRaw`UPDATE outbox_message
    SET state = ${state}::message_state, lease_until = NULL, receipt = ${receipt}, error_code = ${code}, sent_at = CASE WHEN ${state} = 'SENT' THEN now() END,
      -- A mail to a member of staff may hold a link that opens an account: once it has left, nobody needs its text.
      body = CASE WHEN ${state} = 'SENT' AND user_id IS NOT NULL AND person_id IS NULL THEN '' ELSE body END,
      not_before = CASE WHEN ${state} = 'QUEUED' THEN now() + make_interval(mins => ${pauseMinutes(message.attempts)}::int) ELSE not_before END
    WHERE id = ${message.id}::uuid AND fence = ${message.fence} AND state = 'SENDING'`)
  if (changed === 0) log.warn('outbox.fenced', { reference: message.id })
}

/** A worker that died while sending left a doubt behind, not a message to send again. */
function giveUpLost(): Promise<number> {
  return transaction({ role: 'worker' }, (tx) => tx.$executeRaw`UPDATE outbox_message SET state = 'UNCERTAIN', error_code = 'worker-lost', lease_until = NULL
    WHERE state = 'SENDING' AND lease_until < now()`)
}
