import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { stateSql } from '../requests/writes'
import type { CompanionFacts } from './rules'

/** What a meeting `m` with its request `r` stands by, as one value of jsonb. */
export const companionFactsSql = Prisma.sql`jsonb_build_object('request', CASE WHEN r.id IS NOT NULL THEN ${stateSql} END, 'requestId', r.id,
  'asked', EXISTS (SELECT 1 FROM (SELECT DISTINCT ON (s.volunteer_id) s.step FROM volunteer_pair_step s WHERE s.request_id = r.id ORDER BY s.volunteer_id, s.number DESC) n WHERE n.step = 'asked'),
  'matchEnded', EXISTS (SELECT 1 FROM volunteer_match o JOIN volunteer_match_end e ON e.match_id = o.id WHERE o.request_id = r.id AND e.recorded_at < m.starts_at),
  'begun', m.starts_at <= now(), 'steps', (SELECT coalesce(jsonb_agg(t.step ORDER BY t.number), '[]') FROM companion_step t WHERE t.meeting_id = m.id))`

export type StoredFacts = CompanionFacts & { requestId: string | null }

/** How a meeting of the person stands, for whoever writes about it; null where there is none. Of two who write at once the second waits, and then finds what the first wrote. */
export async function meetingFacts(tx: Tx, personId: string, meetingId: string): Promise<StoredFacts | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`companion_meeting ${meetingId}`}, 0))`
  const [row] = await tx.$queryRaw<{ facts: StoredFacts }[]>`SELECT ${companionFactsSql} AS facts FROM companion_meeting m LEFT JOIN volunteer_request r ON r.id = m.request_id WHERE m.id = ${meetingId}::uuid AND m.person_id = ${personId}::uuid`
  return row?.facts ?? null
}

/** Null without a live consent; then the fields it names. Of nobody who is shielded or whose address is protected (ADR 0045). */
export const toldSql = (personId: string) => Prisma.sql`SELECT to_jsonb(array_agg(DISTINCT coalesce(f.field, ''))) FROM consent c JOIN unit u ON u.id = c.recipient_unit_id AND u.kind = 'VOLUNTEERING' JOIN person p ON p.id = c.person_id LEFT JOIN LATERAL unnest(c.fields) AS f(field) ON true
  WHERE c.person_id = ${personId}::uuid AND c.purpose = 'referral' AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id) AND p.protection = 'P0' AND NOT p.shielded`
