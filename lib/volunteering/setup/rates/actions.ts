'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { readRates } from '../../expenses/writes'
import { rateFits } from './rules'
import { rateInput } from './schema'

/** From its day on. Expenses that were sent keep the rate they were counted by. */
export const saveRate = staffAction({
  name: 'saveRate',
  may: 'rule.manage',
  schema: rateInput,
  async run({ tx, today, audit }, { kind, perKm, source, validFrom }) {
    // Two administrators at once: the second waits here and then meets the first one's rate.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`expense_rate ${kind}`}, 0))) locked`
    const fits = rateFits({ kind, validFrom }, await readRates(tx), today)
    if (fits === 'before') throw new Refused('volunteerSetup.error.before', {}, 'from')
    if (fits === 'replace') await tx.expenseRate.updateMany({ where: { kind, validFrom: dayToDb(validFrom) }, data: { perKm, source } })
    else await tx.expenseRate.createMany({ data: [{ kind, validFrom: dayToDb(validFrom), perKm, source }] })
    await audit({ action: 'setup.rate-saved', details: { kind, perKm, validFrom } })
    await flash((await getTranslations('volunteerSetup.flash'))('rate'))
    return { redirectTo: '/admin/volunteering/rates' }
  },
})
