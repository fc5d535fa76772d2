'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { MOST_VIEWS, renameInput, viewInput, viewRef } from './schema'

const say = async (key: string) => flash((await getTranslations('casework.queues.view.flash'))(key))
const DAY = 86_400_000

/** Keeps the list as it stands in the address, for oneself or for one's unit. */
export const saveView = staffAction({
  name: 'saveView',
  may: 'case.read',
  schema: viewInput,
  async run({ actor, tx, audit }, { viewName, shared, search }) {
    if (shared && !actor.unitId) throw new Refused('casework.cases.error.noUnit')
    if ((await tx.caseView.count({ where: { ownerId: actor.userId, deletedAt: null } })) >= MOST_VIEWS) throw new Refused('casework.queues.error.viewsMost', { most: MOST_VIEWS })
    const id = crypto.randomUUID()
    await tx.caseView.createMany({ data: [{ id, ownerId: actor.userId, unitId: shared ? actor.unitId : null, name: viewName, search }] })
    await audit({ action: 'case.view-saved', details: { view: id, shared: shared !== undefined } })
    await say('saved')
    return { redirectTo: `/caseload?${search}&view=${id}` }
  },
})

/** Another name, or shared from now on or no longer: by its owner alone. */
export const renameView = staffAction({
  name: 'renameView',
  may: 'case.read',
  schema: renameInput,
  async run({ actor, tx, audit }, { viewId, version, viewName, shared }) {
    if (shared && !actor.unitId) throw new Refused('casework.cases.error.noUnit')
    const found = await tx.caseView.findFirst({ where: { id: viewId, ownerId: actor.userId, deletedAt: null }, select: { search: true } })
    if (!found) throw new Refused('casework.error.gone')
    const { count } = await tx.caseView.updateMany({ where: { id: viewId, ownerId: actor.userId, version, deletedAt: null }, data: { name: viewName, unitId: shared ? actor.unitId : null, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('casework.queues.error.viewMeanwhile')
    await audit({ action: 'case.view-changed', details: { view: viewId, shared: shared !== undefined } })
    await say('changed')
    return { redirectTo: `/caseload?${found.search}&view=${viewId}` }
  },
})

/** Taken away; for a day it can be put back. What was taken away before that goes for good. */
export const deleteView = staffAction({
  name: 'deleteView',
  may: 'case.read',
  schema: viewRef,
  async run({ actor, tx, audit }, { viewId }) {
    const found = await tx.caseView.findFirst({ where: { id: viewId, ownerId: actor.userId, deletedAt: null }, select: { search: true } })
    if (!found) throw new Refused('casework.error.gone')
    await tx.caseView.deleteMany({ where: { ownerId: actor.userId, deletedAt: { lt: new Date(Date.now() - DAY) } } })
    await tx.caseView.updateMany({ where: { id: viewId, ownerId: actor.userId, deletedAt: null }, data: { deletedAt: new Date(), version: { increment: 1 } } })
    await audit({ action: 'case.view-deleted', details: { view: viewId } })
    return { redirectTo: `/caseload?${found.search}&undo=${viewId}` }
  },
})

/** Put back; one that is there stays there. */
export const restoreView = staffAction({
  name: 'restoreView',
  may: 'case.read',
  schema: viewRef,
  async run({ actor, tx, audit }, { viewId }) {
    const found = await tx.caseView.findFirst({ where: { id: viewId, ownerId: actor.userId }, select: { search: true } })
    if (!found) throw new Refused('casework.error.gone')
    await tx.caseView.updateMany({ where: { id: viewId, ownerId: actor.userId }, data: { deletedAt: null, version: { increment: 1 } } })
    await audit({ action: 'case.view-restored', details: { view: viewId } })
    await say('restored')
    return { redirectTo: `/caseload?${found.search}&view=${viewId}` }
  },
})
