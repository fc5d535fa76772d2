import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { caseworkPart } from '@/lib/casework/overview/queries'
import { personOverview } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb, momentAt } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

const day = today()
const open = (actor: Actor, id: string) => personOverview(actor, id, async (context, personId) => caseworkPart(context.actor, personId, day))
const assigned = async (userId: string) => {
  const { id } = await person('JOBCENTRE_CLIENT')
  await owner().assignment.create({ data: { personId: id, userId, reason: 'test', fromDay: dayToDb(addDays(day, -9)) } })
  return id
}

it('the first page of a person says when somebody last spoke with them, what comes next, which cases are not over and what is to be done first', async () => {
  const [me, other] = [await staff('CASEWORKER'), await staff('CASEWORKER')]
  const [id, empty] = [await assigned(me.userId), await assigned(me.userId)]
  const unit = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Jobcentret', nameEn: 'Job centre' } })
  const log = { personId: id, channel: 'phone', recordedBy: me.userId }
  await owner().contact.createMany({ data: [{ ...log, outcome: 'reached', happenedAt: momentAt(addDays(day, -8), 10), nextOn: dayToDb(addDays(day, 2)), nextStep: 'Ring' }, { ...log, outcome: 'tried', happenedAt: momentAt(addDays(day, -1), 12) }, { ...log, outcome: 'reached', happenedAt: momentAt(addDays(day, -2), 10), redactedAt: new Date() }] })
  await owner().task.createMany({ data: [6, 1, 4, 2, 3].map((days) => ({ personId: id, text: `Om ${days}`, dueOn: dayToDb(addDays(day, days)), createdBy: me.userId, ownerId: me.userId, state: days === 2 ? 'done' : 'open', closedAt: days === 2 ? new Date() : null })) })
  for (const [state, until] of [['open', null], ['hold', 5], ['closed', 30], ['closed', null]] as const) {
    const file = await owner().caseFile.create({ data: { personId: id, unitId: unit.id, kind: 'employment', openedOn: dayToDb(addDays(day, -40)), openedBy: me.userId } })
    const step = { caseId: file.id, personId: id, fromDay: dayToDb(addDays(day, -40)), recordedBy: me.userId }
    await owner().caseState.create({ data: { ...step, number: 1, state: 'open' } })
    if (state !== 'open') await owner().caseState.create({ data: { ...step, number: 2, state, untilDay: until && dayToDb(addDays(day, until)), everyWeeks: state === 'closed' && until ? 4 : null, outcome: state === 'closed' ? 'goal' : null, words: 'hviler' } })
  }
  const found = (await open(me, id))?.content?.also
  expect(found).toMatchObject({ clock: { last: addDays(day, -8), days: 8, tried: 1 }, next: { on: addDays(day, 2), text: 'Ring' }, open: 4, tasks: [{ text: 'Om 1' }, { text: 'Om 3' }, { text: 'Om 4' }] })
  expect(found?.cases.map(({ standing, until }) => [standing, until]).sort()).toEqual([['aftercare', addDays(day, 30)], ['hold', addDays(day, 5)], ['open', null]])
  expect((await open(me, empty))?.content?.also).toMatchObject({ clock: { last: null, tried: 0 }, next: null, cases: [], tasks: [], open: 0 })
  // In the page's own statement, whatever there is; and for a colleague there is nobody.
  const [full, none] = [await countQueries(() => open(me, id)), await countQueries(() => open(me, empty))]
  expect(full.statements.length).toBe(none.statements.length)
  await expect(open(other, id).then((seen) => seen?.content ?? null)).resolves.toBeNull()
})
