import { createHash } from 'node:crypto'
import { newReplyCode } from '@/lib/platform/crypto/tokens'
import { owner } from './db'

type Wanted = { expiresAt?: Date; revokedAt?: Date; eventId?: string; letterId?: string }

/** A live code for the person, as a letter would carry it. */
export async function replyCode(personId: string, wanted: Wanted = {}): Promise<string> {
  const code = newReplyCode()
  const codeHash = new Uint8Array(createHash('sha256').update(code).digest())
  await owner().replyCode.create({ data: { personId, codeHash, expiresAt: new Date(Date.now() + 86_400_000), ...wanted } })
  return code
}

let hour = 0
/** A free time two days from now or later; each call gives another one. */
export async function freeSlot(userId: string, hours = 48): Promise<string> {
  const startsAt = new Date(Date.now() + (hours + hour++) * 3_600_000)
  const slot = await owner().talkSlot.create({ data: { userId, startsAt, endsAt: new Date(startsAt.getTime() + 45 * 60_000), place: 'Rådhuset, lokale 2' } })
  return slot.id
}
