'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { codeOf } from '@/lib/platform/codes'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { NO_SHOW_KIND } from '../contacts/rules'
import { mayChangeChannel } from './rules'
import { changeKindInput, kindRef, newKindInput } from './schema'
import { usedKinds } from './sql'

async function done(key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('kinds.flash'))(key))
  return { redirectTo: '/admin/kinds' }
}

export const addKind = staffAction({
  name: 'addKind',
  may: 'method.manage',
  schema: newKindInput,
  async run({ tx, audit }, input) {
    const code = codeOf(input.nameDa, 'form')
    await tx.$executeRaw`INSERT INTO contact_kind (code, name_da, name_en, channel, position) VALUES (${code}, ${input.nameDa}, ${input.nameEn}, ${input.channel}, ${input.position})`
    await audit({ action: 'contact-kind.added', details: { kind: code, channel: input.channel } })
    return done('added')
  },
})

/** Its name and its place: entries that are of it carry the new name. What it counts as, only while no entry was read by it. */
export const changeKind = staffAction({
  name: 'changeKind',
  may: 'method.manage',
  schema: changeKindInput,
  async run({ tx, audit }, { kind: code, version, channel, ...input }) {
    const stood = await tx.contactKind.findUnique({ where: { code }, select: { channel: true } })
    const moved = stood !== null && channel !== undefined && channel !== stood.channel
    if (moved && !mayChangeChannel({ code, used: (await usedKinds(tx)).has(code) })) throw new Refused('kinds.error.used', {}, 'channel')
    const { count } = await tx.contactKind.updateMany({ where: { code, version }, data: { ...input, ...(moved && { channel }), version: version + 1 } })
    if (count !== 1) throw new Refused('kinds.error.meanwhile')
    await audit({ action: 'contact-kind.changed', details: { kind: code, ...(moved && { channel }) } })
    return done('changed')
  },
})

/** No new entry is of it; the old ones are. The one that is written in one click stays. */
export const retireKind = staffAction({
  name: 'retireKind',
  may: 'method.manage',
  schema: kindRef,
  async run({ tx, today, audit }, { kind: code }) {
    if (code === NO_SHOW_KIND) throw new Refused('kinds.error.noShow')
    const { count } = await tx.contactKind.updateMany({ where: { code, retiredOn: null }, data: { retiredOn: dayToDb(today), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('kinds.error.meanwhile')
    await audit({ action: 'contact-kind.retired', details: { kind: code } })
    return done('retired')
  },
})

export const reviveKind = staffAction({
  name: 'reviveKind',
  may: 'method.manage',
  schema: kindRef,
  async run({ tx, audit }, { kind: code }) {
    const { count } = await tx.contactKind.updateMany({ where: { code, retiredOn: { not: null } }, data: { retiredOn: null, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('kinds.error.meanwhile')
    await audit({ action: 'contact-kind.revived', details: { kind: code } })
    return done('revived')
  },
})
