import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

/** Reasons colleagues gave for opening each other's people, some of them drawn for review, and two uses of emergency access. */
export async function loadReviews(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const of = (userId: string) => db.assignment.findMany({ where: { userId, toDay: null, person: { protection: 'P0' } }, select: { personId: true }, orderBy: { personId: 'asc' }, take: 6 })
  const [hers, his] = [await of(staff.coordinator), await of(staff.colleague)]
  const reason = (userId: string, personId: string | undefined, daysAgo: number, code: string, more: object = {}) => {
    const day = addDays(today, -daysAgo)
    return personId ? [{ userId, personId, day: dayToDb(day), code, createdAt: momentAt(day, 10, 12), ...more }] : []
  }
  const drawn = (daysAgo: number) => ({ sampledAt: momentAt(addDays(today, 1 - daysAgo), 1, 5) })
  const fine = (daysAgo: number) => ({ ...drawn(daysAgo), reviewedBy: staff.manager, reviewedAt: momentAt(addDays(today, 2 - daysAgo), 14, 20), verdict: 'fine' })
  await db.accessReason.createMany({
    data: [
      ...reason(staff.colleague, hers[0]?.personId, 1, 'contacted-us', drawn(1)),
      ...reason(staff.colleague, hers[1]?.personId, 2, 'other', { note: 'Søsteren ringede og spurgte efter Karen', ...drawn(2) }),
      ...reason(staff.colleague, hers[2]?.personId, 9, 'covering', fine(9)),
      ...reason(staff.coordinator, his[0]?.personId, 1, 'letters'),
      ...reason(staff.coordinator, his[1]?.personId, 16, 'register', fine(16)),
    ],
  })
  const veteran = await db.person.findFirst({ where: { protection: 'P0', diedOn: null, mergedIntoId: null, assignments: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true }, orderBy: { id: 'asc' } })
  if (!veteran) return
  const at = (daysAgo: number, hour: number) => momentAt(addDays(today, -daysAgo), hour, 40)
  await db.breakGlass.createMany({
    data: [
      { userId: staff.caseworker, personId: veteran.id, code: 'urgent', note: 'Mødet i praktikken er i dag kl. 13, og kollegaen, der har sagen, er syg', fromAt: at(3, 9), untilAt: at(3, 13) },
      { userId: staff.caseworker, personId: veteran.id, code: 'danger', note: 'Skadestuen ringede: borgeren kunne ikke selv sige, hvem der skulle have besked', fromAt: at(40, 15), untilAt: at(40, 19), endedAt: at(40, 16), reviewedBy: staff.officer, reviewedAt: at(38, 10), verdict: 'fine' },
    ],
  })
}
