'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { saved } from '../record/saved'
import { refuseStale } from '../record/versions'
import { competenceInput, deploymentInput, removeInput } from './schema'

export const saveDeployment = staffAction({
  name: 'saveDeployment',
  may: 'person.update',
  schema: deploymentInput,
  async run({ tx, audit }, { personId, row, version, data: plain, fromDay, toDay }) {
    const data = { ...plain, fromDay: fromDay && dayToDb(fromDay), toDay: toDay && dayToDb(toDay) }
    if (row) {
      const { count } = await tx.deployment.updateMany({ where: { id: row, personId, version }, data: { ...data, version: { increment: 1 } } })
      if (count !== 1) await refuseStale(tx, personId, await tx.deployment.findFirst({ where: { id: row, personId } }), data)
    } else {
      if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('people.error.notFound')
      await tx.deployment.createMany({ data: [{ personId, ...data }] })
    }
    await audit({ action: row ? 'deployment.updated' : 'deployment.added', personId })
    return saved(personId)
  },
})

/** For what was written on the wrong person. The field history keeps what stood there. */
export const removeDeployment = staffAction({
  name: 'removeDeployment',
  may: 'person.update',
  schema: removeInput,
  async run({ tx, audit }, { personId, row }) {
    if ((await tx.deployment.deleteMany({ where: { id: row, personId } })).count !== 1) throw new Refused('people.error.notFound')
    await audit({ action: 'deployment.removed', personId })
    return saved(personId)
  },
})

export const addCompetence = staffAction({
  name: 'addCompetence',
  may: 'person.update',
  schema: competenceInput,
  async run({ tx, audit }, { personId, ...data }) {
    if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('people.error.notFound')
    await tx.competence.createMany({ data: [{ personId, ...data }] })
    await audit({ action: 'competence.added', personId })
    return saved(personId)
  },
})

export const removeCompetence = staffAction({
  name: 'removeCompetence',
  may: 'person.update',
  schema: removeInput,
  async run({ tx, audit }, { personId, row }) {
    if ((await tx.competence.deleteMany({ where: { id: row, personId } })).count !== 1) throw new Refused('people.error.notFound')
    await audit({ action: 'competence.removed', personId })
    return saved(personId)
  },
})
