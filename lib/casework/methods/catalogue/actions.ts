'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { methodInput, methodRef } from './schema'

async function done(methodId: string, key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('casework.catalogue.flash'))(key))
  return { redirectTo: `/admin/methods/${methodId}` }
}

/** A new method, or the next version of one. Cases in progress keep the version they began with. */
export const saveMethod = staffAction({
  name: 'saveMethod',
  may: 'method.manage',
  schema: methodInput,
  async run({ actor, tx, audit }, { methodId, seen, method: { name, lead, ...method } }) {
    const id = methodId ?? crypto.randomUUID()
    if (!methodId) await tx.method.createMany({ data: [{ id, code: id }] })
    const newest = await tx.methodVersion.aggregate({ where: { methodId: id }, _max: { number: true } })
    if (methodId && newest._max.number === null) throw new Refused('casework.catalogue.error.gone')
    if ((newest._max.number ?? 0) !== seen) throw new Refused('casework.catalogue.error.meanwhile')
    // Two who save at once have read the same number: the second finds it taken.
    const { count } = await tx.methodVersion.createMany({ data: [{ ...method, nameDa: name.da, nameEn: name.en, leadDa: lead.da, leadEn: lead.en, methodId: id, number: seen + 1, createdBy: actor.userId }], skipDuplicates: true })
    if (count !== 1) throw new Refused('casework.catalogue.error.meanwhile')
    await audit({ action: 'method.saved', details: { method: id, number: seen + 1 } })
    return done(id, methodId ? 'changed' : 'made')
  },
})

/** No case begins with it any more; those that follow it go on. */
export const retireMethod = staffAction({
  name: 'retireMethod',
  may: 'method.manage',
  schema: methodRef,
  async run({ tx, today, audit }, { methodId }) {
    const { count } = await tx.method.updateMany({ where: { id: methodId, retiredOn: null }, data: { retiredOn: dayToDb(today) } })
    if (count !== 1) throw new Refused('casework.catalogue.error.gone')
    await audit({ action: 'method.retired', details: { method: methodId } })
    return done(methodId, 'retired')
  },
})

export const reviveMethod = staffAction({
  name: 'reviveMethod',
  may: 'method.manage',
  schema: methodRef,
  async run({ tx, audit }, { methodId }) {
    const { count } = await tx.method.updateMany({ where: { id: methodId, retiredOn: { not: null } }, data: { retiredOn: null } })
    if (count !== 1) throw new Refused('casework.catalogue.error.gone')
    await audit({ action: 'method.revived', details: { method: methodId } })
    return done(methodId, 'revived')
  },
})
