import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

/** The colleague is on holiday since Monday or so and the coordinator covers; the coordinator was away in the week before last, and the colleague covered. */
export async function loadAbsences(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  for (const [away, covers, from, to, most] of [[staff.colleague, staff.coordinator, -4, 6, 9], [staff.coordinator, staff.colleague, -19, -10, 6]] as const) {
    const { id } = await db.absence.create({ data: { userId: away, fromDay: dayToDb(addDays(today, from)), toDay: dayToDb(addDays(today, to)), createdBy: away }, select: { id: true } })
    const people = await db.assignment.findMany({ where: { userId: away, toDay: null, absenceId: null, person: { protection: 'P0' } }, select: { personId: true }, distinct: ['personId'], orderBy: { personId: 'asc' }, take: most })
    const [first, second] = people
    if (to < 0) await db.contact.createMany({ data: [first, second].flatMap((one, nth) => (one ? [{ personId: one.personId, outcome: 'reached', channel: 'phone', happenedAt: momentAt(addDays(today, from + 2 + nth), 11, 15), agreed: 'Kan vente, til Karen er tilbage.', recordedBy: covers, recordedAt: momentAt(addDays(today, from + 2 + nth), 11, 30) }] : [])) })
    await db.assignment.createMany({ data: people.map(({ personId }) => ({ personId, userId: covers, reason: 'cover', fromDay: dayToDb(addDays(today, from)), toDay: dayToDb(addDays(today, to)), createdBy: away, absenceId: id })) })
  }
}
