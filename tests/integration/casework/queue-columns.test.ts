import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { queuePanel } from '@/lib/casework/queues/panel/queries'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { myDay } from '@/lib/casework/day/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

const day = today()
let me: Actor, colleague: Actor, id: string
const notes = queueState({ queue: 'mine', col: ['case', 'weight', 'note'] })

/** Somebody with a light case that is open and a heavy one that rests, and a note that was written twice. */
beforeAll(async () => {
  const { id: unitId } = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Jobcentret', nameEn: 'Job centre' } })
  me = await staff('CASEWORKER', { unitId, name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { unitId })
  id = (await person('JOBCENTRE_CLIENT')).id
  for (const [kind, state, weights] of [['employment', 'open', ['heavy', 'light']], ['other', 'hold', ['heavy']]] as const) {
    const caseId = randomUUID()
    await owner().caseFile.create({ data: { id: caseId, personId: id, kind, unitId, openedOn: dayToDb(addDays(day, -30)), openedBy: me.userId } })
    await owner().caseState.create({ data: { caseId, personId: id, number: 1, state: 'open', fromDay: dayToDb(addDays(day, -30)), recordedBy: me.userId } })
    if (state === 'hold') await owner().caseState.create({ data: { caseId, personId: id, number: 2, state, fromDay: dayToDb(addDays(day, -9)), untilDay: dayToDb(addDays(day, 30)), words: 'hviler', recordedBy: me.userId } })
    await owner().caseWeight.createMany({ data: weights.map((weight, at) => ({ caseId, personId: id, number: at + 1, weight, recordedBy: me.userId })) })
    await owner().assignment.create({ data: { personId: id, userId: me.userId, reason: 'case', fromDay: dayToDb(addDays(day, -30)), caseId, caseRole: 'coordinator' } })
  }
  for (const [text, at] of [['Ring før kl. 9', '2026-11-01T08:00:00Z'], ['Ring efter kl. 12', '2026-11-02T08:00:00Z']] as const) await owner().personNote.create({ data: { personId: id, text, recordedBy: me.userId, recordedAt: new Date(at) } })
})

it('the weight is the newest of each case, and the note is read where the list shows it', async () => {
  const [row] = (await queueList(me, day, notes)).rows
  expect(row).toMatchObject({ id, note: 'Ring efter kl. 12' })
  expect(row?.cases.map(({ state, weight }) => [state, weight]).sort()).toEqual([['hold', 'heavy'], ['open', 'light']])
  expect((await queueList(me, day, queueState({}))).rows).toMatchObject([{ id, note: null, cases: [{ weight: null }, { weight: null }] }])
  expect((await myDay(me, day, null)).people?.rows.map(({ note }) => note)).toEqual([])
  const logged = await owner().auditEvent.findMany({ where: { actorUserId: me.userId, action: 'case.queue-listed' }, select: { details: true }, orderBy: { seq: 'asc' } })
  expect(logged.map(({ details }) => details)).toEqual([{ queue: 'mine', notes: true }, { queue: 'mine' }, { queue: 'day' }])
})

it('beside the list stand the note with who wrote it, and the cases that are not closed; and nothing for a colleague', async () => {
  expect(await queuePanel(me, id, day)).toMatchObject({ note: { text: 'Ring efter kl. 12', by: 'Jonas Jobcenter', at: new Date('2026-11-02T08:00:00Z') }, cases: [{ kind: 'employment', state: 'open', weight: 'light' }, { kind: 'other', state: 'hold', weight: 'heavy' }] })
  expect([(await queueList(colleague, day, notes)).rows, await queuePanel(colleague, id, day)]).toEqual([[], null])
})

it('a note that was taken down is none', async () => {
  await owner().personNote.create({ data: { personId: id, text: null, recordedBy: me.userId } })
  expect([(await queueList(me, day, notes)).rows[0]?.note, (await queuePanel(me, id, day))?.note]).toEqual([null, null])
})
