import { target } from './people'
import type { Ground } from './ground'

/**
 * What a page tells only of rows that have come further than the planted ones: refused, set aside, measured against an aim, covered in an absence. Planted
 * before the pages are read for markers, and not with everybody: elsewhere a step must still be there to take.
 */
export async function plantShown({ db, world }: Ground): Promise<void> {
  const { planter, rows, users, reference } = world
  const { id } = target('second')
  const of = (table: string, key = 'second') => rows.get(table)?.get(key)?.id
  const add = (table: string, more: Record<string, unknown>) => planter.plant(table, id, { person_id: id, ...more })
  const today = new Date()
  // Among the newest of the timeline.
  await add('attempt', { channel: 'PHONE', outcome: 'NOT_REACHED', happened_on: today, recorded_by: users.colleague })
  await add('outreach_task', { kind: 'PHONE', explanation: '[]', due_on: '2026-02-15', done_at: today, done_by: users.colleague })
  // Nothing noted: what was agreed is what the list of entries to choose among begins with.
  await add('contact', { outcome: 'reached', channel: 'phone', kind_code: null, happened_at: new Date('2026-01-16T10:00:00Z'), minutes: null, travel_minutes: null, travel_km: null, next_on: '2026-02-15', together_id: null, redacted_at: null, recorded_by: users.colleague })
  await add('progress_value', { measurement_id: of('progress_measurement'), dimension_code: 'challenge-social', aim_id: of('progress_aim'), rating: 6 })
  await add('plan_goal_step', { goal_id: of('plan_goal'), number: 2, said_by: 'citizen', said_on: '2026-01-16', due_on: null, state: 'aside', recorded_by: users.colleague })
  await planter.plant('volunteer_expense_step', '', { expense_id: world.expense, number: 2, state: 'refused', on_day: '2026-01-16', recorded_by: users.colleague })
  // Refused, and of somebody else on its way to a user who asks for nothing here.
  const offer = { from_unit_id: reference.units[0], to_unit_id: reference.units[0], to_user_id: users.away, asked_by: users.colleague, asked_at: today }
  await add('case_transfer', { ...offer, case_id: of('case_file'), answer: 'refused', answered_at: today, answered_by: users.away })
  const explained = target('explained').id
  await planter.plant('case_transfer', explained, { ...offer, person_id: explained, case_id: of('case_file', 'explained'), answer: null, answer_words: null, answered_at: null, answered_by: null })
  await add('assignment', { user_id: users.away, reason: 'cover', absence_id: world.absence, case_id: null, case_role: null, from_day: new Date(+today + 30 * 86_400_000), to_day: new Date(+today + 40 * 86_400_000), created_by: users.colleague })
  // In the hands of a colleague of the unit: there are others the case can be given to.
  await db.query('UPDATE app_user SET unit_id = (SELECT unit_id FROM app_user WHERE id = $2) WHERE id = $1', [users.away, users.colleague])
  await db.query("UPDATE assignment SET case_id = $2, case_role = 'coordinator' WHERE person_id = $1 AND to_day IS NULL", [explained, of('case_file', 'explained')])
}
