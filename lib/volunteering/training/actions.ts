'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { trainingInput } from './schema'

/** A course, supervision or a meeting somebody took part in. */
export const logTraining = staffAction({
  name: 'logTraining',
  may: 'volunteer.manage',
  schema: trainingInput,
  async run({ actor, tx, today, audit }, { volunteerId, onDay, kind, title, minutes }) {
    if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
    if (!(await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { id: true } }))) throw new Refused('volunteering.error.gone')
    await tx.volunteerTraining.createMany({ data: [{ volunteerId, kind, title, minutes, onDay: dayToDb(onDay), recordedBy: actor.userId }] })
    await audit({ action: 'volunteer.trained', details: { volunteer: volunteerId, kind } })
    await flash((await getTranslations('volunteering.flash'))('training'))
    return { redirectTo: `/volunteers/${volunteerId}` }
  },
})
