import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { personCases } from '@/lib/casework/cases/queries'
import { myDay } from '@/lib/casework/day/queries'
import { queueList } from '@/lib/casework/queues/queries'
import { queuePanel } from '@/lib/casework/queues/panel/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb, momentAt } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

const day = today()
const recent = async (actor: Actor) => (await myDay(actor, day, null)).people?.recent.map(({ id }) => id)
const assigned = async (userId: string, lastName?: string) => {
  const { id } = await person('JOBCENTRE_CLIENT', lastName ? { lastName } : {})
  await owner().assignment.create({ data: { personId: id, userId, reason: 'test', fromDay: dayToDb(addDays(day, -9)) } })
  return id
}
const open = (actor: Actor, id: string) => personCases(actor, id, async () => null)

it('the people one opened last stand there, newest first, ten at most and each once; not those one may no longer see, nor a colleague’s', async () => {
  const [me, other] = [await staff('CASEWORKER'), await staff('CASEWORKER')]
  const [gone, ...people] = await Promise.all(Array.from({ length: 13 }, () => assigned(me.userId)))
  const theirs = await assigned(other.userId)
  await open(other, theirs)
  expect(await recent(me)).toEqual([])
  // A list is no opening.
  await queueList(me, day, queueState({}))
  expect(await recent(me)).toEqual([])
  for (const id of [gone ?? '', ...people, people[3] ?? '']) await open(me, id)
  expect(await recent(me)).toEqual([people[3], ...people.toReversed().filter((id) => id !== people[3])].slice(0, 10))
  await owner().assignment.updateMany({ where: { personId: { in: people.slice(8) } }, data: { toDay: dayToDb(addDays(day, -1)) } })
  expect(await recent(me)).toEqual([people[3], ...people.slice(0, 8).toReversed().filter((id) => id !== people[3]), gone])
  // Who stands on the page stands in the log.
  const event = await owner().auditEvent.findFirstOrThrow({ where: { actorUserId: me.userId, action: 'case.queue-listed' }, orderBy: { seq: 'desc' }, include: { subjects: true } })
  expect(event.subjects.map(({ personId }) => personId)).toEqual(expect.arrayContaining([people[3], gone]))
})

it('whom one looks at beside the list is a look at that person: what was agreed, what is next, what is open', async () => {
  const [me, other] = [await staff('CASEWORKER'), await staff('CASEWORKER')]
  const id = await assigned(me.userId, 'Panel')
  const log = { personId: id, channel: 'phone', recordedBy: me.userId }
  await owner().contact.createMany({ data: [{ ...log, outcome: 'reached', happenedAt: momentAt(addDays(day, -8), 10), agreed: 'Søger pladsen', nextOn: dayToDb(addDays(day, 2)), nextStep: 'Ring' }, { ...log, outcome: 'tried', happenedAt: momentAt(addDays(day, -1), 23, 30) }, { ...log, outcome: 'reached', happenedAt: momentAt(addDays(day, -9), 10), agreed: 'Taget tilbage', redactedAt: new Date() }] })
  await owner().task.createMany({ data: [4, 1, 2].map((days) => ({ personId: id, text: `Om ${days}`, dueOn: dayToDb(addDays(day, days)), createdBy: me.userId, ownerId: me.userId, state: days === 2 ? 'done' : 'open', closedAt: days === 2 ? new Date() : null })) })
  const { result, statements } = await countQueries(() => queuePanel(me, id, day))
  expect(result).toMatchObject({ id, name: 'Test Panel', clock: { last: addDays(day, -8), days: 8, tried: 1 }, next: { on: addDays(day, 2), text: 'Ring' }, agreed: { on: addDays(day, -8), text: 'Søger pladsen' }, tasks: [{ text: 'Om 1' }, { text: 'Om 4' }] })
  expect(statements.length).toBeLessThanOrEqual(5)
  expect(await owner().auditEvent.count({ where: { personId: id, kind: 'VIEW', action: 'person.viewed', actorUserId: me.userId } })).toBe(1)
  expect([await queuePanel(other, id, day), await queuePanel(me, crypto.randomUUID(), day)]).toEqual([null, null])
  expect(await owner().auditEvent.count({ where: { personId: id, actorUserId: other.userId } })).toBe(0)
})
