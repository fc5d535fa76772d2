import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { checkSubject } from './rules'

export type NewMail = {
  /** UUID made before the first attempt. The same key twice is one mail: give one where the reason can come again (a reminder). */
  key?: string
  recipient: string
  subject: string
  body: string
  calendar?: string
  personId?: string
  userId?: string
  notBefore?: Date
}

/** A key of a mail made from its reason: the same text gives the same UUID. */
export function keyOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Puts a mail into the outbox inside the caller's transaction: it leaves exactly when the change behind it stands. False when the key is there already. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<boolean> {
  checkSubject(mail.subject)
  const id = randomUUID()
  const made = await tx.outboxMessage.createMany({
    data: [{ id, idempotencyKey: mail.key ?? randomUUID(), channel: 'EMAIL', personId: mail.personId, userId: mail.userId, recipient: mail.recipient, subject: mail.subject, body: mail.body, calendar: mail.calendar, notBefore: mail.notBefore }],
    skipDuplicates: true,
  })
  if (made.count === 0) return false
  await enqueue(tx, 'outbox.send', { messageId: id }, { startAfter: mail.notBefore })
  return true
}

/** The allowed, current e-mail of a person, or null. As the caller: a person one may not see has none. */
export async function allowedEmail(tx: Tx, personId: string, today: Date): Promise<string | null> {
  const found = await tx.contactPoint.findFirst({
    where: { personId, kind: 'EMAIL', allowed: true, AND: [{ OR: [{ fromDay: null }, { fromDay: { lte: today } }] }, { OR: [{ toDay: null }, { toDay: { gte: today } }] }] },
    orderBy: [{ fromDay: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    select: { value: true },
  })
  return found?.value ?? null
}
