'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { aimInput, endAimInput, measurementInput, takeBackInput } from './schema'
import { addAim, addMeasurement } from './writes'

const place = (personId: string, scale: string, done = '') => `/people/${personId}/progress?scale=${scale}${done && `&done=${done}`}`

export const measureProgress = staffAction({
  name: 'measureProgress',
  may: 'progress.record',
  schema: measurementInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const id = await addMeasurement(tx, actor, input, today)
    await audit({ action: 'progress.measured', personId: input.personId, details: { measurement: id, scale: input.scale, by: input.ratedBy } })
    await flash((await getTranslations('progress'))('flash.measured'))
    return { redirectTo: place(input.personId, input.scale, id) }
  },
})

/** A measurement that should not stand there: its values go for good, its trace stays. */
export const takeBackMeasurement = staffAction({
  name: 'takeBackMeasurement',
  may: 'progress.record',
  schema: takeBackInput,
  async run({ tx, audit }, { personId, measurementId, reason }) {
    const found = await tx.progressMeasurement.findFirst({ where: { id: measurementId, personId }, select: { scaleCode: true } })
    if (!found) throw new Refused('progress.error.gone')
    const [done] = await tx.$queryRaw<{ ok: boolean }[]>`SELECT access.take_back_measurement(${measurementId}::uuid, ${reason}) AS ok`
    if (!done?.ok) throw new Refused('progress.error.notYours')
    await audit({ action: 'progress.taken-back', personId, details: { measurement: measurementId, reason } })
    await flash((await getTranslations('progress'))('flash.takenBack'))
    return { redirectTo: place(personId, found.scaleCode, measurementId) }
  },
})

export const addProgressAim = staffAction({
  name: 'addProgressAim',
  may: 'progress.record',
  schema: aimInput,
  freeText: true,
  async run({ actor, tx, audit }, input) {
    const scale = await addAim(tx, actor, input)
    await audit({ action: 'progress.aim-added', personId: input.personId, details: { dimension: input.dimension } })
    await flash((await getTranslations('progress'))('flash.aimAdded'))
    return { redirectTo: place(input.personId, scale) }
  },
})

/** Measured no longer; what was measured stays. */
export const endProgressAim = staffAction({
  name: 'endProgressAim',
  may: 'progress.record',
  schema: endAimInput,
  async run({ tx, today, audit }, { personId, aimId }) {
    const aim = await tx.progressAim.findFirst({ where: { id: aimId, personId }, select: { dimension: { select: { scaleCode: true } } } })
    if (!aim) throw new Refused('progress.error.gone')
    const { count } = await tx.progressAim.updateMany({ where: { id: aimId, personId, endedOn: null }, data: { endedOn: dayToDb(today) } })
    if (count !== 1) throw new Refused('progress.error.ended')
    await audit({ action: 'progress.aim-ended', personId, details: { aim: aimId } })
    await flash((await getTranslations('progress'))('flash.aimEnded'))
    return { redirectTo: place(personId, aim.dimension.scaleCode, aimId) }
  },
})
