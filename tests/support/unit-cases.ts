import { randomUUID } from 'node:crypto'
import type { RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import { staff } from './as'
import { owner } from './db'
import { person, veteran } from './factories'

export const unit = async () => (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Enheden', nameEn: 'Unit' } })).id
/** A unit, who leads it (with further roles where they are given) and somebody who has cases there. */
export async function oneUnit(roles: RoleName[] = ['MANAGER']) {
  const unitId = await unit()
  const manager = await staff('MANAGER', { unitId, roles })
  return { unitId, manager, caseworker: await staff('CASEWORKER', { unitId, name: 'Anna Arbejder' }) }
}
export type TestUnit = Awaited<ReturnType<typeof oneUnit>>
type Course = { kind?: string; reached?: number | null; opened?: Day; states?: ['closed' | 'open' | 'hold', Day][]; veteran?: boolean; holder?: Actor | null }

/** A case of the unit: what happened with it, and when the person was reached last. */
export async function aCase({ unitId, caseworker }: TestUnit, { kind = 'veteran', reached = null, opened = addDays(today(), -200), states = [], veteran: programme = false, holder = caseworker }: Course = {}) {
  const who = programme ? await veteran() : await person('JOBCENTRE_CLIENT')
  const { id } = await owner().caseFile.create({ data: { personId: who.id, kind, unitId, openedOn: dayToDb(opened), openedBy: caseworker.userId } })
  for (const [at, [state, day]] of ([['open', opened], ...states] as ['closed' | 'open' | 'hold', Day][]).entries())
    await owner().caseState.create({ data: { caseId: id, personId: who.id, number: at + 1, state, fromDay: dayToDb(day), recordedBy: caseworker.userId, ...(state === 'closed' ? { outcome: 'goal' } : state === 'hold' ? { words: 'Afventer', untilDay: dayToDb(addDays(day, 30)) } : {}) } })
  if (holder) await owner().assignment.create({ data: { personId: who.id, userId: holder.userId, reason: 'case', fromDay: dayToDb(opened), caseId: id, caseRole: 'coordinator' } })
  if (reached !== null) await owner().contact.create({ data: { personId: who.id, outcome: 'reached', channel: 'phone', happenedAt: momentAt(addDays(today(), -reached), 0), recordedBy: caseworker.userId } })
  return { id, personId: who.id }
}
export const many = async (count: number, make: () => Promise<unknown>) => { for (let at = 0; at < count; at++) await make() }
