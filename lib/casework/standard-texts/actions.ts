'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { changeTextInput, newTextInput, textRef } from './schema'

async function done(key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('texts.flash'))(key))
  return { redirectTo: '/texts' }
}

export const addStandardText = staffAction({
  name: 'addStandardText',
  may: 'contact.record',
  schema: newTextInput,
  async run({ actor, tx, audit }, { whose, ...words }) {
    if (whose === 'unit' && !actor.unitId) throw new Refused('casework.cases.error.noUnit', {}, 'whose')
    const id = crypto.randomUUID()
    await tx.standardText.createMany({ data: [{ ...words, id, createdBy: actor.userId, ...(whose === 'unit' ? { unitId: actor.unitId } : { userId: actor.userId }) }] })
    await audit({ action: 'text.added', details: { text: id, unit: whose === 'unit' } })
    return done('added')
  },
})

export const changeStandardText = staffAction({
  name: 'changeStandardText',
  may: 'contact.record',
  schema: changeTextInput,
  async run({ tx, audit }, { standardTextId: id, version, ...words }) {
    const { count } = await tx.standardText.updateMany({ where: { id, version, retiredOn: null }, data: { ...words, version: version + 1 } })
    if (count !== 1) throw new Refused('texts.error.meanwhile')
    await audit({ action: 'text.changed', details: { text: id } })
    return done('changed')
  },
})

/** Out of the list, and kept: it can be taken up again. What was written with it stands in its note. */
export const retireStandardText = staffAction({
  name: 'retireStandardText',
  may: 'contact.record',
  schema: textRef,
  async run({ tx, today, audit }, { standardTextId: id }) {
    const { count } = await tx.standardText.updateMany({ where: { id, retiredOn: null }, data: { retiredOn: dayToDb(today), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('texts.error.meanwhile')
    await audit({ action: 'text.retired', details: { text: id } })
    return done('retired')
  },
})

export const reviveStandardText = staffAction({
  name: 'reviveStandardText',
  may: 'contact.record',
  schema: textRef,
  async run({ tx, audit }, { standardTextId: id }) {
    const { count } = await tx.standardText.updateMany({ where: { id, retiredOn: { not: null } }, data: { retiredOn: null, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('texts.error.meanwhile')
    await audit({ action: 'text.revived', details: { text: id } })
    return done('revived')
  },
})
