'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { codeOf } from '@/lib/platform/codes'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { scaleInput, scaleRef } from './schema'

async function done(key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('progress.scales.flash'))(key))
  return { redirectTo: '/admin/scales' }
}

/** A new scale, or the next version of one: it takes the former's place, and what was measured stands on the former. */
export const saveScale = staffAction({
  name: 'saveScale',
  may: 'method.manage',
  schema: scaleInput,
  async run({ actor, tx, today, audit }, { series, seen, scale: { areas, ...scale } }) {
    const former = series && (await tx.progressScale.findFirst({ where: { OR: [{ code: series, series: null }, { series }] }, orderBy: { number: 'desc' }, select: { code: true, number: true, position: true } }))
    if (series && !former) throw new Refused('progress.scales.error.gone')
    if ((former ? former.number : 0) !== seen) throw new Refused('progress.scales.error.meanwhile')
    const last = await tx.progressScale.aggregate({ _max: { position: true } })
    const code = codeOf(scale.nameDa, 'skala')
    // Two who save at once have read the same number: the second finds it taken.
    const { count } = await tx.progressScale.createMany({ data: [{ ...scale, code, series, number: seen + 1, position: former ? former.position : (last._max.position ?? 0) + 1, createdBy: actor.userId }], skipDuplicates: true })
    if (count !== 1) throw new Refused('progress.scales.error.meanwhile')
    await tx.progressDimension.createMany({ data: areas.map((area, position) => ({ ...area, code: codeOf(area.nameDa, 'omraade'), scaleCode: code, position })) })
    if (former) await tx.progressScale.updateMany({ where: { code: former.code, retiredOn: null }, data: { retiredOn: dayToDb(today) } })
    await audit({ action: 'scale.saved', details: { scale: code, series: series ?? code, number: seen + 1 } })
    return done(series ? 'changed' : 'made')
  },
})

/** Nothing new is measured on it; what was measured stays to be read. */
export const retireScale = staffAction({
  name: 'retireScale',
  may: 'method.manage',
  schema: scaleRef,
  async run({ tx, today, audit }, { scale: code }) {
    const { count } = await tx.progressScale.updateMany({ where: { code, retiredOn: null }, data: { retiredOn: dayToDb(today) } })
    if (count !== 1) throw new Refused('progress.scales.error.meanwhile')
    await audit({ action: 'scale.retired', details: { scale: code } })
    return done('retired')
  },
})

/** The newest version alone: a former one has had its place taken. */
export const reviveScale = staffAction({
  name: 'reviveScale',
  may: 'method.manage',
  schema: scaleRef,
  async run({ tx, audit }, { scale: code }) {
    const count = await tx.$executeRaw`UPDATE progress_scale s SET retired_on = NULL WHERE s.code = ${code} AND s.retired_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM progress_scale n WHERE n.series = coalesce(s.series, s.code) AND n.number > s.number)`
    if (count !== 1) throw new Refused('progress.scales.error.meanwhile')
    await audit({ action: 'scale.revived', details: { scale: code } })
    return done('revived')
  },
})
