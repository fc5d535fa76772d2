import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { Prisma } from '@/lib/platform/db'
import { addDays, type Day, dayFromDb, startOfDay } from '@/lib/platform/day'
import { MOST, type Outcome, type Reason, type Shown } from './rules'

export type UnusualRow = { id: string; day: Day; userId: string; userName: string; aboutId: string; points: number; reasons: Reason[]; lookups: number; firstAt: Date; outcome: Outcome | 'WORK_FOUND' | null; version: number }
export type UnusualList = { rows: UnusualRow[]; counts: Record<Shown, number> }
export type UnusualOne = { row: UnusualRow; opened: { at: Date; kind: 'VIEW' | 'DISCLOSURE'; action: string; purpose: string | null }[]; verdicts: { outcome: Outcome; note: string; at: Date; by: string | null }[] }

const WHERE: Record<Shown, Prisma.Sql> = { open: Prisma.sql`l.outcome IS NULL`, 'follow-up': Prisma.sql`l.outcome = 'FOLLOW_UP'`, closed: Prisma.sql`l.outcome IN ('EXPLAINED', 'WORK_FOUND')` }
const COLUMNS = Prisma.sql`l.id::text, l.day, l.user_id::text AS "userId", u.name AS "userName", l.about_id::text AS "aboutId", l.points, l.reasons, l.lookups, l.first_at AS "firstAt", l.outcome, l.version`

type Found = Omit<UnusualRow, 'day'> & { day: Date }
const toRow = (row: Found): UnusualRow => ({ ...row, day: dayFromDb(row.day) })

/** What waits, highest first, never more than a hundred; or what was followed up or closed, newest first. Citizens are ids. */
export function unusualList(actor: Actor, which: Shown): Promise<UnusualList> {
  return readAs(actor, 'audit.review', async ({ tx, shown }) => {
    const order = which === 'open' ? Prisma.sql`l.points DESC, l.day DESC, l.id` : Prisma.sql`l.day DESC, l.points DESC, l.id`
    const rows = await tx.$queryRaw<Found[]>`SELECT ${COLUMNS} FROM unusual_lookup l JOIN app_user u ON u.id = l.user_id WHERE ${WHERE[which]} ORDER BY ${order} LIMIT ${MOST}`
    const [counts] = await tx.$queryRaw<{ open: number; followUp: number; closed: number }[]>`SELECT count(*) FILTER (WHERE ${WHERE.open})::int AS open,
      count(*) FILTER (WHERE ${WHERE['follow-up']})::int AS "followUp", count(*) FILTER (WHERE ${WHERE.closed})::int AS closed FROM unusual_lookup l`
    shown({ action: 'audit.unusual-listed', people: rows.map((row) => row.aboutId), details: { which, rows: rows.length } })
    return { rows: rows.map(toRow), counts: { open: counts?.open ?? 0, 'follow-up': counts?.followUp ?? 0, closed: counts?.closed ?? 0 } }
  })
}

/** One of them: when the file was opened that day, why it is here, and what has been said. Null when it does not exist for the reader. */
export function unusualOne(actor: Actor, id: string): Promise<UnusualOne | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'audit.review', async ({ tx, shown }) => {
    const [found] = await tx.$queryRaw<Found[]>`SELECT ${COLUMNS} FROM unusual_lookup l JOIN app_user u ON u.id = l.user_id WHERE l.id = ${id}::uuid`
    if (!found) return null
    const row = toRow(found)
    const opened = await tx.$queryRaw<UnusualOne['opened']>`SELECT e.at, e.kind, e.action, e.purpose FROM audit_event e
      WHERE e.person_id = ${row.aboutId}::uuid AND e.actor_user_id = ${row.userId}::uuid AND e.kind IN ('VIEW', 'DISCLOSURE')
        AND e.at >= ${startOfDay(row.day)} AND e.at < ${startOfDay(addDays(row.day, 1))} ORDER BY e.at, e.seq LIMIT 100`
    const verdicts = await tx.$queryRaw<UnusualOne['verdicts']>`SELECT v.outcome, v.note, v.decided_at AS at, u.name AS by FROM unusual_verdict v LEFT JOIN app_user u ON u.id = v.decided_by
      WHERE v.lookup_id = ${id}::uuid ORDER BY v.decided_at`
    shown({ action: 'audit.unusual-viewed', personId: row.aboutId, details: { lookup: id } })
    return { row, opened, verdicts }
  })
}
