import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { lateness } from '@/lib/deadlines/lateness'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { outreachRules } from '../rules-data/sql'
import type { CallTime, ReplyKind } from './rules'

export type ListedReply = {
  id: string
  personId: string
  firstName: string
  lastName: string
  kind: ReplyKind
  receivedAt: Date
  laterMonth: Day | null
  phone: string | null
  callTime: CallTime | null
  message: string | null
  handledAt: Date | null
  handledBy: string | null
  talkStartsAt: Date | null
  /** Last day for the call or the address, where the answer asks for one. */
  dueOn: Day | null
  /** Working days until then; negative when it has passed. */
  workingDays: number | null
}
export type ReplyView = 'open' | 'handled'
type Row = Omit<ListedReply, 'laterMonth' | 'dueOn' | 'workingDays'> & { laterMonth: string | null; dueOn: string | null; total: number }

export const REPLIES_PAGE = 50

/** Answers that nobody has taken up, oldest first; or those handled lately, newest first. Two statements and one audit row. */
export async function listReplies(actor: Actor, view: ReplyView, today: Day, page = 1): Promise<{ rows: ListedReply[]; total: number }> {
  const open = view === 'open'
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<Row[]>`SELECT r.id, r.person_id AS "personId", p.first_name AS "firstName", p.last_name AS "lastName", r.kind::text AS kind, r.received_at AS "receivedAt",
        r.later_month::text AS "laterMonth", r.phone, r.call_time AS "callTime", r.message, r.handled_at AS "handledAt", u.name AS "handledBy", s.starts_at AS "talkStartsAt",
        (SELECT min(t.due_on)::text FROM outreach_task t WHERE t.reply_id = r.id AND t.done_at IS NULL) AS "dueOn", count(*) OVER ()::int AS total
      FROM reply r JOIN person p ON p.id = r.person_id LEFT JOIN talk k ON k.id = r.talk_id AND k.cancelled_at IS NULL LEFT JOIN talk_slot s ON s.id = k.slot_id LEFT JOIN app_user u ON u.id = r.handled_by
      WHERE r.superseded_at IS NULL AND (r.handled_at IS NULL) = ${open}
      ORDER BY ${open ? Prisma.sql`r.received_at, r.id` : Prisma.sql`r.handled_at DESC, r.id`} LIMIT ${REPLIES_PAGE} OFFSET ${(page - 1) * REPLIES_PAGE}`
    shown({ action: 'reply.list', people: rows.map((row) => row.personId), details: { view } })
    const { closingDays } = await outreachRules(tx)
    return { total: rows[0]?.total ?? 0, rows: rows.map((row) => {
      const dueOn = row.dueOn ? toDay(row.dueOn) : null
      return { ...row, laterMonth: row.laterMonth ? toDay(row.laterMonth) : null, dueOn, workingDays: dueOn && lateness(dueOn, today, 0, null, closingDays).workingDays }
    }) }
  })
}
