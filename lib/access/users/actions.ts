'use server'

import { flash } from '@/lib/platform/flash'
import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '../action'
import { activeInput, rightsInput } from './schema'
import { setClearances, setRoles } from './writes'

/** Unit, roles and clearances of somebody else. What is taken away stops at the next statement the user makes. */
export const saveRights = staffAction({
  may: 'user.manage',
  schema: rightsInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('admin.error.ownRights')
    const changed = await tx.user.updateMany({ where: { id: input.userId, version: input.version }, data: { unitId: input.unitId, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('admin.error.changedMeanwhile')
    const user = await tx.user.findUniqueOrThrow({ where: { id: input.userId }, select: { issuer: true } })
    // Roles of a user of the identity provider are read from its claims at every sign-in.
    if (user.issuer === null) await setRoles(tx, actor, input.userId, input.roles, today)
    await setClearances(tx, actor, input.userId, input.clearances, today)
    await audit({ action: 'user.rights-changed', details: { user: input.userId, roles: user.issuer === null ? input.roles.join('+') : null, clearances: input.clearances.join('+') } })
    await flash((await getTranslations('admin'))('users.saved'))
    return { redirectTo: '/admin' }
  },
})

/** Closing a user ends every session they have, because a session of an inactive user opens nothing. */
export const setActive = staffAction({
  may: 'user.manage',
  schema: activeInput,
  async run({ actor, tx, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('admin.error.ownRights')
    const changed = await tx.user.updateMany({ where: { id: input.userId }, data: { active: input.active, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('admin.error.changedMeanwhile')
    await audit({ action: input.active ? 'user.opened' : 'user.closed', details: { user: input.userId } })
    return { redirectTo: `/admin/users/${input.userId}` }
  },
})
