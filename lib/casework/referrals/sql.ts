import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { ReferralState } from './rules'

/** Where a referral `r` stands, as a value of a statement over it. */
export const stateSql = Prisma.sql`coalesce((SELECT s.step FROM referral_step s WHERE s.referral_id = r.id ORDER BY s.number DESC LIMIT 1), 'sent')`
/** To whom, in both languages, of a referral `r` on a consent `c`: what has gone is called what the person heard. */
export const toSql = Prisma.sql`(SELECT jsonb_build_object('nameDa', coalesce(n.name_da, o.title_da, c.recipient_name, p.name, ''), 'nameEn', coalesce(n.name_en, o.title_en, c.recipient_name, p.name, ''), 'partner', CASE WHEN o.id IS NOT NULL THEN p.name END, 'contact', o.contact)
  FROM (SELECT) one LEFT JOIN unit n ON n.id = coalesce(r.to_unit_id, c.recipient_unit_id) LEFT JOIN offer o ON o.id = r.to_offer_id LEFT JOIN partner p ON p.id = c.partner_id)`

/** A referral that goes on, as it stands on pages that are about more than referrals. */
export type OpenReferral = { id: string; to: { nameDa: string; nameEn: string }; state: ReferralState; answerBy: Day; consentUntil: Day }
export type RawOpenReferral = Omit<OpenReferral, 'answerBy' | 'consentUntil'> & { answerBy: string; consentUntil: string }
/** Those of a person that go on, the newest first, as a value of jsonb. `person`: their id within the statement, under no alias that is used here (r, c, s). */
export const openReferralsSql = (person: Prisma.Sql) => Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(q) ORDER BY q.id DESC), '[]') FROM (SELECT r.id, ${toSql} AS "to", ${stateSql} AS state, r.answer_by AS "answerBy", c.expires_on AS "consentUntil" FROM referral r JOIN consent c ON c.id = r.consent_id WHERE r.person_id = ${person}) q WHERE q.state IN ('sent', 'accepted'))`
export const openReferralOf = (one: RawOpenReferral): OpenReferral => ({ ...one, answerBy: toDay(one.answerBy), consentUntil: toDay(one.consentUntil) })
