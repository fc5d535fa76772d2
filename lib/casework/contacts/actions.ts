'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { now } from '@/lib/platform/clock'
import { flash } from '@/lib/platform/flash'
import { additionInput, contactInput, draftInput, draftRef } from './schema'
import { addContact, keep } from './writes'

export const logContact = staffAction({
  name: 'logContact',
  may: 'contact.record',
  schema: contactInput,
  async run({ actor, tx, audit }, input) {
    const id = await addContact(tx, actor, input, now())
    await audit({ action: 'contact.logged', personId: input.personId, details: { contact: id, outcome: input.outcome, channel: input.channel } })
    // The entry itself says that it is written: a message over the form would be in the way of the next one.
    return { redirectTo: `/people/${input.personId}/contacts?logged=${id}#contact-${id}` }
  },
})

/** What was left out, under what was written: the entry itself stays as it is. */
export const addToContact = staffAction({
  name: 'addToContact',
  may: 'contact.record',
  schema: additionInput,
  async run({ actor, tx, audit }, { personId, contactId, text }) {
    if (!(await tx.contact.findFirst({ where: { id: contactId, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
    await tx.contactAddition.createMany({ data: [{ contactId, personId, text, addedBy: actor.userId }] })
    await audit({ action: 'contact.added-to', personId, details: { contact: contactId } })
    await flash((await getTranslations('casework'))('flash.added'))
    return { redirectTo: `/people/${personId}/contacts` }
  },
})

/** Some seconds after typing has stopped. The log says once that it was begun: what one is typing is not yet anything about anybody. */
export const keepDraft = staffAction({
  name: 'keepDraft',
  may: 'contact.record',
  schema: draftInput,
  scratch: true,
  async run({ actor, tx, audit }, input) {
    if (await keep(tx, actor, input)) await audit({ action: 'contact.draft-begun', personId: input.personId })
    return {}
  },
})

export const throwDraftAway = staffAction({
  name: 'throwDraftAway',
  may: 'contact.record',
  schema: draftRef,
  async run({ actor, tx, audit }, { personId, draftId }) {
    const { count } = await tx.contactDraft.deleteMany({ where: { id: draftId, personId, userId: actor.userId } })
    if (count === 0) throw new Refused('casework.error.gone')
    await audit({ action: 'contact.draft-thrown', personId })
    await flash((await getTranslations('casework'))('flash.thrown'))
    return { redirectTo: `/people/${personId}/contacts` }
  },
})
