'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { redactionInput, restoreInput } from './schema'

/** Takes an entry back that should not stand there. Its trace stays, and its words can be put back for some weeks. */
export const redactContact = staffAction({
  name: 'redactContact',
  may: 'contact.record',
  schema: redactionInput,
  async run({ tx, audit }, { personId, contactId, reason }) {
    if (!(await tx.contact.findFirst({ where: { id: contactId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
    const [done] = await tx.$queryRaw<{ ok: boolean }[]>`SELECT access.redact_contact(${contactId}::uuid, ${reason}) AS ok`
    if (!done?.ok) throw new Refused('casework.error.notYours')
    await audit({ action: 'contact.redacted', personId, details: { contact: contactId, reason } })
    await flash((await getTranslations('casework'))('flash.redacted'))
    return { redirectTo: `/people/${personId}/contacts` }
  },
})

export const restoreContact = staffAction({
  name: 'restoreContact',
  may: 'contact.record',
  schema: restoreInput,
  async run({ tx, audit }, { personId, contactId }) {
    if (!(await tx.contact.findFirst({ where: { id: contactId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
    const [done] = await tx.$queryRaw<{ ok: boolean }[]>`SELECT access.restore_contact(${contactId}::uuid) AS ok`
    if (!done?.ok) throw new Refused('casework.error.notRestored')
    await audit({ action: 'contact.restored', personId, details: { contact: contactId } })
    await flash((await getTranslations('casework'))('flash.restored'))
    return { redirectTo: `/people/${personId}/contacts` }
  },
})
