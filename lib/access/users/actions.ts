'use server'

import { flash } from '@/lib/platform/flash'
import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '../action'
import { activeInput, unitInput } from './schema'

/** Where somebody else works: whose manager answers for them. */
export const saveUnit = staffAction({
  name: 'saveUnit',
  may: 'user.manage',
  schema: unitInput,
  async run({ actor, tx, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('rights.error.own')
    const changed = await tx.user.updateMany({ where: { id: input.userId, version: input.version }, data: { unitId: input.unitId, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('admin.error.changedMeanwhile')
    await audit({ action: 'user.unit-changed', details: { user: input.userId, unit: input.unitId } })
    await flash((await getTranslations('admin'))('users.saved'))
    return { redirectTo: `/admin/users/${input.userId}` }
  },
})

/** Closing a user ends their sessions and every right at once (access.end_everything); opened again, each is proposed and given anew. */
export const setActive = staffAction({
  name: 'setActive',
  may: 'user.manage',
  schema: activeInput,
  async run({ actor, tx, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('rights.error.own')
    const changed = await tx.user.updateMany({ where: { id: input.userId }, data: { active: input.active, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('admin.error.changedMeanwhile')
    await audit({ action: input.active ? 'user.opened' : 'user.closed', details: { user: input.userId } })
    return { redirectTo: `/admin/users/${input.userId}` }
  },
})
