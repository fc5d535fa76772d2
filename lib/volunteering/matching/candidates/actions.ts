'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { stateOf } from '../rules'
import { pairRef, turnDownInput } from './schema'
import { readPairs, readRequest } from './sql'
import { askPair, stepPair } from './writes'

const done = async (key: 'pair.asked' | 'pair.turnedDown' | 'pair.takenBack', requestId: string) => {
  await flash((await getTranslations('matching.flash'))(key))
  return { redirectTo: `/volunteers/requests/${requestId}` }
}

/** A candidate is asked: takes a place and a question of the month. Every rule is asked again while whoever else asks the same volunteer waits. */
export const askVolunteer = staffAction({
  name: 'askVolunteer',
  may: 'volunteer.match',
  schema: pairRef,
  async run({ tx, today, audit }, { volunteerRequestId: requestId, volunteerId }) {
    const personId = await askPair(tx, requestId, volunteerId, today)
    await audit({ action: 'volunteer.pair-asked', personId, details: { request: requestId, volunteer: volunteerId } })
    return done('pair.asked', requestId)
  },
})

/** The two do not fit, or somebody said no: not proposed again until what both say of the field is another. */
export const turnDownPair = staffAction({
  name: 'turnDownPair',
  may: 'volunteer.match',
  schema: turnDownInput,
  async run({ tx, today, audit }, { volunteerRequestId: requestId, volunteerId, cause }) {
    const request = await readRequest(tx, requestId)
    const [pair] = request ? await readPairs(tx, request, today, volunteerId) : []
    if (!request || !pair) throw new Refused('matching.error.pair.gone')
    const personId = await stepPair(tx, requestId, volunteerId, 'turned-down', { cause, state: stateOf(cause, request.wanting, pair.helping) })
    await audit({ action: 'volunteer.pair-turned-down', personId, details: { request: requestId, volunteer: volunteerId, cause } })
    return done('pair.turnedDown', requestId)
  },
})

/** Within a day: asked or turned down by mistake. */
export const takeBackPair = staffAction({
  name: 'takeBackPair',
  may: 'volunteer.match',
  schema: pairRef,
  async run({ tx, audit }, { volunteerRequestId: requestId, volunteerId }) {
    const personId = await stepPair(tx, requestId, volunteerId, 'taken-back')
    await audit({ action: 'volunteer.pair-taken-back', personId, details: { request: requestId, volunteer: volunteerId } })
    return done('pair.takenBack', requestId)
  },
})
