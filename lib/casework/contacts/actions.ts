'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { can } from '@/lib/access/permissions'
import { safeNext } from '@/lib/access/rules'
import { now } from '@/lib/platform/clock'
import { momentAt } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { guideAsks } from '../screening/sql'
import { NO_SHOW_KIND } from './rules'
import { additionInput, contactInput, draftInput, draftRef, noShowInput } from './schema'
import { addContacts, keep, type NewContact } from './writes'

const logged = (personId: string, id = '') => `/people/${personId}/contacts?logged=${id}#contact-${id}`

export const logContact = staffAction({
  name: 'logContact',
  may: 'contact.record',
  schema: contactInput,
  freeText: true,
  async run({ actor, tx, audit }, { personId, back, happenedOn, time, ...input }) {
    const { ids, channel } = await addContacts(tx, actor, { ...input, happenedAt: momentAt(happenedOn, time.hour, time.minute) }, now())
    for (const [at, person] of input.people.entries()) await audit({ action: 'contact.logged', personId: person, details: { contact: ids[at] ?? '', outcome: input.outcome, channel, ...(input.kind && { kind: input.kind }) } })
    // The entry itself says that it is written: a message over the form would be in the way of the next one.
    if (!back) return { redirectTo: logged(personId, ids[0]) }
    const t = await getTranslations('casework')
    const asks = input.outcome === 'reached' && input.people.length === 1 && can(actor, 'plan.manage') && (await guideAsks(tx, personId))
    await flash(t('flash.logged'), asks ? { href: `/people/${personId}/screening`, label: t('guide') } : undefined)
    return { redirectTo: safeNext(back) }
  },
})

const noShow: Omit<NewContact, 'people' | 'happenedAt'> = { cases: [], outcome: 'tried', kind: NO_SHOW_KIND, minutes: null, travelMinutes: null, travelKm: null, notes: [], agreed: null, nextStep: null, nextOn: null, companion: false, interpreter: false, draftId: undefined }

/** The agreed day came and the person did not. The next step stands until a new one is agreed: the log it leads to asks for it. */
export const logNoShow = staffAction({
  name: 'logNoShow',
  may: 'contact.record',
  schema: noShowInput,
  async run({ actor, tx, audit }, { personId }) {
    // By the database's clock: its policy takes nothing that happened after the transaction began.
    const [clock] = await tx.$queryRaw<{ minute: Date }[]>`SELECT date_trunc('minute', now()) AS minute`
    const { ids: [id], channel } = await addContacts(tx, actor, { ...noShow, people: [personId], happenedAt: clock?.minute ?? now() }, now())
    await audit({ action: 'contact.logged', personId, details: { contact: id ?? '', outcome: noShow.outcome, channel, kind: NO_SHOW_KIND } })
    return { redirectTo: logged(personId, id) }
  },
})

/** What was left out, under what was written: the entry itself stays as it is. */
export const addToContact = staffAction({
  name: 'addToContact',
  may: 'contact.record',
  schema: additionInput,
  freeText: true,
  async run({ actor, tx, audit }, { personId, contactId, text }) {
    if (!(await tx.contact.findFirst({ where: { id: contactId, personId, redactedAt: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
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
