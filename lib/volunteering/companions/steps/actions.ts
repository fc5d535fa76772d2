'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { fitsDay, possible } from './rules'
import { followUpInput, heldInput, prepareInput } from './schema'
import { addStep, attorneyHolds, type Meeting, openMeeting } from './writes'

const done = async (key: 'prepared' | 'held' | 'not-held' | 'followed-up', { personId, companionId }: Meeting) => {
  await flash((await getTranslations('companions.flash'))(key))
  return { redirectTo: `/people/${personId}/companions/${companionId}` }
}

/** The two have met before the meeting: what is to be said, what is to be spoken of, and the role they agree on now. */
export const prepareCompanion = staffAction({
  name: 'prepareCompanion',
  may: 'volunteer.request',
  schema: prepareInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { personId, companionId, onDay, note, agenda, companionRole }) {
    const meeting = await openMeeting(tx, personId, companionId)
    if (!possible(meeting.state, meeting.startsAt, now()).prepare) throw new Refused('companions.error.notNow')
    if (!fitsDay('prepared', onDay, meeting.startsAt, today)) throw new Refused('companions.error.preparedOn', {}, 'on')
    if (companionRole === 'representative' && !(await attorneyHolds(tx, personId, dayOf(meeting.startsAt)))) throw new Refused('companions.error.attorney', {}, 'companionRole')
    await addStep(tx, actor, meeting, 'prepared', onDay, { note, agenda, agreedRole: companionRole })
    await audit({ action: 'companion.prepared', personId, details: { meeting: companionId, role: companionRole } })
    return done('prepared', meeting)
  },
})

/** The meeting was held with the companion, or it was not. */
export const holdCompanionMeeting = staffAction({
  name: 'holdCompanionMeeting',
  may: 'volunteer.request',
  schema: heldInput,
  async run({ actor, tx, audit }, { personId, companionId, held }) {
    const meeting = await openMeeting(tx, personId, companionId)
    if (!possible(meeting.state, meeting.startsAt, now()).hold) throw new Refused('companions.error.notNow')
    await addStep(tx, actor, meeting, held === 'yes' ? 'held' : 'not-held', dayOf(meeting.startsAt))
    await audit({ action: held === 'yes' ? 'companion.held' : 'companion.not-held', personId, details: { meeting: companionId } })
    return done(held === 'yes' ? 'held' : 'not-held', meeting)
  },
})

/** What the citizen says of it afterwards. A match that was for this meeting is over with it. */
export const followUpCompanion = staffAction({
  name: 'followUpCompanion',
  may: 'volunteer.request',
  schema: followUpInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { personId, companionId, onDay, note, supported, balanced, understood }) {
    const meeting = await openMeeting(tx, personId, companionId)
    if (!possible(meeting.state, meeting.startsAt, now()).followUp) throw new Refused('companions.error.notNow')
    if (!fitsDay('followed-up', onDay, meeting.startsAt, today)) throw new Refused('companions.error.followedOn', {}, 'on')
    await addStep(tx, actor, meeting, 'followed-up', onDay, { note, supported, balanced, understood })
    await audit({ action: 'companion.followed-up', personId, details: { meeting: companionId } })
    return done('followed-up', meeting)
  },
})
