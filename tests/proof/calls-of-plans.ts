import type { Call } from './calls'
import { carries, person, row, tries, user, without, worker } from './questions'

const manages: Call['declared'] = (asker) => carries('plan.manage')(asker) || worker(asker)
/** Ids of everybody's plan, also for those who may not read it. */
const plans = (more = '') => `CREATE TABLE proof.plans AS SELECT 'goal' AS what, id, person_id FROM plan_goal UNION ALL SELECT 'agreement', id, person_id FROM plan_agreement UNION ALL SELECT 'schedule', id, person_id FROM plan_schedule UNION ALL SELECT 'screening', id, person_id FROM screening; GRANT SELECT ON proof.plans TO PUBLIC${more && `; ${more}`}`
const one = (what: string, key: string) => `(SELECT p.id FROM proof.plans p WHERE p.what = '${what}' AND p.person_id = ${person(key)} LIMIT 1)`
const [me, nowhere] = ['access.uid()', 'uuidv7()']

/** The step that may follow: the database counts them before it asks who writes. */
const next = (of: string) => (of === nowhere ? 1 : 2)

type Made = (by: string, of?: string, about?: string) => string
const goal: Made = (by) => tries(`INSERT INTO plan_goal (person_id, created_by) VALUES (${person('ordinary')}, ${by})`)
const goalStep: Made = (by, of = one('goal', 'ordinary'), about = 'ordinary') => tries(`INSERT INTO plan_goal_step (goal_id, person_id, number, text, said_by, said_on, state, recorded_by) VALUES (${of}, ${person(about)}, ${next(of)}, 'x', 'citizen', current_date, 'open', ${by})`)
const agreement: Made = (by, of = 'NULL', about = 'ordinary') => tries(`INSERT INTO plan_agreement (person_id, goal_id, text, who, created_by) VALUES (${person(about)}, ${of}, 'x', 'citizen', ${by})`)
const agreementStep: Made = (by, of = one('agreement', 'ordinary'), about = 'ordinary') => tries(`INSERT INTO plan_agreement_step (agreement_id, person_id, number, state, due_on, recorded_by) VALUES (${of}, ${person(about)}, ${next(of)}, 'open', current_date, ${by})`)
const schedule: Made = (by) => tries(`INSERT INTO plan_schedule (person_id, from_day, created_by) VALUES (${person('ordinary')}, current_date, ${by})`)
const slot: Made = (by, of = one('schedule', 'ordinary'), about = 'ordinary') => tries(`INSERT INTO plan_slot (schedule_id, person_id, weekday, starts, activity, added_by) VALUES (${of}, ${person(about)}, 1, '09:00', 'x', ${by})`)
const screening: Made = (by) => tries(`INSERT INTO screening (person_id, version, recorded_by) VALUES (${person('ordinary')}, 1, ${by})`)
const answer = (of = one('screening', 'ordinary'), about = 'ordinary') => tries(`INSERT INTO screening_answer (screening_id, person_id, question, answer) VALUES (${of}, ${person(about)}, 'more', 'yes')`)

const anchors: readonly [string, Made][] = [['plan_goal', goal], ['plan_agreement', agreement], ['plan_schedule', schedule], ['screening', screening]]
const children: readonly [string, Made, string][] = [['plan_goal_step', goalStep, 'goal'], ['plan_agreement_step', agreementStep, 'agreement'], ['plan_slot', slot, 'schedule']]
const mine = `UPDATE screening SET recorded_by = ${user('kollega')}`

/** Questions about plans: who signs, under whose goal, agreement, week or guide, and by what right. */
export const callsOfPlans: readonly Call[] = [
  ...[...anchors, ...children].flatMap(([table, made]) => [
    row(table, 'written', made(me), manages, plans()),
    row(table, 'written in the name of a colleague', made(user('away')), worker, plans()),
    row(table, 'written without the right', made(me), worker, plans(without('plan.manage'))),
  ]),
  ...children.flatMap(([table, made, what]) => [
    row(table, `under the ${what} of another`, made(me, one(what, 'second')), worker, plans()),
    row(table, `about another than its ${what}`, made(me, one(what, 'ordinary'), 'second'), worker, plans()),
    row(table, `under a ${what} that is not there`, made(me, nowhere), worker, plans()),
  ]),
  row('plan_agreement', 'towards a goal', agreement(me, one('goal', 'ordinary')), manages, plans()),
  row('plan_agreement', 'towards the goal of another', agreement(me, one('goal', 'second')), worker, plans()),
  row('plan_agreement', 'towards a goal that is not there', agreement(me, nowhere), worker, plans()),
  row('screening_answer', 'with what one recorded', answer(), (asker) => asker === 'colleague' || worker(asker), plans(mine)),
  row('screening_answer', 'of somebody one reaches for some hours', answer(one('screening', 'emergency'), 'emergency'), worker, plans(`UPDATE screening SET recorded_by = ${user('sagsbehandler')}`)),
  row('screening_answer', 'with what a colleague recorded', answer(), worker, plans(`UPDATE screening SET recorded_by = ${user('away')}`)),
  row('screening_answer', 'about another than was asked', answer(one('screening', 'ordinary'), 'second'), worker, plans(mine)),
  row('screening_answer', 'of a guide that is not there', answer(nowhere), worker, plans(mine)),
  row('screening_answer', 'without the right', answer(), worker, plans(`${mine}; ${without('plan.manage')}`)),
]
