'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { conflictOf } from '@/lib/access/stale'
import { flash } from '@/lib/platform/flash'
import { processingInput } from './schema'

export const saveProcessing = staffAction({
  name: 'saveProcessing',
  may: 'processing.edit',
  schema: processingInput,
  async run({ tx, audit }, { area, version, ...text }) {
    const { count } = await tx.processingText.updateMany({ where: { area, version }, data: { ...text, version: { increment: 1 } } })
    if (count !== 1) {
      const now = await tx.processingText.findUnique({ where: { area } })
      if (!now) throw new Refused('oversight.subject.error.changed')
      throw conflictOf(now, text)
    }
    await audit({ action: 'processing.changed', details: { area } })
    await flash((await getTranslations('oversight.processing'))('savedNow'))
    return { redirectTo: `/protection/processing#${area}` }
  },
})
