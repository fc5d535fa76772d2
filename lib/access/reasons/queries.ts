import 'server-only'
import { z } from 'zod'
import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { omit } from '@/lib/platform/omit'
import type { Part } from '../parts'
import type { Actor } from '../permissions'
import { readAs } from '../read'
import type { ReasonCode, Verdict } from './rules'

export type ReasonGround = { name: string; responsible: string[]; needed: boolean }

/** What the page that asks why may say: the name and who is responsible. One statement; null when the person is not the reader's to see. */
export async function reasonGround(actor: Actor, personId: string): Promise<ReasonGround | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return readAs(actor, 'person.read', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<ReasonGround[]>`SELECT p.first_name || ' ' || p.last_name AS name, access.responsible_names(p.id) AS responsible, access.reason_needed(p.id) AS needed
      FROM person p WHERE p.id = ${personId}::uuid`
    if (row) shown({ action: 'reason.asked', people: [personId] })
    return row ?? null
  })
}

export type Sampled = { id: string; user: string; at: Date; code: ReasonCode; note: string | null; responsible: string[]; verdict: Verdict | null; reviewer: string | null; reviewedAt: Date | null; reviewNote: string | null }

/** The sample: what waits, oldest first, and the last hundred that were looked at. Nobody is named but staff. One statement. */
export async function reasonReviews(actor: Actor): Promise<{ open: Sampled[]; done: Sampled[] }> {
  return readAs(actor, 'access.review', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(Sampled & { personId: string })[]>`SELECT r.id, r.person_id AS "personId", u.name AS user, r.created_at AS at, r.code, r.note, access.responsible_then(r.id) AS responsible, r.verdict, v.name AS reviewer, r.reviewed_at AS "reviewedAt", r.review_note AS "reviewNote"
      FROM access_reason r JOIN app_user u ON u.id = r.user_id LEFT JOIN app_user v ON v.id = r.reviewed_by
      WHERE r.sampled_at IS NOT NULL AND access.reviews(r.user_id) ORDER BY r.verdict IS NOT NULL, CASE WHEN r.verdict IS NULL THEN r.created_at END, r.reviewed_at DESC, r.id LIMIT 200`
    // What a colleague wrote is about somebody, who may ask the log who read it; the page itself does not say who.
    shown({ action: 'reason.reviews-listed', people: [...new Set(rows.map((row) => row.personId))] })
    const sampled = rows.map((row): Sampled => omit(row, 'personId'))
    return { open: sampled.filter((row) => row.verdict === null), done: sampled.filter((row) => row.verdict !== null).slice(0, 100) }
  })
}

export type Opened = { id: string; user: string; personId: string; person: string; at: Date; code: ReasonCode; note: string | null }

/** As long as whoever was away is still told what happened meanwhile. */
const AWAY_DAYS = 30

/**
 * For the one who is responsible: which colleagues opened their people since that day, newest first, and why. Whoever was not signed in on it is told
 * from the last day they were, where none is known from a month back: nobody is to learn it only where they happened to be at work the next morning.
 */
export const openedPart = (actor: Actor, since: Day): Part<Opened[]> => ({
  may: 'person.read',
  sql: Prisma.sql`SELECT jsonb_agg(jsonb_build_object('id', o.id, 'user', o.user, 'personId', o.person_id, 'person', o.person, 'at', o.created_at, 'code', o.code, 'note', o.note) ORDER BY o.created_at DESC)
    FROM (SELECT r.id, u.name AS user, r.person_id, p.first_name || ' ' || p.last_name AS person, r.created_at, r.code, r.note
      FROM access_reason r JOIN app_user u ON u.id = r.user_id JOIN person p ON p.id = r.person_id
      WHERE r.day >= least(${dayToDb(since)}::date, greatest(${dayToDb(addDays(since, -AWAY_DAYS))}::date,
          (SELECT max((s.last_seen_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM session s WHERE s.user_id = ${actor.userId}::uuid AND (s.last_seen_at AT TIME ZONE 'Europe/Copenhagen')::date < access.today()))) AND r.user_id <> ${actor.userId}::uuid AND access.is_responsible(r.person_id) ORDER BY r.created_at DESC LIMIT 100) o`,
  of(value, shown) {
    const rows = ((value ?? []) as (Omit<Opened, 'at'> & { at: string })[]).map(({ at, ...row }): Opened => ({ ...row, at: new Date(at) }))
    shown({ action: 'reason.own-people-listed', people: rows.map(({ personId }) => personId) })
    return rows
  },
})
