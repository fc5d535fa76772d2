'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { dayFromDb, dayToDb } from '@/lib/platform/day'
import { saved } from '../record/saved'
import { refuseStale } from '../record/versions'
import { groundInput, liftInput, restateInput } from './schema'

/** Acts at once, for the household too: the database moves the addresses out of everybody's sight in the same transaction. */
export const addProtection = staffAction({
  name: 'addProtection',
  may: 'person.update',
  schema: groundInput,
  async run({ actor, tx, today, audit }, { personId, level, source, toDay }) {
    const person = await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } })
    if (!person) throw new Refused('people.error.notFound')
    // Written first: a shielded person is out of sight for this very transaction afterwards.
    await audit({ action: 'protection.added', personId, details: { level } })
    await tx.$executeRaw`INSERT INTO person_protection (person_id, level, source, from_day, to_day) VALUES (${personId}::uuid, ${level}::protection, ${source}, ${today}::date, ${toDay}::date)`
    return level === 'P3' && !actor.clearances.includes('SHIELDED') ? saved() : saved(personId)
  },
})

/** It still holds: with a new last day, or none. */
export const restateProtection = staffAction({
  name: 'restateProtection',
  may: 'person.update',
  schema: restateInput,
  async run({ tx, audit }, { personId, row, version, source, toDay }) {
    const data = { source, toDay: toDay && dayToDb(toDay) }
    const { count } = await tx.personProtection.updateMany({ where: { id: row, personId, version, basis: 'OWN', liftedAt: null }, data: { ...data, version: { increment: 1 } } })
    if (count !== 1) await refuseStale(tx, personId, await tx.personProtection.findFirst({ where: { id: row, personId, basis: 'OWN', liftedAt: null } }), data)
    await audit({ action: 'protection.restated', personId, details: { ground: row, until: toDay } })
    return saved(personId)
  },
})

/** The one way a protection ends: somebody who may see what it hides says in writing that it may be shown. */
export const liftProtection = staffAction({
  name: 'liftProtection',
  may: 'protection.lift',
  schema: liftInput,
  async run({ tx, audit }, { personId, row, reason }) {
    const ground = await tx.personProtection.findFirst({ where: { id: row, personId } })
    const [answer] = await tx.$queryRaw<{ why: 'done' | 'gone' | 'clearance' | 'household' }[]>`SELECT access.lift_protection(${row}::uuid, ${reason}) AS why`
    if (!ground || answer?.why === 'gone') throw new Refused('people.error.notFound')
    if (answer?.why === 'clearance') throw new Refused('people.error.liftProtection')
    if (answer?.why === 'household') throw new Refused('people.error.liftHousehold')
    // Shown again together with this one: those of the household whose own ended in this very transaction.
    const others = await tx.$queryRaw<{ personId: string }[]>`SELECT person_id::text AS "personId" FROM person_protection WHERE via_id = ${personId}::uuid AND lifted_at = now()`
    await audit({ action: 'protection.lifted', personId, people: others.map((one) => one.personId), purpose: reason, details: { ground: row, level: ground.level, stated: ground.toDay && dayFromDb(ground.toDay) } })
    return saved(personId)
  },
})
