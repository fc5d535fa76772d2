import 'server-only'
import { Prisma } from '@/lib/platform/db'
import { momentsOf, type TrailFilter } from './rules'

/** A selection of the log as a condition on `audit_event e`: the page, and whatever begins from what the page shows. */
export function trailConditions(filter: TrailFilter): Prisma.Sql {
  const { from, until } = momentsOf(filter)
  const all = [Prisma.sql`true`]
  if (filter.person) all.push(Prisma.sql`(e.person_id = ${filter.person}::uuid OR e.id IN (SELECT s.event_id FROM audit_subject s WHERE s.person_id = ${filter.person}::uuid))`)
  if (filter.user) all.push(Prisma.sql`e.actor_user_id = ${filter.user}::uuid`)
  if (filter.kind) all.push(Prisma.sql`e.kind = ${filter.kind}::audit_kind`)
  if (from) all.push(Prisma.sql`e.at >= ${from}`)
  if (until) all.push(Prisma.sql`e.at < ${until}`)
  if (filter.before) all.push(Prisma.sql`(e.at, e.seq) < (SELECT b.at, b.seq FROM audit_event b WHERE b.seq = ${filter.before}::bigint)`)
  return Prisma.join(all, ' AND ')
}
