'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { remarkInput } from './schema'

/** A comment or praise under what a colleague wrote. Whoever wrote it finds it on their first page. */
export const remarkContact = staffAction({
  name: 'remarkContact',
  may: 'contact.record',
  schema: remarkInput,
  freeText: true,
  async run({ actor, tx, audit }, { personId, contactId, kind, text }) {
    const found = await tx.contact.findFirst({ where: { id: contactId, personId, redactedAt: null }, select: { recordedBy: true } })
    if (!found) throw new Refused('casework.error.gone')
    if (found.recordedBy === actor.userId) throw new Refused('casework.remark.error.own')
    await tx.contactAddition.createMany({ data: [{ contactId, personId, text, kind, addedBy: actor.userId }] })
    await audit({ action: 'contact.remarked', personId, details: { contact: contactId, kind } })
    await flash((await getTranslations('casework.remark.flash'))(kind))
    return { redirectTo: `/people/${personId}/contacts` }
  },
})
