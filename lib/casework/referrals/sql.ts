import 'server-only'
import { Prisma } from '@/lib/platform/db'

/** Where a referral `r` stands, as a value of a statement over it. */
export const stateSql = Prisma.sql`coalesce((SELECT s.step FROM referral_step s WHERE s.referral_id = r.id ORDER BY s.number DESC LIMIT 1), 'sent')`
/** To whom, in both languages, of a referral `r` on a consent `c`: what has gone is called what the person heard. */
export const toSql = Prisma.sql`(SELECT jsonb_build_object('nameDa', coalesce(n.name_da, o.title_da, c.recipient_name, p.name, ''), 'nameEn', coalesce(n.name_en, o.title_en, c.recipient_name, p.name, ''), 'partner', CASE WHEN o.id IS NOT NULL THEN p.name END, 'contact', o.contact)
  FROM (SELECT) one LEFT JOIN unit n ON n.id = coalesce(r.to_unit_id, c.recipient_unit_id) LEFT JOIN offer o ON o.id = r.to_offer_id LEFT JOIN partner p ON p.id = c.partner_id)`
