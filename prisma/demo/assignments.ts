import { addDays, type Day, dayToDb, latestDay, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoVeteran } from './people'
import { randomFor } from './random'
import type { DemoStaff } from './users'
import { beginning } from './veterans'

/** Whom the caseworker at the jobcentre helps: all a caseworker sees. */
const CASEWORK = 14

/** Who is responsible for whom. The colleague has a brother-in-law on the list, whose file stays closed to him. */
export async function loadAssignments(db: PrismaClient, today: Day, veterans: readonly DemoVeteran[], staff: DemoStaff): Promise<void> {
  const draw = randomFor('assignments')
  const here = veterans.filter((one) => !one.diedOn && !one.movedAwayOn)
  const open = here.filter((one) => one.protection === 'P0')
  const near = here.filter((one) => one.vulnerable || one.protection !== 'P0').map((one) => ({ one, userId: one.protection === 'P3' || draw.chance(0.4) ? staff.colleague : staff.coordinator, reason: 'veteran' }))
  const work = draw.shuffled(open).slice(0, CASEWORK).map((one) => ({ one, userId: staff.caseworker, reason: 'jobcentre' }))
  await db.assignment.createMany({
    data: [...near, ...work].map(({ one, userId, reason }) => {
      const from = latestDay(addDays(one.registeredOn, draw.between(0, 30)), beginning(today))
      const on = from < today ? from : today
      return { personId: one.id, userId, reason, fromDay: dayToDb(on), createdBy: staff.coordinator, createdAt: momentAt(on, 9) }
    }),
  })
  // Somebody who has left: four people nobody has taken over yet.
  const left = draw.shuffled(near.filter(({ one, userId }) => userId === staff.colleague && one.protection === 'P0')).slice(0, 4).map(({ one }) => one.id)
  await db.assignment.updateMany({ where: { personId: { in: left } }, data: { toDay: dayToDb(addDays(today, -3)) } })
  const brotherInLaw = open.find((one) => !one.vulnerable && one.registeredOn < addDays(today, -400))
  if (brotherInLaw) await db.staffRelation.create({ data: { userId: staff.colleague, personId: brotherInLaw.id, kind: 'brother-in-law', fromDay: dayToDb(beginning(today)) } })
}
