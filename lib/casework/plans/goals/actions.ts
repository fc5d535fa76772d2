'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { planHref } from '../places'
import { asideInput, changeInput, goalInput, goalInputRef } from './schema'
import { addGoal, changeGoal, moveGoal } from './writes'

async function done(personId: string, goalId: string, key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('plans.flash'))(key))
  return { redirectTo: planHref(personId, { changed: goalId }) }
}

export const setGoal = staffAction({
  name: 'setGoal',
  may: 'plan.manage',
  schema: goalInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { personId, parentId, goal }) {
    const id = await addGoal(tx, actor, personId, parentId, goal, today)
    await audit({ action: 'plan.goal-set', personId, details: { goal: id } })
    return done(personId, id, 'set')
  },
})

/** What stood before is kept, with who wrote it. */
export const rewordGoal = staffAction({
  name: 'rewordGoal',
  may: 'plan.manage',
  schema: changeInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { goal, ...ref }) {
    const changed = await changeGoal(tx, actor, ref, goal, today)
    await audit({ action: changed ? 'plan.goal-changed' : 'plan.goal-unchanged', personId: ref.personId, details: { goal: ref.goalId } })
    return done(ref.personId, ref.goalId, changed ? 'changed' : 'unchanged')
  },
})

export const reachGoal = staffAction({
  name: 'reachGoal',
  may: 'plan.manage',
  schema: goalInputRef,
  async run({ actor, tx, audit }, ref) {
    await moveGoal(tx, actor, ref, 'reached')
    await audit({ action: 'plan.goal-reached', personId: ref.personId, details: { goal: ref.goalId } })
    return done(ref.personId, ref.goalId, 'reached')
  },
})

export const setGoalAside = staffAction({
  name: 'setGoalAside',
  may: 'plan.manage',
  schema: asideInput,
  freeText: true,
  async run({ actor, tx, audit }, { reason, ...ref }) {
    await moveGoal(tx, actor, ref, 'aside', reason)
    await audit({ action: 'plan.goal-aside', personId: ref.personId, details: { goal: ref.goalId } })
    return done(ref.personId, ref.goalId, 'aside')
  },
})

export const takeGoalUp = staffAction({
  name: 'takeGoalUp',
  may: 'plan.manage',
  schema: goalInputRef,
  async run({ actor, tx, audit }, ref) {
    await moveGoal(tx, actor, ref, 'open')
    await audit({ action: 'plan.goal-again', personId: ref.personId, details: { goal: ref.goalId } })
    return done(ref.personId, ref.goalId, 'again')
  },
})
