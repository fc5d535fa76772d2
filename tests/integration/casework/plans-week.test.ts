import { expect, it } from 'vitest'
import { agree } from '@/lib/casework/plans/agreements/actions'
import { rewordGoal } from '@/lib/casework/plans/goals/actions'
import { addToWeek, beginWeek, endWeek, takeOutOfWeek } from '@/lib/casework/plans/week/actions'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { goalOf, inDays, planned, planOf, said, sends } from '../../support/plans'

it('a week is begun, filled on several days, copied to a new one, and what is taken out keeps who did it', async () => {
  const { id, caseworker } = await planned()
  const put = (scheduleId: string, more: object = {}) => as(caseworker, () => submit(addToWeek, { personId: id, scheduleId, days: ['1', '3'], starts: '9.30', ends: '11', activity: 'Værksted', place: 'Havnen', company: 'mentor Bo', ...more }))
  const begun = await Promise.all([1, 2].map(() => as(caseworker, () => submit(beginWeek, { personId: id, ...sends('fromDay', today()) }))))
  expect(begun.map(({ redirectedTo, state }) => Boolean(redirectedTo ?? !state?.fields?.fromDay))).toEqual(expect.arrayContaining([true, false]))
  const weeks = async () => (await planOf(caseworker, id))?.schedules ?? []
  const scheduleId = (await weeks())[0]?.id ?? ''
  expect(Object.keys((await put(scheduleId)).state?.fields ?? {})).toEqual(['ends'])
  expect(Object.keys((await put(scheduleId, { ends: '9:00' })).state?.fields ?? {})).toEqual(['ends'])
  expect((await put(scheduleId, { ends: '11:00' })).redirectedTo).toBeTruthy()
  await as(caseworker, () => submit(beginWeek, { personId: id, ...sends('fromDay', inDays(7)), copy: scheduleId }))
  const [copy, first] = await weeks()
  expect([copy, first].map((one) => one?.slots.map(({ weekday, starts, ends, activity, company }) => [weekday, starts, ends, activity, company]))).toEqual(Array(2).fill([[1, '09:30', '11:00', 'Værksted', 'mentor Bo'], [3, '09:30', '11:00', 'Værksted', 'mentor Bo']]))
  const out = { personId: id, planSlotId: copy?.slots[0]?.id ?? '' }
  const taken = await Promise.all([1, 2].map(() => as(caseworker, () => submit(takeOutOfWeek, out))))
  expect(taken.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
  expect((await weeks())[0]?.slots.map(({ removed }) => removed?.by ?? null)).toEqual(['Jonas Jobcenter', null])
  await as(caseworker, () => submit(endWeek, { personId: id, scheduleId: copy?.id ?? '' }))
  expect((await as(caseworker, () => submit(endWeek, { personId: id, scheduleId: copy?.id ?? '' }))).state?.message).toBeTruthy()
  expect((await weeks()).map((one) => one.id)).toEqual([scheduleId])
})

it('a merge moves the whole plan, and its undoing moves it back, also what was written meanwhile', async () => {
  const coordinator = await staff('VETERAN_COORDINATOR')
  const [kept, merged] = [await veteran({ lastName: 'Planlesen' }), await veteran({ lastName: 'Planlesen' })]
  const goal = await goalOf(coordinator, merged.id)
  await as(coordinator, () => submit(agree, { personId: merged.id, goalId: goal.id, text: 'Ringe', who: 'citizen', ...sends('byDay', inDays(3)) }))
  await as(coordinator, () => submit(beginWeek, { personId: merged.id, ...sends('fromDay', today()) }))
  const db = (run: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: { id?: string } }[]>(run))
  const [made] = await db(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
  const counts = async (id: string) => { const plan = await planOf(coordinator, id); return plan && [plan.goals.map(({ steps }) => steps.length), plan.agreements.length, plan.schedules.map(({ slots }) => slots.length)] }
  expect(await counts(kept.id)).toEqual([[1], 1, [0]])
  await as(coordinator, () => submit(rewordGoal, { personId: kept.id, goalId: goal.id, version: '1', ...said('Sove lidt længere') }))
  const scheduleId = (await planOf(coordinator, kept.id))?.schedules[0]?.id ?? ''
  await as(coordinator, () => submit(addToWeek, { personId: kept.id, scheduleId, days: '5', starts: '10:00', activity: 'Gåtur' }))
  expect((await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`))[0]?.answer).not.toHaveProperty('refused')
  expect([await counts(kept.id), await counts(merged.id)]).toEqual([[[], 0, []], [[2], 1, [1]]])
  const whose = [await owner().planGoalStep.findMany({ where: { goalId: goal.id }, select: { personId: true } }), await owner().planSlot.findMany({ where: { scheduleId }, select: { personId: true } }), await owner().planAgreementStep.findMany({ where: { personId: { in: [kept.id, merged.id] } }, select: { personId: true } })]
  expect(whose.flat().map(({ personId }) => personId)).toEqual(Array(4).fill(merged.id))
})
