import 'server-only'
import { addDays, dayToDb, type Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { RoleName } from '../matrix'
import type { Actor } from '../permissions'

type Kind = Actor['clearances'][number]

/** Which rows end and which begin when `wanted` shall be what is held. */
export function change<T>(held: readonly T[], wanted: readonly T[]): { end: T[]; begin: T[] } {
  return { end: held.filter((one) => !wanted.includes(one)), begin: wanted.filter((one) => !held.includes(one)) }
}

const live = (userId: string, today: Day) => ({ userId, OR: [{ toDay: null }, { toDay: { gte: dayToDb(today) } }] })

/** The roles a user holds from today. A role taken away ended yesterday: today it opens nothing. */
export async function setRoles(tx: Tx, actor: Actor, userId: string, wanted: readonly RoleName[], today: Day): Promise<void> {
  const rows = await tx.roleGrant.findMany({ where: live(userId, today), select: { role: true } })
  const { end, begin } = change(rows.map((row) => row.role), wanted)
  if (end.length > 0) await tx.roleGrant.updateMany({ where: { ...live(userId, today), role: { in: end } }, data: { toDay: dayToDb(addDays(today, -1)) } })
  if (begin.length > 0) await tx.roleGrant.createMany({ data: begin.map((role) => ({ userId, role, grantedBy: actor.userId, fromDay: dayToDb(today) })) })
}

export async function setClearances(tx: Tx, actor: Actor, userId: string, wanted: readonly Kind[], today: Day): Promise<void> {
  const rows = await tx.clearance.findMany({ where: live(userId, today), select: { kind: true } })
  const { end, begin } = change(rows.map((row) => row.kind), wanted)
  if (end.length > 0) await tx.clearance.updateMany({ where: { ...live(userId, today), kind: { in: end } }, data: { toDay: dayToDb(addDays(today, -1)) } })
  if (begin.length > 0) await tx.clearance.createMany({ data: begin.map((kind) => ({ userId, kind, grantedBy: actor.userId, fromDay: dayToDb(today) })) })
}
