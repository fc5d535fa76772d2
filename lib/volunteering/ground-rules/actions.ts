'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { groundRulesInput, newWorkplaceInput, workplaceRef } from './schema'

const said = async (key: 'added' | 'written' | 'closed') => flash((await getTranslations('groundRules.flash'))(key))

/** A workplace with the first rules that were agreed there. */
export const addWorkplace = staffAction({
  name: 'addWorkplace',
  may: 'volunteer.manage',
  schema: newWorkplaceInput,
  async run({ actor, tx, audit }, { name, volunteers, staff, together, agreedWith, fromDay }) {
    const id = crypto.randomUUID()
    await tx.workplace.createMany({ data: [{ id, name, createdBy: actor.userId }] })
    await tx.groundRules.createMany({ data: [{ workplaceId: id, number: 1, volunteers, staff, together, agreedWith, fromDay: dayToDb(fromDay), recordedBy: actor.userId }] })
    await audit({ action: 'volunteer.workplace-added', details: { workplace: id } })
    await said('added')
    return { redirectTo: `/volunteers/ground-rules/${id}` }
  },
})

/** What was agreed anew. What held before can still be read. */
export const writeGroundRules = staffAction({
  name: 'writeGroundRules',
  may: 'volunteer.manage',
  schema: groundRulesInput,
  async run({ actor, tx, audit }, { workplaceId, number, volunteers, staff, together, agreedWith, fromDay }) {
    const place = await tx.workplace.findFirst({ where: { id: workplaceId, closedOn: null }, select: { rules: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } } })
    if (!place) throw new Refused('groundRules.error.gone')
    if ((place.rules[0]?.number ?? 0) !== number) throw new Refused('groundRules.error.meanwhile')
    const { count } = await tx.groundRules.createMany({ data: [{ workplaceId, number: number + 1, volunteers, staff, together, agreedWith, fromDay: dayToDb(fromDay), recordedBy: actor.userId }], skipDuplicates: true })
    if (count !== 1) throw new Refused('groundRules.error.meanwhile')
    await audit({ action: 'volunteer.ground-rules', details: { workplace: workplaceId } })
    await said('written')
    return { redirectTo: `/volunteers/ground-rules/${workplaceId}` }
  },
})

/** Volunteers come there no more: off the list, and still to be read. */
export const closeWorkplace = staffAction({
  name: 'closeWorkplace',
  may: 'volunteer.manage',
  schema: workplaceRef,
  async run({ tx, today, audit }, { workplaceId: id }) {
    const { count } = await tx.workplace.updateMany({ where: { id, closedOn: null }, data: { closedOn: dayToDb(today) } })
    if (count !== 1) throw new Refused('groundRules.error.gone')
    await audit({ action: 'volunteer.workplace-closed', details: { workplace: id } })
    await said('closed')
    return { redirectTo: '/volunteers/ground-rules' }
  },
})
