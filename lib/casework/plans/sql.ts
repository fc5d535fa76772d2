import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Day, toDay } from '@/lib/platform/day'
import type { Agreement, AgreementStep, Goal, GoalStep } from './rules'
import type { Schedule, Slot } from './week/rules'

export type Plan = { goals: Goal[]; agreements: Agreement[]; schedules: Schedule[] }

type RawGoalStep = Omit<GoalStep, 'saidOn' | 'dueOn' | 'at'> & { saidOn: string; dueOn: string | null; at: string }
type RawGoal = Omit<Goal, 'now' | 'steps'> & { steps: RawGoalStep[] | null }
type RawAgreementStep = Omit<AgreementStep, 'dueOn' | 'at'> & { dueOn: string; at: string }
type RawAgreement = Omit<Agreement, 'now' | 'steps'> & { steps: RawAgreementStep[] | null }
type RawSlot = Omit<Slot, 'at' | 'removed'> & { at: string; removed: { by: string; at: string } | null }
type RawSchedule = Omit<Schedule, 'from' | 'to' | 'at' | 'slots'> & { from: string; to: string | null; at: string; slots: RawSlot[] | null }
type Raw = { goals: RawGoal[] | null; agreements: RawAgreement[] | null; schedules: RawSchedule[] | null }

const day = (text: string | null): Day | null => (text === null ? null : toDay(text))

/** Nobody has so many goals or agreements; of a plan that does, the newest are read. */
const MOST = 200

/** Everything in the plan of one person, with all that became of it. One statement, under the policies of whoever reads. */
export async function readPlan(tx: Tx, personId: string): Promise<Plan> {
  const [found] = await tx.$queryRaw<Raw[]>`SELECT
    (SELECT jsonb_agg(q.goal) FROM (SELECT jsonb_build_object('id', g.id, 'parentId', g.parent_id, 'steps', (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'text', s.text, 'saidBy', s.said_by, 'saidOn', s.said_on, 'needs', s.needs,
        'dueOn', s.due_on, 'state', s.state, 'reason', s.reason, 'by', u.name, 'at', s.recorded_at) ORDER BY s.number DESC) FROM plan_goal_step s JOIN app_user u ON u.id = s.recorded_by WHERE s.goal_id = g.id)) AS goal
      FROM plan_goal g WHERE g.person_id = ${personId}::uuid ORDER BY g.created_at DESC, g.id LIMIT ${MOST}) q) AS goals,
    (SELECT jsonb_agg(q.agreement) FROM (SELECT jsonb_build_object('id', a.id, 'goalId', a.goal_id, 'text', a.text, 'who', a.who, 'whoWords', a.who_words,
        'task', (SELECT jsonb_build_object('id', t.id, 'state', t.state) FROM task t WHERE t.source = 'plan' AND t.source_id = a.id),
        'steps', (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'state', s.state, 'dueOn', s.due_on, 'words', s.words, 'by', u.name, 'at', s.recorded_at) ORDER BY s.number DESC)
          FROM plan_agreement_step s JOIN app_user u ON u.id = s.recorded_by WHERE s.agreement_id = a.id)) AS agreement
      FROM plan_agreement a WHERE a.person_id = ${personId}::uuid ORDER BY a.created_at DESC, a.id LIMIT ${MOST}) q) AS agreements,
    (SELECT jsonb_agg(q.schedule) FROM (SELECT jsonb_build_object('id', w.id, 'from', w.from_day, 'to', w.to_day, 'by', u.name, 'at', w.created_at,
        'slots', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'weekday', s.weekday, 'starts', s.starts, 'ends', s.ends, 'activity', s.activity, 'place', s.place, 'company', s.company, 'by', b.name, 'at', s.added_at,
            'removed', CASE WHEN s.removed_at IS NOT NULL THEN jsonb_build_object('by', r.name, 'at', s.removed_at) END) ORDER BY s.weekday, s.starts, s.id)
          FROM plan_slot s JOIN app_user b ON b.id = s.added_by LEFT JOIN app_user r ON r.id = s.removed_by WHERE s.schedule_id = w.id)) AS schedule
      FROM plan_schedule w JOIN app_user u ON u.id = w.created_by WHERE w.person_id = ${personId}::uuid AND w.removed_at IS NULL ORDER BY w.from_day DESC, w.created_at DESC LIMIT 50) q) AS schedules`
  if (!found) throw new Error('The plan gave no row')
  return { goals: (found.goals ?? []).flatMap(goalOf), agreements: (found.agreements ?? []).flatMap(agreementOf), schedules: (found.schedules ?? []).map(scheduleOf) }
}

function goalOf({ steps: raw, ...goal }: RawGoal): Goal[] {
  const steps = (raw ?? []).map((step): GoalStep => ({ ...step, saidOn: toDay(step.saidOn), dueOn: day(step.dueOn), at: new Date(step.at) }))
  const [now] = steps
  return now ? [{ ...goal, now, steps }] : []
}

function agreementOf({ steps: raw, ...agreement }: RawAgreement): Agreement[] {
  const steps = (raw ?? []).map((step): AgreementStep => ({ ...step, dueOn: toDay(step.dueOn), at: new Date(step.at) }))
  const [now] = steps
  return now ? [{ ...agreement, now, steps }] : []
}

function scheduleOf({ slots, ...schedule }: RawSchedule): Schedule {
  return { ...schedule, from: toDay(schedule.from), to: day(schedule.to), at: new Date(schedule.at), slots: (slots ?? []).map((slot) => ({ ...slot, at: new Date(slot.at), removed: slot.removed && { ...slot.removed, at: new Date(slot.removed.at) } })) }
}
