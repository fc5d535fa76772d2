'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { conflictOf } from '@/lib/access/stale'
import { getTranslations } from 'next-intl/server'
import { municipalityInput } from './schema'

/** What stands in the head and foot of every letter from now on. Letters already made keep what they say. */
export const saveMunicipality = staffAction({
  name: 'saveMunicipality',
  may: 'municipality.manage',
  schema: municipalityInput,
  async run({ tx, audit }, { id, version, ...data }) {
    const changed = await tx.municipality.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
    if (changed.count !== 1) {
      const now = await tx.municipality.findUnique({ where: { id } })
      if (!now) throw new Refused('admin.error.changedMeanwhile')
      throw conflictOf(now, data)
    }
    await audit({ action: 'municipality.changed' })
    return { message: (await getTranslations('admin'))('municipality.saved') }
  },
})
