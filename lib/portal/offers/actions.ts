'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { conflictOf } from '@/lib/access/stale'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { flash } from '@/lib/platform/flash'
import { editOfferInput, newOfferInput } from './schema'

export const createOffer = staffAction({
  name: 'createOffer',
  may: 'offer.manage',
  schema: newOfferInput,
  async run({ tx, audit }, input) {
    const id = crypto.randomUUID()
    const last = await tx.offer.aggregate({ _max: { position: true } })
    await tx.offer.createMany({ data: [{ id, code: id, position: (last._max.position ?? 0) + 1, ...input, publishedFrom: toDb(input.publishedFrom), publishedTo: toDb(input.publishedTo) }] })
    await audit({ action: 'offer.created', details: { offer: id } })
    await flash((await getTranslations('portal.done'))('saved'))
    return { redirectTo: '/offers' }
  },
})

/** Published at once where the first day has come. Somebody else's change in between is not written over: theirs stands beside the typed text. */
export const editOffer = staffAction({
  name: 'editOffer',
  may: 'offer.manage',
  schema: editOfferInput,
  async run({ tx, audit }, { offerId, version, offer }) {
    const { count } = await tx.offer.updateMany({ where: { id: offerId, version }, data: { ...offer, publishedFrom: toDb(offer.publishedFrom), publishedTo: toDb(offer.publishedTo), version: { increment: 1 } } })
    if (count !== 1) {
      const now = await tx.offer.findUnique({ where: { id: offerId } })
      if (!now) throw new Refused('portal.error.gone')
      const shown = await offerShown(tx)
      throw conflictOf({ ...(await shown(now)), version: now.version }, await shown({ ...offer, publishedFrom: toDb(offer.publishedFrom), publishedTo: toDb(offer.publishedTo) }))
    }
    await audit({ action: 'offer.changed', details: { offer: offerId } })
    await flash((await getTranslations('portal.done'))('saved'))
    return { redirectTo: '/offers' }
  },
})

type Shown = { audience: readonly string[]; needs: readonly string[]; partnerId: string | null; publishedFrom: Date | null; publishedTo: Date | null }
/** An offer in the names of its form, with the words for its codes. */
async function offerShown(tx: Tx) {
  const [audience, need] = [await getTranslations('portal.audience'), await getTranslations('portal.need')]
  return async <O extends Shown>({ publishedFrom, publishedTo, partnerId, ...offer }: O) => ({
    ...offer, from: publishedFrom, to: publishedTo, audience: offer.audience.map((one) => audience(one)), needs: offer.needs.map((one) => need(one)),
    partnerId: partnerId && (await tx.partner.findUnique({ where: { id: partnerId }, select: { name: true } }))?.name,
  })
}

function toDb(day: Day | null): Date | null {
  return day && dayToDb(day)
}
