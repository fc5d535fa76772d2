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
