import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { agree, agreementKept, makeTaskOfAgreement } from '@/lib/casework/plans/agreements/actions'
import { reachGoal, rewordGoal, setGoal } from '@/lib/casework/plans/goals/actions'
import { addToWeek, beginWeek, endWeek, takeOutOfWeek } from '@/lib/casework/plans/week/actions'
import { personPlan } from '@/lib/casework/plans/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { goalOf, inDays, planned, planOf, said, sends } from '../../support/plans'

const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const whole = async (data: Parameters<typeof planned>[0] = {}) => {
  const made = await planned(data)
  const goal = await goalOf(made.caseworker, made.id)
  await as(made.caseworker, () => submit(agree, { personId: made.id, goalId: goal.id, text: 'Ringe', who: 'citizen', ...sends('byDay', inDays(3)) }))
  await as(made.caseworker, () => submit(beginWeek, { personId: made.id, ...sends('fromDay', today()) }))
  const plan = await planOf(made.caseworker, made.id)
  const scheduleId = plan?.schedules[0]?.id ?? ''
  await as(made.caseworker, () => submit(addToWeek, { personId: made.id, scheduleId, days: '1', starts: '09:00', activity: 'Værksted' }))
  const slotId = (await planOf(made.caseworker, made.id))?.schedules[0]?.slots[0]?.id ?? ''
  return { ...made, goalId: goal.id, agreementId: plan?.agreements[0]?.id ?? '', scheduleId, slotId }
}

describe('a plan', () => {
  it('is that of those who have the person, and an answer does not tell that it is there', async () => {
    const { id, goalId, stranger, unitId } = await whole()
    for (const who of [stranger, await staff('VETERAN_COORDINATOR', { unitId }), await staff('MANAGER', { unitId }), await staff('ADMINISTRATOR')]) {
      expect(await planOf(who, id).catch(() => null)).toBeNull()
      const there = await as(who, () => submit(rewordGoal, { personId: id, goalId, version: '1', ...said('Noget andet') }))
      const nowhere = await as(who, () => submit(rewordGoal, { personId: randomUUID(), goalId: randomUUID(), version: '1', ...said('Noget andet') }))
      expect([there.state?.message, there.redirectedTo]).toEqual([nowhere.state?.message, null])
      expect((await as(who, () => submit(setGoal, { personId: id, ...said('Mit') }))).state?.message).toBe((await as(who, () => submit(setGoal, { personId: randomUUID(), ...said('Mit') }))).state?.message)
    }
    expect(await owner().planGoalStep.count({ where: { goalId } })).toBe(1)
  })

  it('is closed when the responsibility ends, for one’s own family, and where the person is shielded', async () => {
    const [ended, kin, shielded] = [await whole(), await whole(), await whole()]
    await owner().assignment.updateMany({ where: { personId: ended.id }, data: { toDay: new Date('2026-01-02') } })
    await owner().staffRelation.create({ data: { userId: kin.caseworker.userId, personId: kin.id, kind: 'brother', fromDay: new Date('2026-01-01') } })
    await owner().person.update({ where: { id: shielded.id }, data: { protection: 'P3' } })
    for (const { caseworker, id } of [ended, kin, shielded]) expect(await planOf(caseworker, id)).toBeNull()
    const named = await whole({ protection: 'P1' })
    expect((await planOf(named.caseworker, named.id))?.goals).toHaveLength(1)
  })

  it('behind emergency access is read, and not written', async () => {
    const { id, goalId, agreementId, scheduleId, slotId, stranger: s } = await whole()
    await owner().breakGlass.create({ data: { userId: s.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await planOf(s, id))?.goals).toHaveLength(1)
    const tries = [() => submit(setGoal, { personId: id, ...said('Mit') }), () => submit(reachGoal, { personId: id, goalId, version: '1' }), () => submit(agree, { personId: id, text: 'Ringe', who: 'citizen', ...sends('byDay', inDays(3)) }), () => submit(beginWeek, { personId: id, ...sends('fromDay', inDays(9)) }),
      () => submit(rewordGoal, { personId: id, goalId, version: '1', ...said('Noget andet') }), () => submit(agreementKept, { personId: id, agreementId, version: '1' }), () => submit(makeTaskOfAgreement, { personId: id, agreementId }), () => submit(addToWeek, { personId: id, scheduleId, days: '2', starts: '09:00', activity: 'Værksted' }), () => submit(takeOutOfWeek, { personId: id, planSlotId: slotId }), () => submit(endWeek, { personId: id, scheduleId })]
    for (const one of tries) expect((await as(s, one)).state?.message).toContain('nødadgang')
    for (const sql of [
      `INSERT INTO plan_goal (person_id, created_by) VALUES ('${id}', '${s.userId}')`, `INSERT INTO plan_goal_step (goal_id, person_id, number, text, said_by, said_on, state, recorded_by) VALUES ('${goalId}', '${id}', 2, 'x', 'citizen', current_date, 'open', '${s.userId}')`,
      `INSERT INTO plan_agreement (person_id, text, who, created_by) VALUES ('${id}', 'x', 'citizen', '${s.userId}')`, `INSERT INTO plan_agreement_step (agreement_id, person_id, number, state, due_on, recorded_by) VALUES ('${agreementId}', '${id}', 2, 'kept', current_date, '${s.userId}')`,
      `INSERT INTO plan_schedule (person_id, from_day, created_by) VALUES ('${id}', current_date, '${s.userId}')`, `INSERT INTO plan_slot (schedule_id, person_id, weekday, starts, activity, added_by) VALUES ('${scheduleId}', '${id}', 1, '09:00', 'x', '${s.userId}')`,
    ]) await expect(asked(s, sql), sql).rejects.toThrow(/row-level security/)
    expect([await asked(s, `UPDATE plan_slot SET removed_at = now() WHERE id = '${slotId}'`), await asked(s, `UPDATE plan_schedule SET removed_at = now() WHERE id = '${scheduleId}'`)]).toEqual([0, 0])
  })

  it('is written in nobody else’s name, of nobody else’s row, skips no number and changes nothing that stands', async () => {
    const [one, two] = [await whole(), await whole()]
    const { caseworker: c, stranger } = one
    await owner().assignment.create({ data: { personId: two.id, userId: c.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    const step = (goalId: string, person: string, number: number, by: string, state = 'open') => `INSERT INTO plan_goal_step (goal_id, person_id, number, text, said_by, said_on, state, recorded_by) VALUES ('${goalId}', '${person}', ${number}, 'x', 'citizen', current_date, '${state}', '${by}')`
    const kept = (agreement: string, person: string, number: number, by: string) => `INSERT INTO plan_agreement_step (agreement_id, person_id, number, state, due_on, recorded_by) VALUES ('${agreement}', '${person}', ${number}, 'kept', current_date, '${by}')`
    const refused = [
      `INSERT INTO plan_goal (person_id, created_by) VALUES ('${one.id}', '${stranger.userId}')`, step(one.goalId, one.id, 2, stranger.userId), step(one.goalId, two.id, 2, c.userId), kept(one.agreementId, one.id, 2, stranger.userId), kept(one.agreementId, two.id, 2, c.userId),
      `INSERT INTO plan_agreement (person_id, text, who, created_by) VALUES ('${one.id}', 'x', 'citizen', '${stranger.userId}')`, `INSERT INTO plan_agreement (person_id, goal_id, text, who, created_by) VALUES ('${two.id}', '${one.goalId}', 'x', 'citizen', '${c.userId}')`,
      `INSERT INTO plan_schedule (person_id, from_day, created_by) VALUES ('${one.id}', current_date, '${stranger.userId}')`, `INSERT INTO plan_slot (schedule_id, person_id, weekday, starts, activity, added_by) VALUES ('${one.scheduleId}', '${one.id}', 1, '09:00', 'x', '${stranger.userId}')`,
      `INSERT INTO plan_slot (schedule_id, person_id, weekday, starts, activity, added_by) VALUES ('${one.scheduleId}', '${two.id}', 1, '09:00', 'x', '${c.userId}')`,
      `UPDATE plan_goal_step SET text = 'x' WHERE goal_id = '${one.goalId}'`, `DELETE FROM plan_goal WHERE id = '${one.goalId}'`, `UPDATE plan_agreement SET text = 'x' WHERE id = '${one.agreementId}'`, `DELETE FROM plan_agreement_step WHERE agreement_id = '${one.agreementId}'`,
      `UPDATE plan_slot SET activity = 'x' WHERE id = '${one.slotId}'`, `DELETE FROM plan_slot WHERE id = '${one.slotId}'`, `UPDATE plan_slot SET removed_by = '${stranger.userId}' WHERE id = '${one.slotId}'`, `DELETE FROM plan_schedule WHERE id = '${one.scheduleId}'`,
      `INSERT INTO plan_slot (schedule_id, person_id, weekday, starts, activity, added_by, removed_at) VALUES ('${one.scheduleId}', '${one.id}', 1, '09:00', 'x', '${c.userId}', now())`,
    ]
    for (const sql of refused) await expect(asked(c, sql), sql).rejects.toThrow(/permission denied|row-level security/)
    for (const sql of [step(one.goalId, one.id, 3, c.userId), step(one.goalId, one.id, 0, c.userId), kept(one.agreementId, one.id, 3, c.userId)]) await expect(asked(c, sql), sql).rejects.toThrow(/counted/)
    await asked(c, step(one.goalId, one.id, 2, c.userId, 'reached'))
    await expect(asked(c, step(one.goalId, one.id, 3, c.userId, 'reached'))).rejects.toThrow(/does not go/)
    await expect(asked(c, `INSERT INTO plan_goal (person_id, parent_id, created_by) VALUES ('${two.id}', '${one.goalId}', '${c.userId}')`)).rejects.toThrow(/same person/)
  })

  it('signs what is taken out itself, and takes it out once', async () => {
    const { caseworker: c, slotId, scheduleId } = await whole()
    await asked(c, `UPDATE plan_slot SET removed_at = '1999-01-01' WHERE id = '${slotId}'`)
    const taken = await owner().planSlot.findUniqueOrThrow({ where: { id: slotId } })
    expect([taken.removedBy, (taken.removedAt?.getFullYear() ?? 0) > 2000]).toEqual([c.userId, true])
    await expect(asked(c, `UPDATE plan_slot SET removed_at = NULL WHERE id = '${slotId}'`)).rejects.toThrow(/stays out/)
    await asked(c, `UPDATE plan_schedule SET removed_at = now() WHERE id = '${scheduleId}'`)
    await expect(asked(c, `UPDATE plan_schedule SET removed_at = now() + interval '1 day' WHERE id = '${scheduleId}'`)).rejects.toThrow(/stays out/)
  })

  it('opened for printing stands in the log by that name', async () => {
    const { id, caseworker } = await whole()
    await personPlan(caseworker, id, 'plan-print', async () => null)
    const seen = await owner().auditEvent.findMany({ where: { personId: id, actorUserId: caseworker.userId, kind: 'VIEW' }, select: { details: true }, orderBy: { seq: 'desc' }, take: 1 })
    expect(seen).toEqual([{ details: { page: 'plan-print' } }])
  })
})
