import { describe, expect, it } from 'vitest'
import { agree, agreementEnded, agreementKept, makeTaskOfAgreement, moveAgreement } from '@/lib/casework/plans/agreements/actions'
import { reachGoal, rewordGoal, setGoal, setGoalAside, takeGoalUp } from '@/lib/casework/plans/goals/actions'
import { changesOf } from '@/lib/casework/plans/rules'
import { finishTask } from '@/lib/casework/tasks/actions'
import { as, submit } from '../../support/as'
import { owner } from '../../support/db'
import { goalOf, inDays, planned, planOf, said, sends } from '../../support/plans'

describe('a goal', () => {
  it('keeps every wording with who wrote it, and says the newest', async () => {
    const { id, caseworker } = await planned()
    const goal = await goalOf(caseworker, id)
    const ref = { personId: id, goalId: goal.id }
    expect((await as(caseworker, () => submit(rewordGoal, { ...ref, version: '1', ...said('Sove fem timer i træk', { needs: 'Ro om aftenen' }) }))).redirectedTo).toContain(goal.id)
    await as(caseworker, () => submit(setGoalAside, { ...ref, version: '2', reason: 'Først tandlægen' }))
    await as(caseworker, () => submit(takeGoalUp, { ...ref, version: '3' }))
    await as(caseworker, () => submit(reachGoal, { ...ref, version: '4' }))
    // What is over is not ended once more, also by whoever has seen that it is.
    expect((await as(caseworker, () => submit(setGoalAside, { ...ref, version: '5', reason: 'Først tandlægen' }))).state?.message).toContain('imens')
    const [now] = (await planOf(caseworker, id))?.goals ?? []
    expect(now?.now).toMatchObject({ number: 5, text: 'Sove fem timer i træk', state: 'reached' })
    expect(changesOf(now?.steps ?? []).map(({ what, before, by }) => [what, before, by])).toEqual([
      ['reached', null, 'Jonas Jobcenter'], ['again', null, 'Jonas Jobcenter'], ['aside', null, 'Jonas Jobcenter'], ['text', 'Sove en hel nat', 'Jonas Jobcenter'], ['needs', null, 'Jonas Jobcenter'], ['made', null, 'Jonas Jobcenter'],
    ])
  })

  it('changed by two at once loses neither text: the second sees what stands there, keeps what was typed, and may save it on top', async () => {
    const { id, caseworker } = await planned()
    const goal = await goalOf(caseworker, id)
    const form = (text: string, version = '1') => ({ personId: id, goalId: goal.id, version, ...said(text) })
    const both = await Promise.all(['Sove uden piller', 'Falde til ro om aftenen'].map((text) => as(caseworker, () => submit(rewordGoal, form(text)))))
    const [second] = both.filter(({ state }) => state?.fields)
    expect(both.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    const stored = (await planOf(caseworker, id))?.goals[0]?.now.text ?? ''
    expect([second?.state?.fields?.text?.join(), second?.state?.message]).toEqual([expect.stringContaining(stored), expect.stringContaining('Jonas Jobcenter')])
    expect(second?.state?.values).toMatchObject({ version: '2' })
    const typed = String(second?.state?.values.text)
    expect(typed).not.toBe(stored)
    expect((await as(caseworker, () => submit(rewordGoal, form(typed, '2')))).redirectedTo).toBeTruthy()
    expect((await planOf(caseworker, id))?.goals[0]?.steps.map(({ text }) => text)).toEqual([typed, stored, 'Sove en hel nat'])
  })

  it('saved from a form that has grown old, or while somebody else’s is being written, is a conflict and not a step', async () => {
    const { id, caseworker } = await planned()
    const { id: goalId } = await goalOf(caseworker, id)
    const form = (text: string, version: string) => () => submit(rewordGoal, { personId: id, goalId, version, ...said(text) })
    await as(caseworker, form('Sove uden piller', '1'))
    expect((await as(caseworker, form('Sove længe', '1'))).state?.fields?.text?.join()).toContain('Sove uden piller')
    expect((await as(caseworker, () => submit(reachGoal, { personId: id, goalId, version: '1' }))).state?.message).toContain('imens')
    // The other's step is there and not yet committed: whoever comes second waits for it.
    let second: ReturnType<typeof submit> | undefined
    await owner().$transaction(async (tx) => {
      await tx.planGoalStep.create({ data: { goalId, personId: id, number: 3, text: 'Sove om natten', saidBy: 'citizen', saidOn: new Date(), state: 'open', recordedBy: caseworker.userId } })
      second = as(caseworker, form('Sove længe', '2'))
      await new Promise((done) => setTimeout(done, 600))
    })
    expect((await second)?.state).toMatchObject({ fields: { text: [expect.stringContaining('Sove om natten')] }, values: { text: 'Sove længe', version: '3' } })
    expect(await owner().planGoalStep.count({ where: { goalId } })).toBe(3)
  })

  it('saved with nothing changed gets no step', async () => {
    const { id, caseworker } = await planned()
    const goal = await goalOf(caseworker, id)
    await as(caseworker, () => submit(rewordGoal, { personId: id, goalId: goal.id, version: '1', ...said('Sove en hel nat') }))
    expect((await planOf(caseworker, id))?.goals[0]?.steps).toHaveLength(1)
  })

  it('takes no CPR number, no day to come, no reason of one letter, and no part of a part', async () => {
    const { id, caseworker } = await planned()
    const goal = await goalOf(caseworker, id)
    const set = (more: Record<string, string>) => as(caseworker, () => submit(setGoal, { personId: id, ...said('Et delmål'), ...more }))
    expect((await set({ text: 'Hente 610190-4111 fra skole' })).state?.fields).toHaveProperty('text')
    expect((await set({ needs: 'Spørg 610190-4111' })).state?.fields).toHaveProperty('needs')
    expect((await set(sends('saidOn', inDays(1)))).state?.fields).toHaveProperty('saidOn')
    expect((await as(caseworker, () => submit(setGoalAside, { personId: id, goalId: goal.id, version: '1', reason: 'x' }))).state?.fields).toHaveProperty('reason')
    expect((await set({ parentId: goal.id })).redirectedTo).toBeTruthy()
    const part = (await planOf(caseworker, id))?.goals.find(({ parentId }) => parentId === goal.id)
    expect((await set({ parentId: part?.id ?? '' })).state?.message).toContain('findes ikke')
  })
})

describe('an agreement', () => {
  const form = (personId: string, more: Record<string, string> = {}) => ({ personId, text: 'Ringe til banken', who: 'staff', ...sends('byDay', inDays(7)), ...more })
  const first = async (actor: Parameters<typeof planOf>[0], id: string) => (await planOf(actor, id))?.agreements[0]

  it('of the municipality becomes one task, which goes where the agreement goes', async () => {
    const { id, caseworker } = await planned()
    await as(caseworker, () => submit(agree, form(id, { task: 'on' })))
    const one = await first(caseworker, id)
    const ref = { personId: id, agreementId: one?.id ?? '' }
    expect((await as(caseworker, () => submit(makeTaskOfAgreement, ref))).state?.message).toContain('allerede')
    const task = async () => (await owner().task.findMany({ where: { source: 'plan', sourceId: ref.agreementId } })).map(({ state, dueOn, ownerId }) => [state, dueOn.toISOString().slice(0, 10), ownerId === caseworker.userId])
    expect(await task()).toEqual([['open', inDays(7), true]])
    await as(caseworker, () => submit(moveAgreement, { ...ref, version: '1', ...sends('byDay', inDays(9)), words: 'Banken har lukket' }))
    expect(await task()).toEqual([['open', inDays(9), true]])
    // A number nobody has written leaves none out.
    expect((await as(caseworker, () => submit(agreementKept, { ...ref, version: '7' }))).state?.message).toContain('imens')
    await as(caseworker, () => submit(agreementEnded, { ...ref, version: '2', end: 'missed', words: 'Nåede det ikke' }))
    expect(await task()).toEqual([['dropped', inDays(9), true]])
    await as(caseworker, () => submit(moveAgreement, { ...ref, version: '3', ...sends('byDay', inDays(12)) }))
    await as(caseworker, () => submit(agreementKept, { ...ref, version: '4' }))
    expect(await task()).toEqual([['done', inDays(12), true]])
    expect((await first(caseworker, id))?.steps.map(({ state, words }) => [state, words])).toEqual([['kept', null], ['open', null], ['missed', 'Nåede det ikke'], ['open', 'Banken har lukket'], ['open', null]])
  })

  it('that is moved leaves a task alone that somebody has done', async () => {
    const { id, caseworker } = await planned()
    await as(caseworker, () => submit(agree, form(id, { task: 'on' })))
    const ref = { personId: id, agreementId: (await first(caseworker, id))?.id ?? '' }
    const { id: task } = await owner().task.findFirstOrThrow({ where: { sourceId: ref.agreementId } })
    await as(caseworker, () => submit(finishTask, { task, back: 'person' }))
    expect((await first(caseworker, id))?.now.state).toBe('open')
    await as(caseworker, () => submit(moveAgreement, { ...ref, version: '1', ...sends('byDay', inDays(9)), words: 'Banken har lukket' }))
    expect((await owner().task.findUniqueOrThrow({ where: { id: task } })).state).toBe('done')
  })

  it('made into a task by two at once becomes one; kept by two at once is kept once', async () => {
    const { id, caseworker } = await planned()
    await as(caseworker, () => submit(agree, form(id)))
    const ref = { personId: id, agreementId: (await first(caseworker, id))?.id ?? '' }
    const made = await Promise.all([1, 2, 3].map(() => as(caseworker, () => submit(makeTaskOfAgreement, ref))))
    expect(made.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    const kept = await Promise.all([1, 2, 3].map(() => as(caseworker, () => submit(agreementKept, { ...ref, version: '1' }))))
    expect(kept.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect((await as(caseworker, () => submit(moveAgreement, { ...ref, version: '1', ...sends('byDay', inDays(3)), words: 'Gammel formular' }))).state?.message).toContain('imens')
    expect((await as(caseworker, () => submit(agreementEnded, { ...ref, version: '2', end: 'dropped', words: 'Er holdt' }))).state?.message).toContain('imens')
    expect([(await first(caseworker, id))?.steps.length, await owner().task.count({ where: { sourceId: ref.agreementId } })]).toEqual([2, 1])
  })

  it('asks for a day to come, why it is moved, who the other is, and makes no task of what others do', async () => {
    const { id, caseworker } = await planned()
    const fails = async (more: Record<string, string>) => Object.keys((await as(caseworker, () => submit(agree, form(id, more)))).state?.fields ?? {})
    expect([await fails(sends('byDay', inDays(-1))), await fails({ who: 'other' }), await fails({ who: 'citizen', task: 'on' }), await fails({ text: 'Ring 610190-4111' })]).toEqual([['byDay'], ['whoWords'], ['task'], ['text']])
    await as(caseworker, () => submit(agree, form(id, { who: 'citizen' })))
    const ref = { personId: id, agreementId: (await first(caseworker, id))?.id ?? '' }
    expect((await as(caseworker, () => submit(moveAgreement, { ...ref, version: '1', ...sends('byDay', inDays(3)) }))).state?.fields).toHaveProperty('words')
    expect((await as(caseworker, () => submit(makeTaskOfAgreement, ref))).state?.message).toContain('kommunen')
  })
})
