'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { companionInput, companionRef } from './schema'
import { addMeeting, cancelMeeting } from './writes'

const done = async (key: 'wanted' | 'own' | 'cancelled', personId: string) => {
  await flash((await getTranslations('companions.flash'))(key))
  return { redirectTo: `/people/${personId}/companions` }
}

/** Somebody wants a companion to a meeting, or brings one of their own. */
export const requestCompanion = staffAction({
  name: 'requestCompanion',
  may: 'volunteer.request',
  schema: companionInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const { id, requestId } = await addMeeting(tx, actor, input, today)
    await audit({ action: 'companion.requested', personId: input.personId, details: { meeting: id, role: input.meeting.agreedRole, ...(requestId ? { request: requestId } : { kin: input.meeting.kin }) } })
    return done(requestId ? 'wanted' : 'own', input.personId)
  },
})

export const cancelCompanion = staffAction({
  name: 'cancelCompanion',
  may: 'volunteer.request',
  schema: companionRef,
  async run({ actor, tx, today, audit }, { personId, companionId }) {
    await cancelMeeting(tx, actor, personId, companionId, today)
    await audit({ action: 'companion.cancelled', personId, details: { meeting: companionId } })
    return done('cancelled', personId)
  },
})
