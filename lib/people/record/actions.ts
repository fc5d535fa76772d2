'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { type Day, dayToDb } from '@/lib/platform/day'
import { saved } from './saved'
import { personInput, profileInput, protectionInput, statusInput } from './schema'
import { statusRefusal } from './rules'
import { refuseStale } from './versions'

const toDb = (day: Day | null) => day && dayToDb(day)

export const updatePerson = staffAction({
  name: 'updatePerson',
  may: 'person.update',
  schema: personInput,
  async run({ tx, audit }, { personId, version, birthDate, registeredOn, movedInOn, ...plain }) {
    const data = { ...plain, birthDate: toDb(birthDate), registeredOn: dayToDb(registeredOn), movedInOn: toDb(movedInOn) }
    const { count } = await tx.person.updateMany({ where: { id: personId, version, mergedIntoId: null }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStale(tx, personId, await tx.person.findFirst({ where: { id: personId, mergedIntoId: null } }), data)
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
    if (count !== 1) await refuseStale(tx, personId, person, data)
    await audit({ action: 'person.status-changed', personId })
    return saved(personId)
  },
})

/** Acts at once: the database moves the address out of everybody's sight in the same statement. Lifting it takes the clearance to see it. */
export const updateProtection = staffAction({
  name: 'updateProtection',
  may: 'person.update',
  schema: protectionInput,
  async run({ actor, tx, audit }, { personId, version, protection, protectionSource, protectionReviewOn }) {
    const before = await tx.person.findFirst({ where: { id: personId, mergedIntoId: null } })
    if (!before) throw new Refused('people.error.notFound')
    const hidden = (level: string) => level === 'P1' || level === 'P2'
    if (hidden(before.protection) && !hidden(protection) && !actor.clearances.includes('PROTECTED_ADDRESS')) throw new Refused('people.error.liftProtection', {}, 'protection')
    const data = { protection, protectionSource, protectionReviewOn: toDb(protectionReviewOn) }
    // Written first: a shielded person is out of sight for this very transaction afterwards.
    await audit({ action: 'person.protection-changed', personId, details: { from: before.protection, to: protection } })
    const { count } = await tx.person.updateMany({ where: { id: personId, version }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStale(tx, personId, before, data)
    return protection === 'P3' && !actor.clearances.includes('SHIELDED') ? saved() : saved(personId)
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
