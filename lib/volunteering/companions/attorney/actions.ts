'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { attorneyInput, attorneyRef } from './schema'

const done = async (key: 'recorded' | 'ended', personId: string) => {
  await flash((await getTranslations('companions.attorney.flash'))(key))
  return { redirectTo: `/people/${personId}/companions` }
}

/** A power of attorney is on file: somebody may act for the person. */
export const recordAttorney = staffAction({
  name: 'recordAttorney',
  may: 'volunteer.request',
  schema: attorneyInput,
  freeText: true,
  async run({ actor, tx, audit }, { personId, fromDay, toDay, ...words }) {
    if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null, diedOn: null }, select: { id: true } }))) throw new Refused('matching.error.person')
    await refuseBehindGlass(tx, personId)
    const id = crypto.randomUUID()
    await tx.powerOfAttorney.createMany({ data: [{ ...words, id, personId, fromDay: dayToDb(fromDay), toDay: dayToDb(toDay), recordedBy: actor.userId }] })
    await audit({ action: 'attorney.recorded', personId, details: { attorney: id } })
    return done('recorded', personId)
  },
})

/** Taken back by the person, or by whoever has it: from today nobody acts by it. */
export const endAttorney = staffAction({
  name: 'endAttorney',
  may: 'volunteer.request',
  schema: attorneyRef,
  async run({ actor, tx, today, audit }, { personId, attorneyId: id }) {
    await refuseBehindGlass(tx, personId)
    const { count } = await tx.powerOfAttorney.updateMany({ where: { id, personId, endedOn: null }, data: { endedOn: dayToDb(today), endedBy: actor.userId } })
    if (count !== 1) throw new Refused('companions.attorney.error.gone')
    await audit({ action: 'attorney.ended', personId, details: { attorney: id } })
    return done('ended', personId)
  },
})
