import 'server-only'
import { addDays, dayToDb, type Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { Refused } from '../refused'
import { readRight, type Right } from './rules'

const live = (userId: string, today: Day) => ({ userId, fromDay: { lte: dayToDb(today) }, OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] })

/** Held today, and for as long as is asked for: a right that ends may be given anew for longer. */
export async function holds(tx: Tx, userId: string, right: Right, today: Day, until: Day | null): Promise<boolean> {
  const { role, clearance } = readRight(right)
  const where = { ...live(userId, today), OR: [{ toDay: null }, ...(until ? [{ toDay: { gte: dayToDb(until) } }] : [])] }
  return (role ? await tx.roleGrant.count({ where: { ...where, role } }) : await tx.clearance.count({ where: { ...where, kind: clearance } })) > 0
}

/** A right that ends ended yesterday: today it opens nothing. False when it was not held, or is not the caller's to end. */
export async function endRight(tx: Tx, userId: string, right: Right, today: Day): Promise<boolean> {
  const { role, clearance } = readRight(right)
  const data = { toDay: dayToDb(addDays(today, -1)) }
  const ended = role ? await tx.roleGrant.updateMany({ where: { ...live(userId, today), role }, data }) : await tx.clearance.updateMany({ where: { ...live(userId, today), kind: clearance }, data })
  return ended.count > 0
}

/** Gives, refuses or takes back what was proposed. The database decides whether this person may (access.decide_right); throws Refused when not. */
export async function decide(tx: Tx, proposalId: string, verdict: 'APPROVED' | 'REFUSED' | 'WITHDRAWN'): Promise<void> {
  const [row] = await tx.$queryRaw<{ answer: string }[]>`SELECT access.decide_right(${proposalId}::uuid, ${verdict}) AS answer`
  if (row?.answer !== 'done') throw new Refused(`rights.error.${row?.answer ?? 'gone'}`)
}
