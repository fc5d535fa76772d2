'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { requestInput, requestRef } from './schema'
import { addRequest, endRequest } from './writes'

const say = async (key: 'asked' | 'withdrawn') => flash((await getTranslations('matching.flash'))(key))

/** Somebody waits for a volunteer from now on, by the day they began to. */
export const requestVolunteer = staffAction({
  name: 'requestVolunteer',
  may: 'volunteer.request',
  schema: requestInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const id = await addRequest(tx, actor, input, today)
    await audit({ action: 'volunteer.requested', personId: input.personId, details: { request: id, role: input.request.roleCode } })
    await say('asked')
    return { redirectTo: `/people/${input.personId}/waiting` }
  },
})

export const withdrawRequest = staffAction({
  name: 'withdrawRequest',
  may: 'volunteer.request',
  schema: requestRef,
  async run({ actor, tx, audit }, { personId, volunteerRequestId }) {
    await endRequest(tx, actor, personId, volunteerRequestId, 'withdrawn')
    await audit({ action: 'volunteer.request-withdrawn', personId, details: { request: volunteerRequestId } })
    await say('withdrawn')
    return { redirectTo: `/people/${personId}/waiting` }
  },
})
