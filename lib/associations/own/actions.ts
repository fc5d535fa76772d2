'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { ownContactInput, ownContactRef, ownFactsInput } from './schema'

async function done(key: 'changed' | 'contact' | 'contactEnded'): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('ownAssociation.flash'))(key))
  return { redirectTo: '/min-forening' }
}

/** What an association says about itself is its own to say. */
export const changeOwnAssociation = staffAction({
  name: 'changeOwnAssociation',
  may: 'association.own',
  schema: ownFactsInput,
  async run({ tx, audit }, { about, offers, areas, website, version }) {
    const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'meanwhile' }[]>`SELECT access.set_own_association(${about}, ${offers}, ${areas}::text[], ${website}, ${version}::int) AS said`
    if (row?.said !== 'done') throw new Refused(`ownAssociation.error.${row?.said ?? 'gone'}`)
    await audit({ action: 'association.own-changed' })
    return done('changed')
  },
})

export const addOwnContact = staffAction({
  name: 'addOwnContact',
  may: 'association.own',
  schema: ownContactInput,
  async run({ tx, audit }, { name, title, email, phone }) {
    const [row] = await tx.$queryRaw<{ added: boolean }[]>`SELECT access.add_own_contact(${name}, ${title}, ${email}, ${phone}) AS added`
    if (!row?.added) throw new Refused('ownAssociation.error.contact')
    await audit({ action: 'association.own-contact-added' })
    return done('contact')
  },
})

/** They speak for the association no more; that they did stays with the municipality. */
export const endOwnContact = staffAction({
  name: 'endOwnContact',
  may: 'association.own',
  schema: ownContactRef,
  async run({ tx, audit }, { associationContactId }) {
    const [row] = await tx.$queryRaw<{ ended: boolean }[]>`SELECT access.end_own_contact(${associationContactId}::uuid) AS ended`
    if (!row?.ended) throw new Refused('ownAssociation.error.gone')
    await audit({ action: 'association.own-contact-ended' })
    return done('contactEnded')
  },
})
