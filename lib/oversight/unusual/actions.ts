'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { verdictInput } from './schema'

/** Says of one look-up that it is explained, or that somebody follows it up, and why. It can be said again when more is known; all of it stays. */
export const judgeLookup = staffAction({
  name: 'judgeLookup',
  may: 'audit.review',
  schema: verdictInput,
  async run({ actor, tx, audit }, { lookupId, version, outcome, note }) {
    const row = await tx.unusualLookup.findFirst({ where: { id: lookupId }, select: { aboutId: true } })
    if (!row) throw new Refused('oversight.unusual.error.gone404')
    const { count } = await tx.unusualLookup.updateMany({ where: { id: lookupId, version }, data: { outcome, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.unusual.error.changed')
    await tx.unusualVerdict.createMany({ data: [{ lookupId, outcome, note, decidedBy: actor.userId }] })
    await audit({ action: outcome === 'EXPLAINED' ? 'audit.unusual-explained' : 'audit.unusual-followed', personId: row.aboutId, details: { lookup: lookupId } })
    await flash((await getTranslations('oversight.unusual'))(outcome === 'EXPLAINED' ? 'explainedNow' : 'followedNow'))
    return { redirectTo: '/audit/unusual' }
  },
})
