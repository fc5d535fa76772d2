'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb, partsOf } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { lockFacts } from '../path/sql'
import { anniversary, mayCelebrate, spansOf } from './rules'
import { celebrateInput, thanksInput } from './schema'

const say = async (key: 'thanked' | 'celebrated') => flash((await getTranslations('recognition.flash'))(key))

/** That somebody was thanked: stays, and is never changed. */
export const thankVolunteer = staffAction({
  name: 'thankVolunteer',
  may: 'volunteer.manage',
  schema: thanksInput,
  async run({ actor, tx, today, audit }, { volunteerId, fromWhom, words, onDay }) {
    if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
    if (!(await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { id: true } }))) throw new Refused('volunteering.error.gone')
    await tx.volunteerThanks.createMany({ data: [{ volunteerId, fromWhom, words, onDay: dayToDb(onDay), recordedBy: actor.userId }] })
    await audit({ action: 'volunteer.thanked', details: { volunteer: volunteerId } })
    await say('thanked')
    return { redirectTo: `/volunteers/${volunteerId}` }
  },
})

/** Each anniversary once: of two who write it at once the second is told. */
export const celebrateVolunteer = staffAction({
  name: 'celebrateVolunteer',
  may: 'volunteer.manage',
  schema: celebrateInput,
  async run({ actor, tx, today, audit }, { volunteerId, years }) {
    const facts = await lockFacts(tx, volunteerId)
    if (!facts) throw new Refused('volunteering.error.gone')
    if (!mayCelebrate(facts.steps, years, today)) throw new Refused('recognition.error.years')
    const { count } = await tx.volunteerThanks.createMany({ data: [{ volunteerId, years, fromWhom: actor.name.slice(0, 120), onDay: dayToDb(today), recordedBy: actor.userId }], skipDuplicates: true })
    if (count !== 1) throw new Refused('recognition.error.already')
    await audit({ action: 'volunteer.celebrated', details: { volunteer: volunteerId, years } })
    await say('celebrated')
    return { redirectTo: `/volunteers/celebrations?year=${partsOf(anniversary(spansOf(facts.steps), years) ?? today).year}` }
  },
})
