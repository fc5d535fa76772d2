import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'
import { type Day, toDay } from '@/lib/platform/day'
import type { Answer, Guide } from './rules'
import { questionsOf } from './schema'

export type Screening = { id: string; version: number; at: Date; by: string; given: Record<string, Answer> }
/** Whose help is proposed; `own`: the reader works there. `consent`: the last day the citizen lets them read the case. */
export type Helper = { id: string; nameDa: string; nameEn: string; own: boolean; consent: Day | null }
export type Screenings = { /** The version that is asked now; null where none is shipped. */ guide: Guide | null; /** Every version something was answered to. */ guides: Guide[]; done: Screening[]; helper: Helper | null; /** An open case the reader has, which the helper can be brought into. */ caseId: string | null }

type RawGuide = { version: number; threshold: number; questions: unknown; now: boolean }
type Raw = { guides: RawGuide[] | null; done: (Omit<Screening, 'at'> & { at: string })[] | null; helper: (Omit<Helper, 'consent'> & { consent: string | null }) | null; caseId: string | null }

/** The guide, what was answered before, and whose help would be proposed. One statement besides those of the frame. */
export function personScreenings<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Screenings, N> | null> {
  const read: Also<Screenings> = async ({ tx }, { id }) => {
    const day = today()
    const [found] = await tx.$queryRaw<Raw[]>`WITH now AS (SELECT version, unit_code FROM screening_guide WHERE valid_from <= ${day}::date ORDER BY valid_from DESC, version DESC LIMIT 1)
      SELECT (SELECT jsonb_agg(jsonb_build_object('version', g.version, 'threshold', g.threshold, 'questions', g.questions, 'now', g.version = (SELECT n.version FROM now n))) FROM screening_guide g) AS guides,
        (SELECT jsonb_agg(q.one ORDER BY q.at DESC) FROM (SELECT s.recorded_at AS at, jsonb_build_object('id', s.id, 'version', s.version, 'at', s.recorded_at, 'by', u.name,
            'given', (SELECT coalesce(jsonb_object_agg(a.question, a.answer), '{}') FROM screening_answer a WHERE a.screening_id = s.id)) AS one
          FROM screening s JOIN app_user u ON u.id = s.recorded_by WHERE s.person_id = ${id}::uuid ORDER BY s.recorded_at DESC LIMIT 20) q) AS done,
        (SELECT jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en, 'own', n.id = ${actor.unitId}::uuid, 'consent', (SELECT max(c.expires_on) FROM consent c WHERE c.person_id = ${id}::uuid AND c.recipient_unit_id = n.id AND 'case' = ANY (c.fields)
            AND c.given_on <= ${day}::date AND c.expires_on >= ${day}::date AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)))
          FROM unit n WHERE n.code = (SELECT g.unit_code FROM now g) AND n.closed_on IS NULL) AS helper,
        (SELECT f.id FROM case_file f WHERE f.person_id = ${id}::uuid AND access.has_case(f.id) AND (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) = 'open' ORDER BY f.opened_on DESC, f.id LIMIT 1) AS "caseId"`
    if (!found) throw new Error('The guide gave no row')
    const guides = (found.guides ?? []).map(({ questions, ...guide }) => ({ ...guide, questions: questionsOf.parse(questions) }))
    return {
      guides, guide: guides.find(({ now }) => now) ?? null, caseId: found.caseId, helper: found.helper && { ...found.helper, consent: found.helper.consent === null ? null : toDay(found.helper.consent) },
      done: (found.done ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
    }
  }
  return openPerson(actor, personId, 'screening', read, also, 'plan.read')
}
