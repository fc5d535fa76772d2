'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { type Day, dayToDb } from '@/lib/platform/day'
import { saved } from './saved'
import { personInput, profileInput, statusInput } from './schema'
import { statusRefusal } from './rules'
import { refuseStale, refuseStalePerson } from './versions'

const toDb = (day: Day | null) => day && dayToDb(day)

export const updatePerson = staffAction({
  name: 'updatePerson',
  may: 'person.update',
  schema: personInput,
  async run({ tx, audit }, { personId, version, birthDate, registeredOn, movedInOn, ...plain }) {
    const data = { ...plain, birthDate: toDb(birthDate), registeredOn: dayToDb(registeredOn), movedInOn: toDb(movedInOn) }
    const { count } = await tx.person.updateMany({ where: { id: personId, version, mergedIntoId: null }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStalePerson(tx, personId, await tx.person.findFirst({ where: { id: personId, mergedIntoId: null } }), data)
    await audit({ action: 'person.updated', personId })
    return saved(personId)
  },
})

/** Dead, moved away or in. What outreach owes follows from these days by itself. */
export const updateStatus = staffAction({
  name: 'updateStatus',
  may: 'person.update',
  schema: statusInput,
  async run({ tx, audit }, { personId, version, ...days }) {
    const person = await tx.person.findFirst({ where: { id: personId, mergedIntoId: null } })
    if (!person) throw new Refused('people.error.notFound')
    const refusal = statusRefusal(days, person.birthDate)
    if (refusal) throw new Refused(`people.error.${refusal.code}`, {}, refusal.field)
    const data = { diedOn: toDb(days.diedOn), movedAwayOn: toDb(days.movedAwayOn), movedInOn: toDb(days.movedInOn) }
    const { count } = await tx.person.updateMany({ where: { id: personId, version }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStalePerson(tx, personId, person, data)
    await audit({ action: 'person.status-changed', personId })
    return saved(personId)
  },
})

/** Vulnerable, resources and the person's own wishes. */
export const updateProfile = staffAction({
  name: 'updateProfile',
  may: 'person.update',
  schema: profileInput,
  async run({ tx, audit }, { personId, version, ...data }) {
    const { count } = await tx.veteranProfile.updateMany({ where: { personId, version }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStale(tx, personId, await tx.veteranProfile.findFirst({ where: { personId } }), data)
    await audit({ action: 'person.profile-updated', personId })
    return saved(personId)
  },
})
