'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { withinLimit } from '@/lib/access/rate-limit'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import { tieInput, tieRef } from './schema'

/** Somebody who has a person in hand could try numbers until one fits: not so often. */
const TRIES = { name: 'volunteer-tie', points: 10, seconds: 3600 }

/** The person is a volunteer as well, and says so with their number. A number of somebody else, and one there is not, are answered alike. */
export const tieVolunteer = staffAction({
  name: 'tieVolunteer',
  may: 'volunteer.tie',
  schema: tieInput,
  async run({ actor, tx, audit }, { personId, volunteerNumber }) {
    if (!(await withinLimit(TRIES, actor.userId))) throw new Refused('ui.action.tooMany')
    await refuseBehindGlass(tx, personId)
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.tie_volunteer(${personId}::uuid, ${volunteerNumber}::int)::text AS id`
    if (!row?.id) throw new Refused('volunteering.error.noTie', {}, 'volunteerNumber')
    await audit({ action: 'volunteer.tied', personId })
    await flash((await getTranslations('volunteering.flash'))('tied'))
    return { redirectTo: `/people/${personId}/volunteer` }
  },
})

export const untieVolunteer = staffAction({
  name: 'untieVolunteer',
  may: 'volunteer.tie',
  schema: tieRef,
  async run({ tx, audit }, { personId, tieId }) {
    await refuseBehindGlass(tx, personId)
    const { count } = await tx.volunteerTie.deleteMany({ where: { id: tieId, personId } })
    if (count !== 1) throw new Refused('volunteering.error.tieGone')
    await audit({ action: 'volunteer.untied', personId })
    await flash((await getTranslations('volunteering.flash'))('untied'))
    return { redirectTo: `/people/${personId}/volunteer` }
  },
})
