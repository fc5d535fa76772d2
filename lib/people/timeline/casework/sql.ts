import 'server-only'
import { Prisma } from '@/lib/platform/db'

const dayOf = (column: Prisma.Sql) => Prisma.sql`(${column} AT TIME ZONE 'Europe/Copenhagen')::date`

/** To whom a referral `r` went, in both languages. */
const receiver = Prisma.sql`(SELECT jsonb_build_object('da', coalesce(n.name_da, o.title_da, c.recipient_name, p.name, ''), 'en', coalesce(n.name_en, o.title_en, c.recipient_name, p.name, '')) FROM consent c LEFT JOIN unit n ON n.id = c.recipient_unit_id LEFT JOIN offer o ON o.id = r.to_offer_id LEFT JOIN partner p ON p.id = c.partner_id WHERE c.id = r.consent_id)`

/**
 * What the casework adds to a timeline: cases opened, closed and taken up again, referrals and what was answered, goals set and reached, what meetings decided, and measurements that stand. Each by the policies of its own
 * table: who may not read plans finds none here. `drafts`: what the reader themselves has begun to write and not saved; nobody else's is there to be found.
 */
export const caseworkEntries = (drafts: boolean): Prisma.Sql => Prisma.sql`
      UNION ALL SELECT s.id, 'case', CASE WHEN s.state = 'closed' THEN 'caseClosed' WHEN s.number = 1 THEN 'caseOpened' ELSE 'caseAgain' END, s.from_day, s.recorded_at, jsonb_build_object('kind', c.kind, 'outcome', coalesce(s.outcome, '')), NULL, s.recorded_by, NULL
        FROM case_state s JOIN case_file c ON c.id = s.case_id WHERE s.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND (s.number = 1 OR s.state = 'closed'
          OR s.state = 'open' AND EXISTS (SELECT 1 FROM case_state b WHERE b.case_id = s.case_id AND b.number = s.number - 1 AND b.state = 'closed'))
      UNION ALL SELECT r.id, 'referral', 'referralSent', ${dayOf(Prisma.sql`r.sent_at`)}, r.sent_at, ${receiver}, NULL, r.sent_by, NULL FROM referral r WHERE r.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT s.id, 'referral', 'referral' || initcap(s.step), ${dayOf(Prisma.sql`s.recorded_at`)}, s.recorded_at, ${receiver}, s.words, s.recorded_by, NULL FROM referral_step s JOIN referral r ON r.id = s.referral_id WHERE s.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT g.id, 'plan', CASE WHEN g.number = 1 THEN 'goalSet' ELSE 'goalReached' END, ${dayOf(Prisma.sql`g.recorded_at`)}, g.recorded_at, jsonb_build_object('text', g.text), NULL, g.recorded_by, NULL
        FROM plan_goal_step g WHERE g.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND (g.number = 1 OR g.state = 'reached')
      UNION ALL SELECT n.id, 'decision', 'decided', ${dayOf(Prisma.sql`n.recorded_at`)}, n.recorded_at, '{}', n.text, n.recorded_by, NULL FROM meeting_minute n WHERE n.person_id = ANY ((SELECT all_ids FROM ids)::uuid[])
      UNION ALL SELECT m.id, 'measurement', 'measured', m.measured_on, NULL, jsonb_build_object('da', s.name_da, 'en', s.name_en, 'by', m.rated_by), NULL, m.recorded_by, NULL
        FROM progress_measurement m JOIN progress_scale s ON s.code = m.scale_code WHERE m.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND m.taken_back_at IS NULL
      UNION ALL SELECT d.id, 'contact', 'draft', ${dayOf(Prisma.sql`d.saved_at`)}, d.saved_at, '{}', NULL, d.user_id, NULL FROM contact_draft d WHERE ${drafts}::boolean AND d.person_id = ANY ((SELECT all_ids FROM ids)::uuid[]) AND d.user_id = access.uid()`
