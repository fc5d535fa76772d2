'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { conflictOf } from '@/lib/access/stale'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { readRates } from '../../expenses/writes'
import { asTyped, markOf, rateFits } from './rules'
import { rateInput } from './schema'

/** From its day on. Expenses that were sent keep the rate they were counted by. */
export const saveRate = staffAction({
  name: 'saveRate',
  may: 'rule.manage',
  schema: rateInput,
  async run({ tx, today, audit }, { kind, perKm, source, validFrom, seen, version }) {
    // Two administrators at once: the second waits here and then meets the first one's rate.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`expense_rate ${kind}`}, 0))) locked`
    const rates = await readRates(tx)
    const fits = rateFits({ kind, validFrom }, rates, today)
    if (fits === 'before') throw new Refused('volunteerSetup.error.before', {}, 'from')
    const coming = fits === 'replace' && rates.find((rate) => rate.kind === kind && rate.validFrom === validFrom)
    if (coming) {
      if (coming.version !== version && !seen.includes(markOf(coming))) throw conflictOf({ ...coming, perKm: asTyped(coming.perKm) }, { perKm: asTyped(perKm), source })
      await tx.expenseRate.updateMany({ where: { kind, validFrom: dayToDb(validFrom) }, data: { perKm, source, version: coming.version + 1 } })
    } else await tx.expenseRate.createMany({ data: [{ kind, validFrom: dayToDb(validFrom), perKm, source }] })
    await audit({ action: 'setup.rate-saved', details: { kind, perKm, validFrom } })
    await flash((await getTranslations('volunteerSetup.flash'))('rate'))
    return { redirectTo: '/admin/volunteering/rates' }
  },
})
