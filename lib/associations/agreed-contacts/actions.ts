'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { agreedContactInput, agreedContactRef } from './schema'

async function done(key: 'added' | 'ended', associationId: string, partnershipId: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('associations.agreedContact'))(key))
  return { redirectTo: `/associations/${associationId}/agreements/${partnershipId}` }
}

/** Whom one turns to about this agreement: one who speaks for the association, one of the house, or both. */
export const addAgreedContact = staffAction({
  name: 'addAgreedContact',
  may: 'association.manage',
  schema: agreedContactInput,
  async run({ actor, tx, today, audit }, { associationId, partnershipId, associationContactId, userId }) {
    if (!(await tx.partnership.findFirst({ where: { id: partnershipId, associationId }, select: { id: true } }))) throw new Refused('associations.error.gone')
    if (associationContactId && !(await tx.associationContact.findFirst({ where: { id: associationContactId, associationId, toDay: null }, select: { id: true } }))) throw new Refused('associations.error.gone')
    const [works] = userId ? await tx.$queryRaw<{ id: string }[]>`SELECT s.id::text FROM access.agreement_staff() s WHERE s.id = ${userId}::uuid` : []
    if (userId && !works) throw new Refused('associations.error.gone')
    const rows = [...(associationContactId ? [{ contactId: associationContactId }] : []), ...(userId ? [{ userId }] : [])]
    const { count } = await tx.partnershipContact.createMany({ data: rows.map((one) => ({ ...one, partnershipId, fromDay: dayToDb(today), recordedBy: actor.userId })), skipDuplicates: true })
    if (count === 0) throw new Refused('associations.error.already')
    await audit({ action: 'association.agreed-contact-added', details: { association: associationId, agreement: partnershipId } })
    return done('added', associationId, partnershipId)
  },
})

/** Not turned to any more; that they were stays. */
export const endAgreedContact = staffAction({
  name: 'endAgreedContact',
  may: 'association.manage',
  schema: agreedContactRef,
  async run({ tx, today, audit }, { associationId, partnershipId, agreedContactId: id }) {
    const { count } = await tx.partnershipContact.updateMany({ where: { id, partnershipId, toDay: null, partnership: { associationId } }, data: { toDay: dayToDb(today) } })
    if (count !== 1) throw new Refused('associations.error.gone')
    await audit({ action: 'association.agreed-contact-ended', details: { association: associationId, agreement: partnershipId } })
    return done('ended', associationId, partnershipId)
  },
})
