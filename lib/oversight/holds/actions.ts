'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, SearchRefused, staffAction } from '@/lib/access/action'
import { foldName } from '@/lib/people/names/fold'
import { now } from '@/lib/platform/clock'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { dayToDb } from '@/lib/platform/day'
import { endHoldInput, holdInput } from './schema'

/** From now nothing about the person is erased, also by a run that is already approved. */
export const placeHold = staffAction({
  name: 'placeHold',
  may: 'retention.hold',
  schema: holdInput,
  seeks: () => true,
  async run({ actor, tx, today, audit }, { who, reason, reviewOn }) {
    if (reviewOn <= today) throw new Refused('oversight.hold.error.past', {}, 'reviewOn')
    const [hash, name, born] = 'cpr' in who ? [blindIndex(who.cpr), '', null] : [null, foldName(who.name), who.born]
    const found = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM access.hold_subjects(${hash}::bytea, ${name}, ${born}::date) AS id`
    const [only] = found
    if (!only || found.length > 1) {
      const sought = { kind: 'DENIED' as const, action: 'hold.sought', people: found.map((row) => row.id), details: { by: 'cpr' in who ? 'cpr' : 'name', found: found.length } }
      throw new SearchRefused(only ? 'oversight.error.several' : 'oversight.error.nobody', { count: found.length }, 'cpr', [sought])
    }
    await tx.legalHold.createMany({ data: [{ personId: only.id, reason, reviewOn: dayToDb(reviewOn), createdBy: actor.userId }] })
    await audit({ action: 'hold.placed', personId: only.id })
    return { message: (await getTranslations('oversight.hold'))('placedNow') }
  },
})

export const endHold = staffAction({
  name: 'endHold',
  may: 'retention.hold',
  schema: endHoldInput,
  async run({ actor, tx, audit }, { holdId, reason }) {
    const hold = await tx.legalHold.findFirst({ where: { id: holdId }, select: { personId: true } })
    const { count } = await tx.legalHold.updateMany({ where: { id: holdId, endedAt: null }, data: { endedAt: now(), endedBy: actor.userId, endReason: reason } })
    if (!hold || count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'hold.ended', personId: hold.personId })
    return { message: (await getTranslations('oversight.hold'))('endedNow') }
  },
})
