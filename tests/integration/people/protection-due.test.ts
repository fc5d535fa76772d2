import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { caseload } from '@/lib/casework/caseload/queries'
import { coordinatorHome } from '@/lib/outreach/home/queries'
import { liftProtection } from '@/lib/people/protection/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const assigned = async (actor: Actor) => {
  const row = await veteran()
  await owner().assignment.create({ data: { personId: row.id, userId: actor.userId, reason: 'responsible', fromDay: dayToDb(addDays(today(), -9)) } })
  return row.id
}
const protectedUntil = async (personId: string, toDay: ReturnType<typeof today>) =>
  (await owner().personProtection.create({ data: { personId, level: 'P1', source: 'CPR', fromDay: dayToDb(addDays(toDay, -30)), toDay: dayToDb(toDay) } })).id

it('a protection past its day is told to whoever is responsible, on the first page, until it is decided', async () => {
  const [caseworker, coordinator] = [await staff('CASEWORKER', { clearances: ['PROTECTED_ADDRESS'] }), await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })]
  const [late, still, without, hers] = [await assigned(caseworker), await assigned(caseworker), await assigned(caseworker), await assigned(coordinator)]
  const yesterday = addDays(today(), -1)
  const ground = await protectedUntil(late, yesterday)
  // The last day itself still counts.
  await protectedUntil(still, today())
  const own = await protectedUntil(hers, yesterday)
  const due = async () => (await caseload(caseworker, today())).map((one) => [one.id, one.protectionSince])
  expect(new Map(await due() as [string, string | null][])).toEqual(new Map([[late, yesterday], [still, null], [without, null]]))
  expect((await due())[0]).toEqual([late, yesterday])
  expect((await coordinatorHome(coordinator, today())).ownProtections).toBe(1)
  expect((await coordinatorHome(await staff('VETERAN_COORDINATOR'), today())).ownProtections).toBe(0)
  await as(caseworker, () => submit(liftProtection, { personId: late, row: ground, reason: 'Bekræftet i CPR af borgeren selv' }))
  await as(coordinator, () => submit(liftProtection, { personId: hers, row: own, reason: 'Bekræftet i CPR af borgeren selv' }))
  expect((await due()).every(([, since]) => since === null)).toBe(true)
  expect((await coordinatorHome(coordinator, today())).ownProtections).toBe(0)
})
