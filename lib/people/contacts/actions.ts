'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { saved } from '../record/saved'
import { refuseStale } from '../record/versions'
import { contactInput, contactRef } from './schema'

/** A number or address, and whether the person allows it to be used. */
export const saveContact = staffAction({
  name: 'saveContact',
  may: 'person.update',
  schema: contactInput,
  async run({ tx, today, audit }, { personId, row, version, ...data }) {
    if (row) {
      const { count } = await tx.contactPoint.updateMany({ where: { id: row, personId, version, toDay: null }, data: { ...data, version: { increment: 1 } } })
      if (count !== 1) await refuseStale(tx, personId, await tx.contactPoint.findFirst({ where: { id: row, personId } }), data)
    } else {
      if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('people.error.notFound')
      if (await tx.contactPoint.findFirst({ where: { personId, value: data.value, toDay: null }, select: { id: true } })) throw new Refused('people.error.contactKnown', {}, 'value')
      await tx.contactPoint.createMany({ data: [{ personId, ...data, source: 'staff', fromDay: dayToDb(today) }] })
    }
    await audit({ action: row ? 'contact.updated' : 'contact.added', personId })
    return saved(personId)
  },
})

/** Ended, not deleted: who was called on it stays explainable. */
export const endContact = staffAction({
  name: 'endContact',
  may: 'person.update',
  schema: contactRef,
  async run({ tx, today, audit }, { personId, row, version }) {
    const data = { toDay: dayToDb(today) }
    const { count } = await tx.contactPoint.updateMany({ where: { id: row, personId, version, toDay: null }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStale(tx, personId, await tx.contactPoint.findFirst({ where: { id: row, personId } }), data)
    await audit({ action: 'contact.ended', personId })
    return saved(personId)
  },
})
