import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { requirePlanOf } from '../goals/writes'
import type { ScheduleInput, SlotInput } from './schema'

/** More than this in one week is no help to anybody, and does not fit on a page. */
export const MOST_SLOTS = 60

/** A week from a day on, empty or with what stands in the former one. Throws Refused where one begins on that day already. */
export async function addSchedule(tx: Tx, actor: Actor, { personId, from, to, copy }: ScheduleInput): Promise<string> {
  await requirePlanOf(tx, personId)
  // Two who begin one at once: the second waits here, and then finds the first.
  await tx.$queryRaw`SELECT true AS held FROM (SELECT pg_advisory_xact_lock(hashtextextended('week ' || ${personId}, 0))) held`
  if (await tx.planSchedule.findFirst({ where: { personId, fromDay: dayToDb(from), removedAt: null }, select: { id: true } })) throw new Refused('plans.error.begins', {}, 'fromDay')
  const source = copy && (await tx.planSchedule.findFirst({ where: { id: copy, personId, removedAt: null }, select: { slots: { where: { removedAt: null } } } }))
  if (copy && !source) throw new Refused('casework.error.gone')
  const id = crypto.randomUUID()
  await tx.planSchedule.createMany({ data: [{ id, personId, fromDay: dayToDb(from), toDay: to && dayToDb(to), createdBy: actor.userId }] })
  if (source) await tx.planSlot.createMany({ data: source.slots.map(({ weekday, starts, ends, activity, place, company }) => ({ scheduleId: id, personId, weekday, starts, ends, activity, place, company, addedBy: actor.userId })) })
  return id
}

/** The same on each of the days. Throws Refused for a week that is not there, and for one that is full. */
export async function addSlots(tx: Tx, actor: Actor, { personId, scheduleId, days, ...slot }: SlotInput): Promise<void> {
  const found = await tx.planSchedule.findFirst({ where: { id: scheduleId, personId, removedAt: null }, select: { _count: { select: { slots: { where: { removedAt: null } } } } } })
  if (!found) throw new Refused('casework.error.gone')
  await refuseBehindGlass(tx, personId)
  if (found._count.slots + days.length > MOST_SLOTS) throw new Refused('plans.error.full', { most: MOST_SLOTS })
  await tx.planSlot.createMany({ data: days.map((weekday) => ({ ...slot, weekday, scheduleId, personId, addedBy: actor.userId })) })
}

/** Out of the week; who took it out and when is written by the database. Throws Refused where somebody was first. */
export async function removeSlot(tx: Tx, personId: string, id: string): Promise<void> {
  await refuseBehindGlass(tx, personId)
  const { count } = await tx.planSlot.updateMany({ where: { id, personId, removedAt: null }, data: { removedAt: new Date() } })
  if (count !== 1) throw new Refused('casework.error.gone')
}

/** The whole week falls away; one that began before holds again, if there is one. */
export async function removeSchedule(tx: Tx, personId: string, id: string): Promise<void> {
  await refuseBehindGlass(tx, personId)
  const { count } = await tx.planSchedule.updateMany({ where: { id, personId, removedAt: null }, data: { removedAt: new Date() } })
  if (count !== 1) throw new Refused('casework.error.gone')
}
