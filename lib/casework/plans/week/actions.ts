'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { weekHref } from '../places'
import { scheduleInput, scheduleRef, slotInput, slotRef } from './schema'
import { addSchedule, addSlots, removeSchedule, removeSlot } from './writes'

async function done(personId: string, key: string, changed: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('plans.flash'))(key))
  return { redirectTo: weekHref(personId, changed) }
}

export const beginWeek = staffAction({
  name: 'beginWeek',
  may: 'plan.manage',
  schema: scheduleInput,
  async run({ actor, tx, audit }, input) {
    const id = await addSchedule(tx, actor, input)
    await audit({ action: 'plan.week-begun', personId: input.personId, details: { schedule: id } })
    return done(input.personId, 'weekBegun', id)
  },
})

export const addToWeek = staffAction({
  name: 'addToWeek',
  may: 'plan.manage',
  schema: slotInput,
  freeText: true,
  async run({ actor, tx, audit }, input) {
    await addSlots(tx, actor, input)
    await audit({ action: 'plan.week-added-to', personId: input.personId, details: { schedule: input.scheduleId } })
    return done(input.personId, 'slotAdded', input.scheduleId)
  },
})

export const takeOutOfWeek = staffAction({
  name: 'takeOutOfWeek',
  may: 'plan.manage',
  schema: slotRef,
  async run({ tx, audit }, { personId, planSlotId }) {
    await removeSlot(tx, personId, planSlotId)
    await audit({ action: 'plan.week-taken-from', personId, details: { slot: planSlotId } })
    return done(personId, 'slotRemoved', planSlotId)
  },
})

export const endWeek = staffAction({
  name: 'endWeek',
  may: 'plan.manage',
  schema: scheduleRef,
  async run({ tx, audit }, { personId, scheduleId }) {
    await removeSchedule(tx, personId, scheduleId)
    await audit({ action: 'plan.week-removed', personId, details: { schedule: scheduleId } })
    return done(personId, 'weekRemoved', scheduleId)
  },
})
