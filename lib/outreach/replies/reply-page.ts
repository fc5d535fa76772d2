import 'server-only'
import { readPublic } from '@/lib/access/read'
import { readReplyCode } from '@/lib/platform/crypto/tokens'
import type { Day } from '@/lib/platform/day'
import { toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { mayTryCode } from './code'
import type { ReplyKind } from './rules'

export type FreeSlot = { id: string; startsAt: Date; endsAt: Date; place: string }
export type OwnTalk = FreeSlot & { slotId: string; host: string; phone: string | null; sequence: number; changedAt: Date }
export type GivenReply = { kind: ReplyKind; receivedAt: Date; laterMonth: Day | null }

/** What one code opens. Nothing of it says who the person is. `replies`: the ones in force, newest first. */
export type ReplyPage = { eventId: string | null; contact: { name: string; phone: string | null } | null; talk: OwnTalk | null; replies: GivenReply[] }

/** Times shown at once: about three weeks of two a day. A longer list makes choosing harder, not easier. */
const SLOTS_SHOWN = 30

// Looked up where the typed text cannot be a code, so that the database is asked the same and takes the same time.
const impossible = 'AAAAAAAAAAAAAAAA'

async function withCode<T>(typed: string, read: (tx: Tx) => Promise<T>): Promise<T | null> {
  const allowed = await mayTryCode()
  const code = (allowed ? readReplyCode(typed) : null) ?? impossible
  return readPublic(code, async (tx) => {
    const [open] = await tx.$queryRaw<{ open: boolean }[]>`SELECT access.citizen_code() IS NOT NULL AS open`
    return open?.open ? read(tx) : null
  })
}

/** Null for a code that is unknown, expired, revoked or badly typed, and for a visitor who has tried too often: one answer for all. */
export async function openReplyPage(typed: string): Promise<ReplyPage | null> {
  return withCode(typed, async (tx) => {
    const [codes, contacts, talk, replies] = [
      await tx.$queryRaw<{ eventId: string | null }[]>`SELECT access.citizen_event() AS "eventId"`,
      await tx.$queryRaw<{ name: string; phone: string | null }[]>`SELECT name, phone FROM access.reply_contact()`,
      await ownTalk(tx),
      await tx.$queryRaw<{ kind: ReplyKind; receivedAt: Date; laterMonth: string | null }[]>`SELECT kind::text AS kind, received_at AS "receivedAt",
        later_month::text AS "laterMonth" FROM reply WHERE superseded_at IS NULL AND code_id = access.citizen_code() ORDER BY received_at DESC`,
    ]
    return {
      eventId: codes[0]?.eventId ?? null,
      contact: contacts[0] ?? null,
      talk,
      replies: replies.map((reply) => ({ ...reply, laterMonth: reply.laterMonth ? toDay(reply.laterMonth) : null })),
    }
  })
}

/** The times that can be chosen now, earliest first. Empty for a code that does not hold. */
export async function freeSlots(typed: string): Promise<FreeSlot[]> {
  return (await withCode(typed, (tx) => tx.$queryRaw<FreeSlot[]>`SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", place FROM access.free_slots() LIMIT ${SLOTS_SHOWN}`)) ?? []
}

/** The talk behind the code, for its calendar file. */
export async function talkOfCode(typed: string): Promise<OwnTalk | null> {
  return withCode(typed, ownTalk)
}

export async function ownTalk(tx: Tx): Promise<OwnTalk | null> {
  const [talk] = await tx.$queryRaw<OwnTalk[]>`SELECT id, slot_id AS "slotId", starts_at AS "startsAt", ends_at AS "endsAt", place, host, phone, sequence, changed_at AS "changedAt" FROM access.own_talk()`
  return talk ?? null
}
