import 'server-only'
import type { Part } from '@/lib/access/parts'
import type { Actor } from '@/lib/access/permissions'
import { type Day, dayOf } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { standing } from '../rules'
import { companionFactsSql, type StoredFacts } from '../sql'
import { askedOf, dayKinds, type DayKind } from './rules'

export type CompanionLine = { id: string; personId: string; name: string; what: string; kind: DayKind; day: Day }
type Raw = { id: string; personId: string; name: string; what: string; startsAt: string; endsAt: string; looked: boolean; attorneyHolds: boolean; again: boolean; facts: StoredFacts }

/** Of the meetings the reader asked a companion for, or somebody they have in hand is to: those with something to do. A follow-up stands until it is written. The log names them. */
export const companionPart = (actor: Actor, now: Date): Part<CompanionLine[]> => ({
  may: 'volunteer.request',
  sql: Prisma.sql`SELECT jsonb_agg(jsonb_build_object('id', m.id, 'personId', m.person_id, 'name', w.first_name || ' ' || w.last_name, 'what', m.what, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'looked', m.request_id IS NOT NULL, 'facts', ${companionFactsSql},
      'attorneyHolds', m.power_of_attorney_id IS NULL OR EXISTS (SELECT 1 FROM power_of_attorney a WHERE a.id = m.power_of_attorney_id AND a.ended_on IS NULL),
      'again', EXISTS (SELECT 1 FROM companion_meeting o WHERE o.person_id = m.person_id AND o.created_at > m.created_at AND o.starts_at < m.ends_at AND o.ends_at > m.starts_at AND NOT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = o.id AND t.step = 'cancelled')
        AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = o.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') <> 'withdrawn')) ORDER BY m.starts_at, m.id)
    FROM companion_meeting m JOIN person w ON w.id = m.person_id LEFT JOIN volunteer_request r ON r.id = m.request_id
    WHERE w.died_on IS NULL AND w.merged_into_id IS NULL AND (m.starts_at > now() OR m.request_id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = m.id AND t.step IN ('followed-up', 'not-held', 'cancelled'))
      AND (m.created_by = ${actor.userId}::uuid OR EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = m.person_id AND a.user_id = ${actor.userId}::uuid AND a.from_day <= ${dayOf(now)}::date AND (a.to_day IS NULL OR a.to_day >= ${dayOf(now)}::date)))`,
  of(value, shown) {
    const lines = ((value ?? []) as Raw[]).flatMap(({ id, personId, name, what, startsAt, endsAt, facts, ...rest }): CompanionLine[] => {
      const asked = askedOf({ ...rest, state: standing(facts), startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, now)
      return asked ? [{ id, personId, name, what, ...asked }] : []
    }).sort((a, b) => dayKinds.indexOf(a.kind) - dayKinds.indexOf(b.kind))
    if (lines.length > 0) shown({ action: 'companion.day-listed', people: lines.map(({ personId }) => personId) })
    return lines
  },
})
