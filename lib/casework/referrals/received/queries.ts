import 'server-only'
import { z } from 'zod'
import type { Part } from '@/lib/access/parts'
import { readPart } from '@/lib/access/parts'
import { can, type Actor } from '@/lib/access/permissions'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { NEWS_DAYS, type ReferralState, type Said } from '../rules'
import { stateSql, toSql } from '../sql'

export type Received = { id: string; consentId: string; personId: string; name: string; why: string; wishedBy: Day | null; answerBy: Day; state: 'sent' | 'accepted'; by: string; unit: { nameDa: string; nameEn: string } | null; at: Date }
type Raw = Omit<Received, 'wishedBy' | 'answerBy' | 'at'> & { wishedBy: string | null; answerBy: string; at: string }

/** What was referred to the reader's unit and is not over, the soonest answer first; `consentId`: behind one consent alone; `waiting`: what is still to be answered. Everybody in it is named in the log. */
const received = (only: { consentId?: string; waiting?: true }): Part<Received[]> => ({
  may: 'referral.receive',
  sql: Prisma.sql`SELECT jsonb_agg(jsonb_build_object('id', o.id, 'consentId', o.consent_id, 'personId', o.person_id, 'name', o.name, 'why', o.why, 'wishedBy', o.wished_by, 'answerBy', o.answer_by, 'state', o.state, 'by', o.by_name,
      'unit', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en) END, 'at', o.sent_at) ORDER BY o.answer_by, o.sent_at, o.id)
    FROM access.received_referrals() o LEFT JOIN unit n ON n.id = o.from_unit WHERE (${only.consentId ?? null}::uuid IS NULL OR o.consent_id = ${only.consentId ?? null}::uuid) AND (NOT ${only.waiting ?? false}::boolean OR o.state = 'sent')`,
  of(value, shown) {
    const rows = ((value ?? []) as Raw[]).map(({ wishedBy, answerBy, at, ...row }): Received => ({ ...row, wishedBy: wishedBy === null ? null : toDay(wishedBy), answerBy: toDay(answerBy), at: new Date(at) }))
    if (rows.length > 0) shown({ action: 'referral.received-listed', people: rows.map(({ personId }) => personId) })
    return rows
  },
})

/** Those that wait for an answer, for the first page. */
export const waitingPart = received({ waiting: true })
/** All that were referred to the reader's unit and are not over. One statement; none for readers without the right. */
export const receivedReferrals = async (actor: Actor): Promise<Received[]> => (can(actor, 'referral.receive') ? readPart(actor, Prisma.sql`/* keep:received */`, received({})) : [])
/** Those that rest on one consent to the reader's unit. One statement. */
export async function referralsOn(actor: Actor, consentId: string): Promise<Received[]> {
  return can(actor, 'referral.receive') && z.uuid().safeParse(consentId).success ? readPart(actor, Prisma.sql`/* keep:received-on */`, received({ consentId })) : []
}

export type News = { id: string; personId: string; name: string; to: { nameDa: string; nameEn: string }; state: ReferralState; said: Said | null; words: string | null; answerBy: Day; consentUntil: Day }

/** What the reader referred, or somebody they have in hand was: where the answer is overdue, the consent has run out, or the receiver has answered lately. The log names them. */
export const newsPart = (actor: Actor, today: Day): Part<News[]> => ({
  may: 'referral.manage',
  sql: Prisma.sql`SELECT jsonb_agg(to_jsonb(q) - 'step_at' ORDER BY q."answerBy", q.id) FROM (
      SELECT r.id, r.person_id AS "personId", w.first_name || ' ' || w.last_name AS name, ${toSql} AS "to", ${stateSql} AS state, l.said, l.words, r.answer_by AS "answerBy", c.expires_on AS "consentUntil", l.recorded_at AS step_at
      FROM referral r JOIN consent c ON c.id = r.consent_id JOIN person w ON w.id = r.person_id LEFT JOIN LATERAL (SELECT s.said, s.words, s.recorded_at FROM referral_step s WHERE s.referral_id = r.id ORDER BY s.number DESC LIMIT 1) l ON true
      WHERE w.died_on IS NULL AND (r.sent_by = ${actor.userId}::uuid OR EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = r.person_id AND a.user_id = ${actor.userId}::uuid AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)))) q
    WHERE (q.state = 'sent' AND (q."answerBy" < ${today}::date OR q."consentUntil" < ${today}::date)) OR (q.state = 'accepted' AND q."consentUntil" < ${today}::date)
      OR (q.said = 'here' AND q.step_at >= ${today}::date - ${NEWS_DAYS}::int) OR (q.said = 'consent' AND q.step_at >= ${today}::date - ${NEWS_DAYS}::int)`,
  of(value, shown) {
    const rows = ((value ?? []) as (Omit<News, 'answerBy' | 'consentUntil'> & { answerBy: string; consentUntil: string })[]).map(({ answerBy, consentUntil, ...row }): News => ({ ...row, answerBy: toDay(answerBy), consentUntil: toDay(consentUntil) }))
    if (rows.length > 0) shown({ action: 'referral.news-listed', people: rows.map(({ personId }) => personId) })
    return rows
  },
})
