'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { addDays, dayToDb } from '@/lib/platform/day'
import { saved } from '../record/saved'
import { refuseStale } from '../record/versions'
import { addressLine } from './rules'
import { addressInput, endAddressInput, revealAddressInput } from './schema'

/** A protected address, for a purpose picked in one tap. Who it is for, and why, stands in the audit trail before the line is shown. */
export const revealAddress = staffAction({
  name: 'revealAddress',
  may: 'person.read.protected-address',
  // A remembered answer would be the address in clear.
  repeatable: true,
  schema: revealAddressInput,
  async run({ tx, today, audit }, { personId, purpose }) {
    const rows = await tx.protectedAddress.findMany({ where: { personId, OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] }, orderBy: { fromDay: { sort: 'desc', nulls: 'last' } } })
    await audit({ kind: rows.length > 0 ? 'VIEW' : 'DENIED', action: 'person.protected-address-viewed', personId, purpose })
    return { message: rows.length > 0 ? rows.map(addressLine).join(' · ') : undefined }
  },
})

/** A new address, which ends the former the day before; or the correction of a row. A protected person's goes to its own table by itself. */
export const saveAddress = staffAction({
  name: 'saveAddress',
  may: 'person.update',
  schema: addressInput,
  async run({ tx, audit }, { personId, row, version, address, fromDay }) {
    const person = await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } })
    if (!person) throw new Refused('people.error.notFound')
    if (row) {
      const data = { ...address, fromDay: fromDay && dayToDb(fromDay) }
      const { count } = await tx.address.updateMany({ where: { id: row, personId, version }, data: { ...data, version: { increment: 1 } } })
      if (count !== 1) await refuseStale(tx, personId, await tx.address.findFirst({ where: { id: row, personId } }), data)
    } else if (fromDay) {
      const later = await tx.address.findFirst({ where: { personId, toDay: null, fromDay: { gte: dayToDb(fromDay) } }, select: { id: true } })
      if (later) throw new Refused('people.error.addressOrder', {}, 'fromDay')
      await tx.address.updateMany({ where: { personId, toDay: null }, data: { toDay: dayToDb(addDays(fromDay, -1)), version: { increment: 1 } } })
      await tx.address.createMany({ data: [{ personId, ...address, fromDay: dayToDb(fromDay), source: 'staff' }] })
    }
    await audit({ action: row ? 'address.corrected' : 'address.added', personId })
    return saved(personId)
  },
})

/** The address no longer holds, and nobody knows the next. */
export const endAddress = staffAction({
  name: 'endAddress',
  may: 'person.update',
  schema: endAddressInput,
  async run({ tx, today, audit }, { personId, row, version }) {
    const data = { toDay: dayToDb(addDays(today, -1)) }
    const { count } = await tx.address.updateMany({ where: { id: row, personId, version }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStale(tx, personId, await tx.address.findFirst({ where: { id: row, personId } }), data)
    await audit({ action: 'address.ended', personId })
    return saved(personId)
  },
})
