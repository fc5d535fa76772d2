import 'server-only'
import type { Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { Ground } from '../../protection/rules'
import { groundsSql } from '../../protection/sql'
import type { RoleKind } from '../bar/sql'

type Period = { fromDay: Day | null; toDay: Day | null }
export type AddressFact = Period & { id: string; version: number; careOf: string | null; street: string; number: string; floor: string | null; door: string | null; postcode: string; town: string; source: string }
export type ContactFact = Period & { id: string; version: number; kind: 'PHONE' | 'EMAIL'; value: string; allowed: boolean; source: string }
export type DeploymentFact = Period & { id: string; version: number; mission: string; country: string; service: string }
export type RelationFact = Period & { id: string; kind: string; /** Theirs: they are the relative. Ours: this person is the relative of them. */ side: 'theirs' | 'ours'; livesTogether: boolean; otherId: string; /** Null where the reader may not open the other person. */ name: string | null; diedOn: Day | null }
export type Changed = { at: string; by: string | null }

export type PersonFacts = {
  source: string
  registeredOn: Day
  communicationNote: string | null
  protections: Ground[]
  addresses: AddressFact[]
  contacts: ContactFact[]
  roles: (Period & { id: string; kind: RoleKind; fromDay: Day })[]
  deployments: DeploymentFact[]
  competences: { id: string; military: string; civil: string }[]
  relations: RelationFact[]
  profile: { version: number; resources: string | null; wishes: string | null } | null
  responsible: { id: string; name: string; title: string | null; fromDay: Day; toDay: Day | null; /** For a case, and not for the person as such. */ ofCase: boolean }[]
  wishes: { id: string; kind: string; givenOn: Day; untilMonth: Day | null; endedOn: Day | null; source: string }[]
  /** By table name: when its rows for this person last changed, and who did it. */
  changed: Partial<Record<string, Changed>>
}

/** One value of jsonb: PersonFacts. Protected addresses are in another table and are not read here at all. */
export function factsSql(personId: string): Prisma.Sql {
  return Prisma.sql`SELECT jsonb_build_object('source', p.source, 'registeredOn', p.registered_on, 'communicationNote', p.communication_note, 'protections', ${groundsSql},
      'addresses', coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'careOf', a.care_of, 'street', a.street, 'number', a.number, 'floor', a.floor,
        'door', a.door, 'postcode', a.postcode, 'town', a.town, 'source', a.source, 'fromDay', a.from_day, 'toDay', a.to_day)
        ORDER BY a.to_day DESC NULLS FIRST, a.from_day DESC NULLS LAST) FROM address a WHERE a.person_id = p.id), '[]'),
      'contacts', coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'kind', c.kind, 'value', c.value, 'allowed', c.allowed, 'source', c.source,
        'fromDay', c.from_day, 'toDay', c.to_day) ORDER BY c.to_day DESC NULLS FIRST, c.kind, c.value) FROM contact_point c WHERE c.person_id = p.id), '[]'),
      'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'fromDay', r.from_day, 'toDay', r.to_day)
        ORDER BY r.to_day DESC NULLS FIRST, r.from_day DESC) FROM person_role r WHERE r.person_id = p.id), '[]'),
      'deployments', coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'version', d.version, 'mission', d.mission, 'country', d.country, 'service', d.service,
        'fromDay', d.from_day, 'toDay', d.to_day) ORDER BY d.from_day DESC NULLS LAST) FROM deployment d WHERE d.person_id = p.id), '[]'),
      'competences', coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'military', c.military, 'civil', c.civil) ORDER BY c.military) FROM competence c WHERE c.person_id = p.id), '[]'),
      'relations', coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'side', r.side, 'otherId', r.other_id, 'livesTogether', r.lives_together, 'fromDay', r.from_day, 'toDay', r.to_day,
        'name', o.first_name || ' ' || o.last_name, 'diedOn', o.died_on) ORDER BY r.to_day DESC NULLS FIRST, o.last_name)
        FROM (SELECT id, kind, 'theirs' AS side, related_person_id AS other_id, lives_together, from_day, to_day FROM relation WHERE person_id = p.id
          UNION ALL SELECT id, kind, 'ours', person_id, lives_together, from_day, to_day FROM relation WHERE related_person_id = p.id) r LEFT JOIN person o ON o.id = r.other_id), '[]'),
      'profile', (SELECT jsonb_build_object('version', v.version, 'resources', v.resources, 'wishes', v.wishes) FROM veteran_profile v WHERE v.person_id = p.id),
      'responsible', coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', u.name, 'title', u.title, 'fromDay', a.from_day, 'toDay', a.to_day, 'ofCase', a.case_id IS NOT NULL) ORDER BY a.from_day) FROM assignment a JOIN app_user u ON u.id = a.user_id
        WHERE a.person_id = p.id AND (a.to_day IS NULL OR a.to_day >= current_date)), '[]'),
      'wishes', coalesce((SELECT jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind, 'givenOn', w.given_on, 'untilMonth', w.until_month, 'endedOn', w.ended_on, 'source', w.source)
        ORDER BY w.ended_on DESC NULLS FIRST, w.given_on DESC) FROM wish w WHERE w.person_id = p.id), '[]'),
      'changed', coalesce((SELECT jsonb_object_agg(h.table_name, jsonb_build_object('at', h.changed_at, 'by', u.name)) FROM (SELECT DISTINCT ON (table_name) table_name, changed_at, changed_by
        FROM field_history WHERE person_id = p.id ORDER BY table_name, changed_at DESC) h LEFT JOIN app_user u ON u.id = h.changed_by), '{}')
    ) FROM person p WHERE p.id = ${personId}::uuid`
}
