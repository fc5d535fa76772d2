import 'server-only'
import type { Day } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'

export type Protection = 'P0' | 'P1' | 'P2' | 'P3'
export type RoleKind = 'VETERAN' | 'RELATIVE' | 'REFUGEE' | 'JOBCENTRE_CLIENT' | 'VOLUNTEER'

export type StickyNotes = { count: number; last: { text: string | null; by: string; at: string }[] }

/** What is always in view about an open person. No address and no number: those are asked for. */
export type PersonBar = {
  id: string
  version: number
  mergedIntoId: string | null
  /** The record and those merged into it: history is read for all of them. */
  recordIds: string[]
  firstName: string
  lastName: string
  birthDate: Day | null
  diedOn: Day | null
  movedInOn: Day | null
  movedAwayOn: Day | null
  language: string
  interpreterNeeded: boolean
  largePrint: boolean
  signLanguage: boolean
  digitalPost: 'YES' | 'EXEMPT' | 'UNKNOWN'
  protection: Protection
  shielded: boolean
  protectionReviewOn: Day | null
  vulnerable: boolean
  cpr: { birthPart: string; kind: 'CPR' | 'REPLACEMENT' } | null
  phones: string[]
  roles: RoleKind[]
  responsible: { name: string; title: string | null; /** Covers for somebody else until this day. */ coversTo: Day | null }[]
  duplicates: number
  /** What somebody has put on the person for whoever comes next, newest first. Empty for those who may not read it. */
  notes: StickyNotes
  /** Open behind broken glass: which one, and until when. */
  glass: { id: string; until: string } | null
}

/** One statement, filtered by the policies of every table it touches; null when the person is not the reader's to see. */
export async function readBar(tx: Tx, personId: string): Promise<PersonBar | null> {
  const [row] = await tx.$queryRaw<{ bar: PersonBar | null }[]>`/* keep:person-bar */ SELECT (${barSql(personId)}) AS bar`
  return row?.bar ?? null
}

/** The same as one value of jsonb, for a statement that reads more. */
export function barSql(personId: string): Prisma.Sql {
  return Prisma.sql`SELECT jsonb_build_object(
      'id', p.id, 'version', p.version, 'mergedIntoId', p.merged_into_id, 'firstName', p.first_name, 'lastName', p.last_name, 'birthDate', p.birth_date,
      'diedOn', p.died_on, 'movedInOn', p.moved_in_on, 'movedAwayOn', p.moved_away_on, 'language', p.language, 'interpreterNeeded', p.interpreter_needed,
      'largePrint', p.large_print, 'signLanguage', p.sign_language, 'digitalPost', p.digital_post, 'protection', p.protection, 'shielded', p.shielded,
      'protectionReviewOn', p.protection_review_on,
      'recordIds', (SELECT jsonb_agg(id) FROM (SELECT p.id UNION ALL SELECT m.id FROM person m WHERE m.merged_into_id = p.id) records),
      'vulnerable', coalesce((SELECT v.vulnerable FROM veteran_profile v WHERE v.person_id = p.id), false),
      'cpr', (SELECT jsonb_build_object('birthPart', c.birth_part, 'kind', c.kind) FROM person_cpr c WHERE c.person_id = p.id),
      'phones', coalesce((SELECT jsonb_agg(c.value ORDER BY c.from_day DESC NULLS LAST) FROM contact_point c
        WHERE c.person_id = p.id AND c.kind = 'PHONE' AND c.allowed AND c.to_day IS NULL), '[]'),
      'roles', coalesce((SELECT jsonb_agg(r.kind ORDER BY r.kind) FROM person_role r WHERE r.person_id = p.id AND r.to_day IS NULL), '[]'),
      'responsible', coalesce((SELECT jsonb_agg(jsonb_build_object('name', r.name, 'title', r.title, 'coversTo', r.covers_to) ORDER BY r.covers_to IS NOT NULL, r.from_day) FROM (SELECT u.name, u.title, min(a.from_day) AS from_day, CASE WHEN bool_and(a.absence_id IS NOT NULL) THEN max(a.to_day) END AS covers_to FROM assignment a JOIN app_user u ON u.id = a.user_id
        WHERE a.person_id = p.id AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date) GROUP BY u.id, u.name, u.title) r), '[]'),
      'duplicates', (SELECT count(*) FROM duplicate_pair d WHERE d.state = 'OPEN' AND (d.left_id = p.id OR d.right_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM person o WHERE o.id IN (d.left_id, d.right_id) AND o.merged_into_id IS NOT NULL)),
      'notes', (SELECT jsonb_build_object('count', count(*), 'last', coalesce(jsonb_agg(jsonb_build_object('text', s.text, 'by', s.name, 'at', s.recorded_at) ORDER BY s.recorded_at DESC, s.id DESC) FILTER (WHERE s.place <= 10), '[]'))
        FROM (SELECT s.id, s.text, s.recorded_at, u.name, row_number() OVER (ORDER BY s.recorded_at DESC, s.id DESC) AS place FROM person_note s JOIN app_user u ON u.id = s.recorded_by WHERE s.person_id = p.id) s),
      'glass', (SELECT jsonb_build_object('id', g.id, 'until', g.until_at) FROM access.my_glass() g WHERE g.person_id = p.id)
    ) FROM person p WHERE p.id = ${personId}::uuid`
}
