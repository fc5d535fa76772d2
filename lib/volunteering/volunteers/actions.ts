'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { changeVolunteerInput, newVolunteerInput } from './schema'
import { refuseUnknown, speak } from './writes'

const say = async (key: 'added' | 'changed') => flash((await getTranslations('volunteering.flash'))(key))

/** Somebody who rang or came by. Their way begins as with the public form. */
export const addVolunteer = staffAction({
  name: 'addVolunteer',
  may: 'volunteer.manage',
  schema: newVolunteerInput,
  async run({ actor, tx, today, audit }, { languages, ...volunteer }) {
    await refuseUnknown(tx, volunteer)
    const id = crypto.randomUUID()
    await tx.volunteer.createMany({ data: [{ ...volunteer, id, source: 'staff', agreedAt: now(), createdBy: actor.userId }] })
    await speak(tx, id, languages)
    await tx.volunteerStep.createMany({ data: [{ volunteerId: id, number: 1, step: 'interested', onDay: dayToDb(today), recordedBy: actor.userId }] })
    await audit({ action: 'volunteer.added', details: { volunteer: id } })
    await say('added')
    return { redirectTo: `/volunteers/${id}` }
  },
})

export const changeVolunteer = staffAction({
  name: 'changeVolunteer',
  may: 'volunteer.manage',
  schema: changeVolunteerInput,
  async run({ tx, audit }, { volunteerId, version, volunteer: { languages, ...volunteer } }) {
    await refuseUnknown(tx, volunteer, volunteerId)
    const { count } = await tx.volunteer.updateMany({ where: { id: volunteerId, version }, data: { ...volunteer, version: version + 1 } })
    if (count !== 1) throw new Refused((await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { id: true } })) ? 'volunteering.error.meanwhile' : 'volunteering.error.gone')
    await speak(tx, volunteerId, languages)
    await audit({ action: 'volunteer.changed', details: { volunteer: volunteerId } })
    await say('changed')
    return { redirectTo: `/volunteers/${volunteerId}` }
  },
})
