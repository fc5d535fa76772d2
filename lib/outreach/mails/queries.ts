import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { OpenMailState } from './rules'

export type OpenMail = { id: string; personId: string; name: string; recipient: string; subject: string; state: OpenMailState; createdAt: Date; errorCode: string | null; key: string }

export const MOST_MAILS = 200

/** Mails to citizens that somebody has to settle, the oldest first. One statement and one audit row. */
export async function openMails(actor: Actor): Promise<{ rows: OpenMail[]; total: number }> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(OpenMail & { total: number })[]>`
      SELECT m.id, m.person_id AS "personId", p.first_name || ' ' || p.last_name AS name, m.recipient, m.subject, m.state::text, m.error_code AS "errorCode",
        m.idempotency_key::text AS key, m.created_at AS "createdAt", count(*) OVER ()::int AS total
      FROM outbox_message m JOIN person p ON p.id = m.person_id WHERE m.state IN ('UNCERTAIN', 'FAILED')
      ORDER BY m.created_at, m.id LIMIT ${MOST_MAILS}`
    shown({ action: 'mail.open-list', people: rows.map((row) => row.personId) })
    return { rows, total: rows[0]?.total ?? 0 }
  })
}
