import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'

/** Whom one turns to about an agreement. `gone`: they speak for the association no more, or work here no more, and somebody else has to be chosen. */
export type AgreedContact = { id: string; side: 'association' | 'municipality'; name: string; title: string | null; phone: string | null; /** Of the association's alone: staff are rung. */ email: string | null; gone: boolean }

/** The contacts of an agreement `p`, as a column of a statement over it: the association's first. */
export const agreedContactsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'side', CASE WHEN k.contact_id IS NULL THEN 'municipality' ELSE 'association' END, 'name', coalesce(ac.name, au.name, ''), 'title', coalesce(ac.title, au.title), 'phone', coalesce(ac.phone, au.phone), 'email', ac.email,
    'gone', CASE WHEN k.contact_id IS NULL THEN coalesce(NOT au.active, true) ELSE ac.to_day IS NOT NULL END) ORDER BY k.contact_id IS NULL, coalesce(ac.name, au.name)), '[]') FROM partnership_contact k LEFT JOIN association_contact ac ON ac.id = k.contact_id LEFT JOIN app_user au ON au.id = k.user_id WHERE k.partnership_id = p.id AND k.to_day IS NULL)`

/** The next agreement begins with the contacts of the former who are still there. */
export const takeOverContacts = (tx: Tx, associationId: string, partnershipId: string, number: number, by: string, today: Date) => tx.$executeRaw`INSERT INTO partnership_contact (partnership_id, contact_id, user_id, from_day, recorded_by)
  SELECT ${partnershipId}::uuid, k.contact_id, k.user_id, ${today}::date, ${by}::uuid FROM partnership_contact k JOIN partnership p ON p.id = k.partnership_id AND p.association_id = ${associationId}::uuid AND p.number = ${number} LEFT JOIN association_contact c ON c.id = k.contact_id
  WHERE k.to_day IS NULL AND (c.id IS NOT NULL AND c.to_day IS NULL OR k.user_id IN (SELECT s.id FROM access.agreement_staff() s))`
