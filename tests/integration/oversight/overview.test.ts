import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { reasonReviews } from '@/lib/access/reasons/queries'
import { glassReviews } from '@/lib/oversight/break-glass/queries'
import { protectionOverview } from '@/lib/oversight/overview/queries'
import { unusualList } from '@/lib/oversight/unusual/queries'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const day = dayToDb(today())
const unit = async () => (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'A', nameEn: 'A' } })).id

it('what waits to be looked at is counted as its list shows it, and only for those who look at it', async () => {
  const [unitId, other] = [await unit(), await unit()]
  const [dpo, manager, elsewhere, opener, caseworker] = [await staff('DATA_PROTECTION_OFFICER'), await staff('MANAGER', { unitId }), await staff('MANAGER', { unitId: other }), await staff('VETERAN_COORDINATOR', { unitId }), await staff('CASEWORKER')]
  const people = [await veteran(), await veteran(), await veteran()]
  for (const [at, { id }] of people.entries()) {
    await owner().unusualLookup.create({ data: { day, userId: opener.userId, aboutId: id, points: 5, reasons: [], lookups: 1, firstAt: new Date(), outcome: at === 0 ? 'EXPLAINED' : null } })
    await owner().accessReason.create({ data: { userId: opener.userId, personId: id, day, code: 'other', note: 'Søsteren ringede og spurgte efter Karen', sampledAt: at === 1 ? null : new Date(), ...(at === 2 && { reviewedBy: dpo.userId, reviewedAt: new Date(), verdict: 'fine' }) } })
    if (at > 0) await owner().breakGlass.create({ data: { userId: opener.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
  }
  for (const actor of [dpo, manager]) {
    const found = await protectionOverview(actor, today())
    expect(found).toMatchObject({ samples: (await reasonReviews(actor)).open.length, glasses: (await glassReviews(actor)).open.length })
    expect([found.samples, found.glasses]).toEqual([1, 2])
  }
  expect((await protectionOverview(dpo, today())).unusual).toBe((await unusualList(dpo, 'open')).counts.open)
  for (const actor of [manager, elsewhere, opener, caseworker]) expect((await protectionOverview(actor, today())).unusual).toBe(0)
  for (const actor of [elsewhere, opener, caseworker]) expect(await protectionOverview(actor, today())).toMatchObject({ samples: 0, glasses: 0 })
})

it('one’s own look-ups, and what was looked at already, wait for nobody', async () => {
  const unitId = await unit()
  const [both, opener, third, someone] = [await staff('MANAGER', { roles: ['MANAGER', 'VETERAN_COORDINATOR'], unitId }), await staff('VETERAN_COORDINATOR', { unitId }), await staff('VETERAN_COORDINATOR', { unitId }), await veteran()]
  const glass = { personId: someone.id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) }
  const reason = { personId: someone.id, day, code: 'other', note: 'Søsteren ringede og spurgte efter Karen' }
  // Their own they can read, and those about people they are responsible for, drawn or not; they are asked to judge neither.
  await owner().assignment.create({ data: { personId: someone.id, userId: both.userId, reason: 'responsible', fromDay: new Date('2026-01-01') } })
  await owner().accessReason.createMany({ data: [{ ...reason, userId: both.userId, sampledAt: new Date() }, { ...reason, userId: opener.userId, sampledAt: new Date() }, { ...reason, userId: third.userId }] })
  await owner().breakGlass.createMany({ data: [{ ...glass, userId: both.userId }, { ...glass, userId: opener.userId }, { ...glass, userId: opener.userId, reviewedBy: both.userId, reviewedAt: new Date(), verdict: 'fine' }] })
  expect(await protectionOverview(both, today())).toMatchObject({ samples: 1, glasses: 1 })
  expect([(await reasonReviews(both)).open.length, (await glassReviews(both)).open.length]).toEqual([1, 1])
})
