import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'

export type ListedWorkplace = { id: string; name: string; fromDay: Day; number: number; agreedWith: string | null }
export type Rules = { number: number; volunteers: string; staff: string; together: string | null; agreedWith: string | null; fromDay: Day }
export type OpenWorkplace = { id: string; name: string; closed: boolean; /** The newest first; there is always one. */ rules: [Rules, ...Rules[]] }

/** The workplaces with ground rules, and since when. */
export function listWorkplaces(actor: Actor): Promise<ListedWorkplace[]> {
  return readAs(actor, 'volunteer.read', async ({ tx }) => {
    const rows = await tx.workplace.findMany({ where: { closedOn: null }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, rules: { orderBy: { number: 'desc' }, take: 1, select: { number: true, fromDay: true, agreedWith: true } } } })
    return rows.flatMap(({ rules: [newest], ...place }) => (newest ? [{ ...place, ...newest, fromDay: dayFromDb(newest.fromDay) }] : []))
  })
}

/** One workplace with what holds there and what did. Null where there is none for the reader. */
export function openWorkplace(actor: Actor, id: string): Promise<OpenWorkplace | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'volunteer.read', async ({ tx }) => {
    const found = await tx.workplace.findFirst({ where: { id }, select: { id: true, name: true, closedOn: true, rules: { orderBy: { number: 'desc' }, select: { number: true, volunteers: true, staff: true, together: true, agreedWith: true, fromDay: true } } } })
    const [newest, ...before] = (found?.rules ?? []).map((one) => ({ ...one, fromDay: dayFromDb(one.fromDay) }))
    return found && newest ? { id: found.id, name: found.name, closed: found.closedOn !== null, rules: [newest, ...before] } : null
  })
}
