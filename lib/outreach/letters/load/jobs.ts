import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { formatReplyCode } from '@/lib/platform/crypto/tokens'
import { unseal } from '@/lib/platform/crypto/sealed'
import type { AddressRow } from '../address'
import type { LetterRow } from '../compose'

/** A letter with everything it takes to make it; `fence` is what the claim gave it. */
export type LoadedLetter = LetterRow & { key: string; versionId: string; fence: number; cpr: string | null; fileId: string | null; renderedAt: Date | null }

type Row = {
  id: string; person_id: string; idempotency_key: string; template_version_id: string; language: string; large_print: boolean; channel: LetterRow['channel']
  fence: number; file_id: string | null; rendered_at: Date | null; first_name: string; last_name: string; protection: string
  cpr: Uint8Array | null; code: Uint8Array | null; address: AddressRow | null; talk: { id: string; starts: string; ends: string; place: string } | null
}

/** The letters with these ids, people and addresses as they are this moment. One statement for a batch. */
export async function loadLetters(tx: Tx, ids: readonly string[]): Promise<LoadedLetter[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l.id, l.person_id, l.idempotency_key, l.template_version_id, l.language, l.large_print, l.channel::text, l.fence, l.file_id, l.rendered_at,
      p.first_name, p.last_name, p.protection::text, n.cipher AS cpr,
      (SELECT c.cipher FROM reply_code c WHERE c.letter_id = l.id AND c.revoked_at IS NULL ORDER BY c.id DESC LIMIT 1) AS code,
      (SELECT json_build_object('careOf', a.care_of, 'street', a.street, 'number', a.number, 'floor', a.floor, 'door', a.door, 'postcode', a.postcode, 'town', a.town)
        FROM address a WHERE a.person_id = p.id AND (a.from_day IS NULL OR a.from_day <= current_date) AND (a.to_day IS NULL OR a.to_day >= current_date)
        ORDER BY a.from_day DESC NULLS LAST, a.id DESC LIMIT 1) AS address,
      (SELECT json_build_object('id', t.id, 'starts', s.starts_at, 'ends', s.ends_at, 'place', s.place) FROM talk t JOIN talk_slot s ON s.id = t.slot_id
        WHERE t.person_id = p.id AND t.cancelled_at IS NULL AND s.starts_at > now() ORDER BY s.starts_at LIMIT 1) AS talk
    FROM letter l JOIN person p ON p.id = l.person_id LEFT JOIN person_cpr n ON n.person_id = p.id
    WHERE l.id = ANY (${[...ids]}::uuid[]) ORDER BY l.id`
  return rows.map(loaded)
}

function loaded(row: Row): LoadedLetter {
  return {
    letterId: row.id,
    personId: row.person_id,
    key: row.idempotency_key,
    versionId: row.template_version_id,
    fence: row.fence,
    fileId: row.file_id,
    renderedAt: row.rendered_at,
    firstName: row.first_name,
    lastName: row.last_name,
    language: row.language,
    largePrint: row.large_print,
    protection: row.protection,
    channel: row.channel,
    address: row.address,
    cpr: row.cpr && unseal(row.cpr),
    code: row.code ? formatReplyCode(unseal(row.code)) : '',
    talk: row.talk && { id: row.talk.id, startsAt: new Date(row.talk.starts), endsAt: new Date(row.talk.ends), place: row.talk.place },
  }
}
