'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { addDays, dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { representativeRef, tieRepresentativeInput } from './schema'

async function done(key: 'tied' | 'ended', id: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('associations.representative'))(key))
  return { redirectTo: `/associations/${id}` }
}

/** From today on somebody sees and keeps the page of this association. */
export const tieRepresentative = staffAction({
  name: 'tieRepresentative',
  may: 'association.manage',
  schema: tieRepresentativeInput,
  async run({ tx, today, audit }, { associationId, userId, until }) {
    if (until && until < today) throw new Refused('associations.representative.error.until', {}, 'until')
    const [row] = await tx.$queryRaw<{ tied: boolean }[]>`SELECT access.tie_representative(${associationId}::uuid, ${userId}::uuid, ${until}::date) AS tied`
    if (!row?.tied) throw new Refused('associations.representative.error.taken')
    await audit({ action: 'association.representative-tied', details: { association: associationId, user: userId } })
    return done('tied', associationId)
  },
})

/** At once: their next look finds nothing. */
export const endRepresentative = staffAction({
  name: 'endRepresentative',
  may: 'association.manage',
  schema: representativeRef,
  async run({ tx, today, audit }, { associationId, representativeId: id }) {
    const { count } = await tx.associationRepresentative.updateMany({ where: { id, associationId, OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] }, data: { toDay: dayToDb(addDays(today, -1)) } })
    if (count !== 1) throw new Refused('associations.error.gone')
    await audit({ action: 'association.representative-ended', details: { association: associationId } })
    return done('ended', associationId)
  },
})
