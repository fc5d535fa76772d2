'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { planHref } from '../places'
import { agreementInput, endInput, keptInput, moveInput, taskOfInput } from './schema'
import { addAgreement, stepAgreement, taskOfAgreement } from './writes'

async function done(personId: string, agreementId: string, key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('plans.flash'))(key))
  return { redirectTo: planHref(personId, { changed: agreementId }) }
}

export const agree = staffAction({
  name: 'agree',
  may: 'plan.manage',
  schema: agreementInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const id = await addAgreement(tx, actor, input, today)
    await audit({ action: 'plan.agreed', personId: input.personId, details: { agreement: id } })
    const task = input.task ? await taskOfAgreement(tx, actor, input.personId, id) : null
    if (task) await audit({ action: 'task.made', personId: input.personId, details: { task } })
    return done(input.personId, id, task ? 'agreedTask' : 'agreed')
  },
})

export const agreementKept = staffAction({
  name: 'agreementKept',
  may: 'plan.manage',
  schema: keptInput,
  async run({ actor, tx, today, audit }, ref) {
    await stepAgreement(tx, actor, ref, { state: 'kept', words: null }, today)
    await audit({ action: 'plan.agreement-kept', personId: ref.personId, details: { agreement: ref.agreementId } })
    return done(ref.personId, ref.agreementId, 'kept')
  },
})

/** Not kept, or given up: with a word why. */
export const agreementEnded = staffAction({
  name: 'agreementEnded',
  may: 'plan.manage',
  schema: endInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { end, words, ...ref }) {
    await stepAgreement(tx, actor, ref, { state: end, words }, today)
    await audit({ action: end === 'missed' ? 'plan.agreement-missed' : 'plan.agreement-dropped', personId: ref.personId, details: { agreement: ref.agreementId } })
    return done(ref.personId, ref.agreementId, end)
  },
})

/** Another day; also for one that is over, which is then open again. */
export const moveAgreement = staffAction({
  name: 'moveAgreement',
  may: 'plan.manage',
  schema: moveInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { dueOn, words, ...ref }) {
    await stepAgreement(tx, actor, ref, { state: 'open', words, dueOn }, today)
    await audit({ action: 'plan.agreement-moved', personId: ref.personId, details: { agreement: ref.agreementId, to: dueOn } })
    return done(ref.personId, ref.agreementId, 'moved')
  },
})

export const makeTaskOfAgreement = staffAction({
  name: 'makeTaskOfAgreement',
  may: 'plan.manage',
  schema: taskOfInput,
  async run({ actor, tx, audit }, { personId, agreementId }) {
    const task = await taskOfAgreement(tx, actor, personId, agreementId)
    if (!task) throw new Refused('plans.error.taskThere')
    await audit({ action: 'task.made', personId, details: { task } })
    return done(personId, agreementId, 'task')
  },
})
