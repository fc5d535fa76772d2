'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { refuseBehindGlass } from '../record/lasting'
import { saved } from '../record/saved'
import { endRoleInput, roleInput } from './schema'
import { giveRole } from './writes'

export const addRole = staffAction({
  name: 'addRole',
  may: 'person.update',
  schema: roleInput,
  async run({ tx, audit }, { personId, kind, fromDay }) {
    if (!fromDay) throw new Refused('people.error.fromDay', {}, 'fromDay')
    if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('people.error.notFound')
    if (await tx.personRole.findFirst({ where: { personId, kind, toDay: null }, select: { id: true } })) throw new Refused('people.error.roleKnown', {}, 'kind')
    await refuseBehindGlass(tx, personId)
    await giveRole(tx, personId, kind, fromDay)
    await audit({ action: 'role.added', personId, details: { kind } })
    return saved(personId)
  },
})

/** The last role is what keeps a person in the programme: without it the record would go out of everybody's sight. */
export const endRole = staffAction({
  name: 'endRole',
  may: 'person.update',
  schema: endRoleInput,
  async run({ tx, today, audit }, { personId, row }) {
    const live = await tx.personRole.findMany({ where: { personId, toDay: null, kind: { in: ['VETERAN', 'RELATIVE'] } } })
    const role = live.find((one) => one.id === row)
    if (!role) throw new Refused('people.error.notFound')
    if (live.length === 1) throw new Refused('people.error.lastRole')
    const day = dayToDb(today)
    const { count } = await tx.personRole.updateMany({ where: { id: row, personId, toDay: null }, data: { toDay: day < role.fromDay ? role.fromDay : day } })
    if (count !== 1) {
      await refuseBehindGlass(tx, personId)
      throw new Refused('people.error.notFound')
    }
    await audit({ action: 'role.ended', personId, details: { kind: role.kind } })
    return saved(personId)
  },
})
