'use server'

import { flash } from '@/lib/platform/flash'
import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '../action'
import { activeInput, languagesInput, ownLanguagesInput, unitInput } from './schema'

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

/** What a colleague speaks: read where cases are shared out. */
export const saveLanguages = staffAction({
  name: 'saveLanguages',
  may: 'user.manage',
  schema: languagesInput,
  async run({ tx, audit }, { userId, version, languages }) {
    const changed = await tx.user.updateMany({ where: { id: userId, version, forVolunteer: false }, data: { languages, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('admin.error.changedMeanwhile')
    await audit({ action: 'user.languages-saved', details: { user: userId } })
    await flash((await getTranslations('access.languages'))('saved'))
    return { redirectTo: `/admin/users/${userId}` }
  },
})

/** The same of oneself. Of those who work here, as the page of colleagues is: nobody asks volunteers here. */
export const saveOwnLanguages = staffAction({
  name: 'saveOwnLanguages',
  may: 'colleague.read',
  schema: ownLanguagesInput,
  async run({ actor, tx, audit }, { version, languages }) {
    const changed = await tx.user.updateMany({ where: { id: actor.userId, version }, data: { languages, version: { increment: 1 } } })
    if (changed.count !== 1) throw new Refused('admin.error.changedMeanwhile')
    await audit({ action: 'user.languages-saved', details: { user: actor.userId } })
    await flash((await getTranslations('access.languages'))('saved'))
    return { redirectTo: '/account' }
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
