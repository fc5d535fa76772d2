import { expect, it } from 'vitest'
import { myDay } from '@/lib/casework/day/queries'
import { today } from '@/lib/platform/clock'
import { dayToDb } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

it('the first page is one statement and one of the log, for nobody as for somebody with people and tasks', async () => {
  const [empty, busy, manager] = [await staff('CASEWORKER'), await staff('CASEWORKER'), await staff('MANAGER')]
  const { id } = await veteran()
  await owner().assignment.create({ data: { personId: id, userId: busy.userId, reason: 'test', fromDay: dayToDb(today()) } })
  await owner().task.create({ data: { personId: id, text: 'Ring', dueOn: dayToDb(today()), ownerId: busy.userId, createdBy: busy.userId } })
  for (const who of [empty, busy, manager]) {
    const { statements, transactions } = await countQueries(() => myDay(who, today(), null))
    expect([transactions, statements.length, statements.filter((text) => text.includes('access.audit(')).length]).toEqual([1, 2, 1])
  }
  expect(await myDay(empty, today(), null)).toMatchObject({ people: { rows: [], counts: { mine: 0, unclaimed: 0 } }, opened: [], offered: [], remarks: [], away: null, unit: null, desk: { mine: [] } })
  expect(await myDay(busy, today(), null)).toMatchObject({ people: { rows: [{ id }], counts: { mine: 1 } }, desk: { mine: [{ personId: id }] } })
})

it('whoever has no role left finds nothing, and no error', async () => {
  const former = { ...(await staff('CASEWORKER')), roles: [] }
  expect(await myDay(former, today(), null)).toEqual({ opened: null, desk: null, offered: null, referred: null, news: null, people: null, unit: null, remarks: null, load: null, away: null })
})
