'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { takeOverContacts } from '../agreed-contacts/sql'
import { changeAssociationInput, contactInput, contactRef, newAssociationInput, partnershipInput } from './schema'

async function done(key: 'added' | 'changed' | 'contact' | 'contactEnded' | 'partnership', id: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('associations.flash'))(key))
  return { redirectTo: `/associations/${id}` }
}

export const addAssociation = staffAction({
  name: 'addAssociation',
  may: 'association.manage',
  schema: newAssociationInput,
  async run({ actor, tx, audit }, input) {
    const id = crypto.randomUUID()
    await tx.association.createMany({ data: [{ ...input, id, createdBy: actor.userId }] })
    await audit({ action: 'association.added', details: { association: id } })
    return done('added', id)
  },
})

export const changeAssociation = staffAction({
  name: 'changeAssociation',
  may: 'association.manage',
  schema: changeAssociationInput,
  async run({ tx, audit }, { associationId: id, version, ...input }) {
    const { count } = await tx.association.updateMany({ where: { id, version }, data: { ...input, version: version + 1 } })
    if (count !== 1) throw new Refused('associations.error.meanwhile')
    await audit({ action: 'association.changed', details: { association: id } })
    return done('changed', id)
  },
})

export const addAssociationContact = staffAction({
  name: 'addAssociationContact',
  may: 'association.manage',
  schema: contactInput,
  async run({ actor, tx, today, audit }, input) {
    if (!(await tx.association.findFirst({ where: { id: input.associationId }, select: { id: true } }))) throw new Refused('associations.error.gone')
    await tx.associationContact.createMany({ data: [{ ...input, fromDay: dayToDb(today), recordedBy: actor.userId }] })
    await audit({ action: 'association.contact-added', details: { association: input.associationId } })
    return done('contact', input.associationId)
  },
})

/** They speak for the association no more; that they did stays. */
export const endAssociationContact = staffAction({
  name: 'endAssociationContact',
  may: 'association.manage',
  schema: contactRef,
  async run({ tx, today, audit }, { associationId, associationContactId: id }) {
    const { count } = await tx.associationContact.updateMany({ where: { id, associationId, toDay: null }, data: { toDay: dayToDb(today) } })
    if (count !== 1) throw new Refused('associations.error.gone')
    await audit({ action: 'association.contact-ended', details: { association: associationId } })
    return done('contactEnded', associationId)
  },
})

/** What was agreed for a period. The next period is a new agreement; nothing of the former is written over, and its contacts go on. */
export const addPartnership = staffAction({
  name: 'addPartnership',
  may: 'association.manage',
  schema: partnershipInput,
  async run({ actor, tx, today, audit }, { fromDay, toDay, reviewOn, number, ...input }) {
    if (!(await tx.association.findFirst({ where: { id: input.associationId }, select: { id: true } }))) throw new Refused('associations.error.gone')
    const newest = await tx.partnership.findFirst({ where: { associationId: input.associationId }, orderBy: { number: 'desc' }, select: { number: true } })
    if ((newest?.number ?? 0) !== number) throw new Refused('associations.error.meanwhile')
    const id = crypto.randomUUID()
    const { count } = await tx.partnership.createMany({ data: [{ ...input, id, number: number + 1, fromDay: dayToDb(fromDay), toDay: dayToDb(toDay), reviewOn: reviewOn && dayToDb(reviewOn), recordedBy: actor.userId }], skipDuplicates: true })
    if (count !== 1) throw new Refused('associations.error.meanwhile')
    await takeOverContacts(tx, input.associationId, id, number, actor.userId, dayToDb(today))
    await audit({ action: 'association.partnership', details: { association: input.associationId } })
    return done('partnership', input.associationId)
  },
})
