import { randomUUID } from 'node:crypto'
import { setGoal } from '@/lib/casework/plans/goals/actions'
import type { Actor } from '@/lib/access/permissions'
import { personPlan } from '@/lib/casework/plans/queries'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, partsOf } from '@/lib/platform/day'
import { as, staff, submit } from './as'
import { owner } from './db'
import { person } from './factories'

/** A day as a form sends it. */
export const sends = (name: string, day: Day): Record<string, string> => {
  const { year, month, dayOfMonth } = partsOf(day)
  return { [`${name}.day`]: String(dayOfMonth), [`${name}.month`]: String(month), [`${name}.year`]: String(year) }
}
export const said = (text: string, more: Record<string, string> = {}) => ({ text, saidBy: 'citizen', ...sends('saidOn', today()), ...more })
export const inDays = (days: number): Day => addDays(today(), days)

/** A caseworker with a citizen, and a colleague of the same unit without them. */
export async function planned(data: Parameters<typeof person>[1] = {}) {
  const unitId = (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Enheden', nameEn: 'Unit' } })).id
  const [caseworker, stranger] = [await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId }), await staff('CASEWORKER', { name: 'Ida Igen', unitId })]
  const { id } = await person('JOBCENTRE_CLIENT', data)
  await owner().assignment.create({ data: { personId: id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  return { id, unitId, caseworker, stranger }
}
export const planOf = async (actor: Actor, personId: string) => (await personPlan(actor, personId, 'plan', async () => null))?.content?.more ?? null

/** A goal of the citizen, as the page knows it. */
export async function goalOf(actor: Actor, personId: string, text = 'Sove en hel nat', more: Record<string, string> = {}) {
  await as(actor, () => submit(setGoal, { personId, ...said(text, more) }))
  const found = (await planOf(actor, personId))?.goals.find(({ now }) => now.text === text)
  if (!found) throw new Error('The goal was not written')
  return found
}
