import { Prisma } from '@/lib/platform/db'

/** The grounds of person `p` as jsonb, those that hold first. A name is read through the policies of the person it is. */
export const groundsSql = Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'version', g.version, 'level', g.level, 'basis', g.basis, 'viaId', g.via_id,
    'viaName', v.first_name || ' ' || v.last_name, 'source', g.source, 'fromDay', g.from_day, 'toDay', g.to_day, 'liftedOn', (g.lifted_at AT TIME ZONE 'Europe/Copenhagen')::date,
    'liftReason', g.lift_reason, 'liftedBy', u.name) ORDER BY g.lifted_at DESC NULLS FIRST, g.basis, g.level DESC, g.id)
  FROM person_protection g LEFT JOIN person v ON v.id = g.via_id LEFT JOIN app_user u ON u.id = g.lifted_by WHERE g.person_id = p.id), '[]')`
