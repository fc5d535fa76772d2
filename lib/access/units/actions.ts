'use server'

import { getTranslations } from 'next-intl/server'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { Refused, staffAction } from '../action'
import { conflictOf } from '../stale'
import { closingRefusal, unitCode, type UnitTies } from './rules'
import { closeUnitInput, moveStaffInput, newUnitInput, unitFactsInput } from './schema'

const say = async (key: string, values?: Record<string, number>) => flash((await getTranslations('admin.units'))(key, values))

export const createUnit = staffAction({
  name: 'createUnit',
  may: 'municipality.manage',
  schema: newUnitInput,
  async run({ tx, audit }, { openedOn, ...input }) {
    const taken = await tx.unit.findMany({ select: { code: true } })
    const { id } = await tx.unit.create({ data: { ...input, code: unitCode(input.nameDa, new Set(taken.map((unit) => unit.code))), openedOn: openedOn && dayToDb(openedOn) }, select: { id: true } })
    await audit({ action: 'unit.created', details: { unit: id } })
    await say('saved')
    return { redirectTo: `/admin/units/${id}` }
  },
})

export const changeUnit = staffAction({
  name: 'changeUnit',
  may: 'municipality.manage',
  schema: unitFactsInput,
  async run({ tx, audit }, { unitId, version, openedOn, ...input }) {
    const { count } = await tx.unit.updateMany({ where: { id: unitId, version }, data: { ...input, openedOn: openedOn && dayToDb(openedOn), version: { increment: 1 } } })
    if (count !== 1) {
      const now = await tx.unit.findUnique({ where: { id: unitId } })
      if (!now) throw new Refused('admin.error.changedMeanwhile')
      const t = await getTranslations('admin.units.kinds')
      throw conflictOf({ ...now, kind: t(now.kind) }, { ...input, kind: t(input.kind), openedOn: openedOn && dayToDb(openedOn) })
    }
    await audit({ action: 'unit.changed', details: { unit: unitId } })
    await say('saved')
    return { redirectTo: `/admin/units/${unitId}` }
  },
})

/** Everybody of the unit to another, but oneself: nobody changes whose manager answers for them. */
export const moveStaff = staffAction({
  name: 'moveStaff',
  may: 'user.manage',
  schema: moveStaffInput,
  async run({ actor, tx, audit }, { unitId, toId }) {
    const to = await tx.unit.findFirst({ where: { id: toId, closedOn: null }, select: { id: true } })
    if (!to) throw new Refused('admin.units.error.to', {}, 'toId')
    const { count } = await tx.user.updateMany({ where: { unitId, active: true, id: { not: actor.userId } }, data: { unitId: toId, version: { increment: 1 } } })
    if (count === 0) throw new Refused('admin.units.error.nobody')
    await audit({ action: 'unit.staff-moved', details: { from: unitId, to: toId, users: count } })
    await say('moved', { count })
    return { redirectTo: `/admin/units/${unitId}` }
  },
})

/** Only when nobody works there or belongs there and no case waits there: the database asks again (unit_closed_empty). */
export const closeUnit = staffAction({
  name: 'closeUnit',
  may: 'municipality.manage',
  schema: closeUnitInput,
  async run({ tx, today, audit }, { unitId, version, told }) {
    const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { closedOn: true, _count: { select: { users: { where: { active: true } } } } } })
    const [ties] = await tx.$queryRaw<UnitTies[]>`SELECT citizens, cases, unclaimed, offered, consents FROM access.unit_ties(${unitId}::uuid)`
    const refusal = unit && ties && closingRefusal({ closedOn: unit.closedOn, staff: unit._count.users, ...ties }, told === 'yes')
    if (refusal) throw new Refused(`admin.units.error.close-${refusal}`, { ...ties }, refusal === 'consents' ? 'told' : undefined)
    const { count } = await tx.unit.updateMany({ where: { id: unitId, version, closedOn: null }, data: { closedOn: dayToDb(today), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('admin.error.changedMeanwhile')
    await audit({ action: 'unit.closed', details: { unit: unitId, consents: ties?.consents ?? 0 } })
    await say('closedNow')
    return { redirectTo: `/admin/units/${unitId}` }
  },
})
