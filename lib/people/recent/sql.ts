import 'server-only'
import { Prisma } from '@/lib/platform/db'

export type Recent = { id: string; name: string }

/** The last ten people the reader opened, as far as they may still see them, newest first, as one value of jsonb; null for none. */
export const recentSql = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) ORDER BY r.at DESC) FROM (SELECT p.id, p.first_name || ' ' || p.last_name AS name, o.at FROM access.recently_opened() o JOIN person p ON p.id = o.person_id AND p.merged_into_id IS NULL ORDER BY o.at DESC LIMIT 10) r)`
