'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { addDays, dayFromDb, dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { newVersionRefusal } from './rules'
import { versionInput } from './schema'

/** Adds a version from a coming day and ends the one before it the day before. Nothing that holds today is changed. */
export const addRuleVersion = staffAction({
  name: 'addRuleVersion',
  may: 'rule.manage',
  schema: versionInput,
  async run({ tx, today, audit }, { code, length, unit, source, validFrom }) {
    // Two administrators at once: the second waits here and then meets the first one's version.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`deadline_rule ${code}`}, 0))) locked`
    const versions = await tx.deadlineRule.findMany({ where: { code }, orderBy: { validFrom: 'desc' } })
    const latest = versions[0]
    if (!latest) throw new Refused('admin.error.noSuchRule')
    const refusal = newVersionRefusal(validFrom, versions.map((one) => ({ validFrom: dayFromDb(one.validFrom), validTo: null })), today)
    if (refusal === 'notInFuture') throw new Refused('admin.error.notInFuture', {}, 'validFrom')
    if (refusal === 'beforeLatest') throw new Refused('admin.error.beforeLatest', {}, 'validFrom')
    await tx.deadlineRule.updateMany({ where: { id: latest.id }, data: { validTo: dayToDb(addDays(validFrom, -1)) } })
    const { ruleSet, nameDa, nameEn, trigger, roll, population } = latest
    await tx.deadlineRule.createMany({ data: [{ code, ruleSet, nameDa, nameEn, trigger, roll, population, length, unit, source, validFrom: dayToDb(validFrom) }] })
    await audit({ action: 'rule.version-added', details: { code, length, unit, validFrom } })
    await flash((await getTranslations('admin'))('rules.saved'))
    return { redirectTo: `/admin/rules/${code}` }
  },
})
