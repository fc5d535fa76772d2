'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { hideInput, showInput } from './schema'
import { writeShowing } from './writes'

const done = async (key: 'shown' | 'hidden', volunteerId: string) => {
  await flash((await getTranslations('volunteering.flash'))(key))
  return { redirectTo: `/volunteers/${volunteerId}` }
}

/** A volunteer agreed to stand in the catalogue, with these words; or they say it in other words now. */
export const showVolunteer = staffAction({
  name: 'showVolunteer',
  may: 'volunteer.manage',
  schema: showInput,
  async run({ actor, tx, today, audit }, { volunteerId, number, about, onDay }) {
    if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
    await writeShowing(tx, actor, volunteerId, number, about, onDay)
    await audit({ action: 'volunteer.shown', details: { volunteer: volunteerId } })
    return done('shown', volunteerId)
  },
})

/** They no longer want to: gone from the catalogue with the next statement. */
export const hideVolunteer = staffAction({
  name: 'hideVolunteer',
  may: 'volunteer.manage',
  schema: hideInput,
  async run({ actor, tx, today, audit }, { volunteerId, number }) {
    await writeShowing(tx, actor, volunteerId, number, null, today)
    await audit({ action: 'volunteer.hidden', details: { volunteer: volunteerId } })
    return done('hidden', volunteerId)
  },
})
