import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { factsSql, type RawFacts, readFacts } from '../path/sql'
import type { Facts } from '../path/rules'
import type { About, Reminded } from './rules'

/** Those who lead volunteers today. */
export const leadsToday = (tx: Tx, today: Date) => tx.$queryRaw<{ id: string; email: string; locale: string }[]>`SELECT u.id::text, u.email, u.locale FROM app_user u
  WHERE u.active AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'VOLUNTEER_LEAD' AND g.from_day <= ${today}::date AND (g.to_day IS NULL OR g.to_day >= ${today}::date)) ORDER BY u.id`

export type Remindable = { id: string; firstName: string; email: string | null; language: string; signsIn: boolean; facts: Facts; asked: Day[]; sent: Reminded[] }
type Row = Omit<Remindable, 'facts' | 'asked' | 'sent'> & RawFacts & { asked: string[]; sent: { onDay: string; about: About[] }[] }

/** Where volunteers stand, what they are asked and did not answer, and what they were reminded of. All of them, or one whose record is locked meanwhile. */
export async function remindable(tx: Tx, one?: string): Promise<Remindable[]> {
  if (one) await tx.$queryRaw`SELECT v.id::text FROM volunteer v WHERE v.id = ${one}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<Row[]>`SELECT v.id::text, v.first_name AS "firstName", v.email, v.language, EXISTS (SELECT 1 FROM volunteer_login l WHERE l.volunteer_id = v.id AND l.ended_at IS NULL) AS "signsIn", ${factsSql},
      (SELECT coalesce(jsonb_agg(q.on_day), '[]') FROM (SELECT DISTINCT ON (s.request_id) s.* FROM volunteer_pair_step s WHERE s.volunteer_id = v.id ORDER BY s.request_id, s.number DESC) q
        WHERE q.step = 'asked' AND access.pair_asked(q.request_id, v.id) = q.number AND NOT EXISTS (SELECT 1 FROM volunteer_answer a WHERE a.request_id = q.request_id AND a.volunteer_id = v.id AND a.number = q.number AND a.side = 'volunteer')) AS asked,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('onDay', r.on_day, 'about', r.about)), '[]') FROM volunteer_reminder r WHERE r.volunteer_id = v.id) AS sent
    FROM volunteer v ${one ? Prisma.sql`WHERE v.id = ${one}::uuid` : Prisma.empty} ORDER BY v.number`
  return rows.map(({ asked, sent, steps, papers, trainings, needs, ...row }) => ({ ...row, facts: readFacts({ steps, papers, trainings, needs }), asked: asked.map(toDay), sent: sent.map(({ onDay, about }) => ({ onDay: toDay(onDay), about })) }))
}

/** What papers are called, where volunteers belong to, and who writes. */
export type Letterhead = { kinds: { code: string; nameDa: string; nameEn: string }[]; unitDa: string | null; unitEn: string | null; phone: string | null; sender: string | null }
export async function letterhead(tx: Tx): Promise<Letterhead> {
  const [row] = await tx.$queryRaw<[Letterhead]>`SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'nameDa', k.name_da, 'nameEn', k.name_en)), '[]') FROM volunteer_paper_kind k) AS kinds, u.name_da AS "unitDa", u.name_en AS "unitEn", u.phone, (SELECT m.name FROM municipality m LIMIT 1) AS sender
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT n.* FROM unit n WHERE n.kind = 'VOLUNTEERING' AND n.closed_on IS NULL ORDER BY n.opened_on NULLS FIRST, n.id LIMIT 1) u ON true`
  return row
}
