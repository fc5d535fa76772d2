import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { MeasurementInput } from './schema'

/**
 * Adds a measurement with what was rated and what was not, and answers with its id. Every dimension the scale asks for gets a row: one that was not rated stands
 * there as such. Throws Refused for a person that is not there, a day to come, a scale or a line that is not used, and a rating off the scale.
 */
export async function addMeasurement(tx: Tx, actor: Actor, { personId, scale: code, ratedBy, measuredOn, values }: MeasurementInput, today: Day): Promise<string> {
  await refuseUnreached(tx, personId)
  if (measuredOn > today) throw new Refused('progress.error.future', {}, 'measuredOn')
  const scale = await tx.progressScale.findFirst({ where: { code, retiredOn: null }, select: { lowest: true, highest: true, dimensions: { where: { retiredOn: null }, select: { code: true } } } })
  if (!scale) throw new Refused('progress.error.scale')
  const aims = await tx.progressAim.findMany({ where: { personId, endedOn: null }, select: { id: true, dimensionCode: true } })
  for (const { name, dimension, aim, rating } of values) {
    const asked = scale.dimensions.some((one) => one.code === dimension) && (aim === null || aims.some(({ id, dimensionCode }) => id === aim && dimensionCode === dimension))
    if (!asked) throw new Refused('progress.error.line')
    if (rating !== null && (rating < scale.lowest || rating > scale.highest)) throw new Refused('progress.error.offScale', { lowest: scale.lowest, highest: scale.highest }, name)
  }
  const lines = [...scale.dimensions.map((one) => ({ dimension: one.code, aim: null })), ...aims.filter(({ dimensionCode }) => scale.dimensions.some((one) => one.code === dimensionCode)).map(({ id, dimensionCode }) => ({ dimension: dimensionCode, aim: id }))]
  const id = crypto.randomUUID()
  // Not create: it reads back, and so would ask the database for more than it has been given.
  await tx.progressMeasurement.createMany({ data: [{ id, personId, scaleCode: code, measuredOn: dayToDb(measuredOn), ratedBy, recordedBy: actor.userId }] })
  await tx.progressValue.createMany({ data: lines.map(({ dimension, aim }) => {
    const said = values.find((one) => one.dimension === dimension && one.aim === aim)
    return { measurementId: id, personId, dimensionCode: dimension, aimId: aim, rating: said?.rating ?? null, words: said?.words ?? null }
  }) })
  return id
}

/** A line in the person's own words, measured from now on. */
export async function addAim(tx: Tx, actor: Actor, { personId, dimension, text }: { personId: string; dimension: string; text: string }): Promise<string> {
  await refuseUnreached(tx, personId)
  const found = await tx.progressDimension.findFirst({ where: { code: dimension, retiredOn: null, scale: { retiredOn: null } }, select: { scaleCode: true } })
  if (!found) throw new Refused('progress.error.dimension', {}, 'dimension')
  await tx.progressAim.createMany({ data: [{ personId, dimensionCode: dimension, text, addedBy: actor.userId }] })
  return found.scaleCode
}

/** What is measured stays in the record: a person one reaches for some hours is read and not measured. */
async function refuseUnreached(tx: Tx, personId: string): Promise<void> {
  const [found] = await tx.$queryRaw<{ lasting: boolean }[]>`SELECT access.reaches_lastingly(p.id) AS lasting FROM person p WHERE p.id = ${personId}::uuid AND p.merged_into_id IS NULL`
  if (!found) throw new Refused('progress.error.gone')
  if (!found.lasting) throw new Refused('progress.error.emergency')
}
