import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoRelative, DemoVeteran } from './people'

/**
 * What a year does to protections: two whose day has passed and that wait for a decision, a household that has split up, and a shielded
 * person whose address is protected as well. The households themselves are found by the database.
 */
export async function ageProtections(db: PrismaClient, today: Day, veterans: readonly DemoVeteran[], relatives: readonly DemoRelative[]): Promise<void> {
  await db.$executeRaw`UPDATE person_protection g SET from_day = p.registered_on, noted_at = p.created_at FROM person p WHERE p.id = g.person_id`
  const guarded = veterans.filter((one) => one.protection === 'P1' && !one.movedAwayOn && !one.diedOn)
  const until = [addDays(today, -12), addDays(today, -45), addDays(today, 24), addDays(today, 200)]
  for (const [at, toDay] of until.entries()) {
    const one = guarded.at(at)
    if (one) await db.personProtection.updateMany({ where: { personId: one.id, basis: 'OWN' }, data: { fromDay: dayToDb(addDays(toDay, -365)), toDay: dayToDb(toDay) } })
  }
  const shielded = veterans.find((one) => one.protection === 'P3')
  if (shielded) await db.personProtection.create({ data: { personId: shielded.id, level: 'P1', source: 'cpr', fromDay: dayToDb(addDays(today, -90)), toDay: dayToDb(addDays(today, 275)) } })
  const left = relatives.find((one) => inherits(one) && one.kind !== 'CHILD' && !until.some((_, at) => guarded.at(at)?.id === one.of.id))
  if (left) await db.relation.updateMany({ where: { personId: left.of.id, relatedPersonId: left.id }, data: { toDay: dayToDb(addDays(today, -9)) } })
}

/** Protected because of whom they live with, and not in themselves. */
export function inherits(one: DemoRelative): boolean {
  return one.protection !== 'P0' && one.protection === one.of.protection
}
