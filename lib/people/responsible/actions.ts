'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { addDays, dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { refuseBehindGlass } from '../record/lasting'
import { saved } from '../record/saved'
import { assignInput, assignManyInput, endAssignInput } from './schema'

/** Gives the person to somebody from today: beside the others, or instead of them. */
export const assign = staffAction({
  name: 'assign',
  may: 'assignment.manage',
  schema: assignInput,
  async run({ actor, tx, today, audit }, { personId, userId, replace }) {
    const allowed = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM access.assignable_users() WHERE id = ${userId}::uuid`
    if (allowed.length === 0) throw new Refused('people.error.choose', {}, 'userId')
    if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('people.error.notFound')
    await refuseBehindGlass(tx, personId)
    const live = { personId, OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] }
    if (replace === 'replace') await tx.assignment.updateMany({ where: { ...live, userId: { not: userId } }, data: { toDay: dayToDb(addDays(today, -1)) } })
    const known = await tx.assignment.findFirst({ where: { ...live, userId, caseId: null }, select: { id: true } })
    if (!known) await tx.assignment.createMany({ data: [{ personId, userId, reason: 'responsible', fromDay: dayToDb(today), createdBy: actor.userId }] })
    await audit({ action: 'assignment.added', personId, details: { user: userId, replace: replace === 'replace' } })
    return saved(personId)
  },
})

/** Gives several people who have nobody to one colleague. Who has got somebody meanwhile, or is out of reach, is left as they are. */
export const assignMany = staffAction({
  name: 'assignMany',
  may: 'assignment.manage',
  schema: assignManyInput,
  async run({ actor, tx, today, audit }, { people, userId }) {
    const allowed = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM access.assignable_users() WHERE id = ${userId}::uuid`
    if (allowed.length === 0) throw new Refused('people.error.choose', {}, 'userId')
    const free = await tx.person.findMany({ where: { id: { in: people }, mergedIntoId: null, assignments: { none: { OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] } } }, select: { id: true } })
    if (free.length === 0) throw new Refused('people.error.chooseSome')
    await tx.assignment.createMany({ data: free.map(({ id }) => ({ personId: id, userId, reason: 'responsible', fromDay: dayToDb(today), createdBy: actor.userId })) })
    await audit({ action: 'assignment.added-many', people: free.map(({ id }) => id), details: { user: userId, people: free.length } })
    await flash((await getTranslations('people.unassigned'))('assigned', { count: free.length, left: people.length - free.length }))
    return { redirectTo: '/people/unassigned' }
  },
})

export const endAssignment = staffAction({
  name: 'endAssignment',
  may: 'assignment.manage',
  schema: endAssignInput,
  async run({ tx, today, audit }, { personId, row }) {
    // To the day before: the scope of an assignment holds through its last day, and this one is over now.
    const { count } = await tx.assignment.updateMany({ where: { id: row, personId, OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] }, data: { toDay: dayToDb(addDays(today, -1)) } })
    if (count !== 1) throw new Refused('people.error.notFound')
    await audit({ action: 'assignment.ended', personId })
    return saved(personId)
  },
})
