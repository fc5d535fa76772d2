import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { caseKinds, type CaseKind, standingOf } from '@/lib/casework/cases/rules'
import { clockOf, type ContactOutcome, nextOf } from '@/lib/casework/contacts/rules'
import { queueList } from '@/lib/casework/queues/queries'
import { type Facts, queues, standsIn } from '@/lib/casework/queues/rules'
import { phases, queueState } from '@/lib/casework/queues/schema'
import { addDays, type Day, dayToDb, momentAt, toDay } from '@/lib/platform/day'
import { staff } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { type Random, randomFrom } from '../../support/random'

const unit = (silentDays = 30) => owner().unit.create({ data: { code: randomUUID(), nameDa: 'Jobcentret', nameEn: 'Job centre', silentDays } })
/** A version of a method that says so many days, or nothing. */
const method = async (silentDays: number | null) => (await owner().methodVersion.create({ data: { number: 1, nameDa: 'M', nameEn: 'M', leadDa: '', leadEn: '', steps: [{ key: 'a', kind: 'phase', name: { da: 'A', en: 'A' }, text: { da: '', en: '' }, items: [], meetings: null, weeks: null, clips: null }], silentDays, method: { create: { code: `m-${randomUUID()}` } } } })).id
type Known = Facts & { id: string; kinds: CaseKind[] }

/** One person with a case, a log, tasks, a refused transfer and a draft, as chance has it; and what the rules must know of them. */
async function somebody(random: Random, me: { userId: string; unitId: string | null }, other: string, today: Day, says: { unit: number; methods: readonly { id: string; days: number | null }[] } = { unit: 30, methods: [] }): Promise<Known | null> {
  const [{ id }, since, unitId] = [await veteran(), addDays(today, -random.int(60)), me.unitId ?? '']
  const maybe = (most: number): Day => addDays(today, random.int(most) - Math.floor(most / 2))
  const [kind, state] = [random.pick(caseKinds), random.pick(['open', 'open', 'hold', 'closed', 'none'] as const)]
  const from = addDays(today, -40 - random.int(60))
  const until = state === 'hold' ? addDays(today, random.int(30) - 10) : state === 'closed' ? addDays(today, random.int(120) - 10) : null
  const caseId = randomUUID()
  if (state !== 'none') {
    await owner().caseFile.create({ data: { id: caseId, personId: id, kind, unitId, openedOn: dayToDb(from), openedBy: me.userId } })
    await owner().caseState.create({ data: { caseId, personId: id, number: 1, state: 'open', fromDay: dayToDb(from), recordedBy: me.userId } })
    if (state !== 'open') await owner().caseState.create({ data: { caseId, personId: id, number: 2, state, fromDay: dayToDb(from), untilDay: until && dayToDb(until), everyWeeks: state === 'closed' ? 4 : null, outcome: state === 'closed' ? 'goal' : null, words: 'hviler', recordedBy: me.userId } })
  }
  // Some of the open ones follow a method, and some have left it again.
  const [followed, left] = [random.chance(0.5) ? says.methods[random.int(says.methods.length)] : undefined, random.chance(0.3)]
  if (state === 'open' && followed) for (const [at, kind] of (left ? (['follow', 'leave'] as const) : (['follow'] as const)).entries()) await owner().caseMove.create({ data: { caseId, personId: id, number: at + 1, kind, versionId: followed.id, onDay: dayToDb(from), words: kind === 'leave' ? 'Stoppede' : null, recordedBy: me.userId } })
  await owner().assignment.create({ data: { personId: id, userId: me.userId, reason: 'test', fromDay: dayToDb(since), ...(state !== 'none' && { caseId, caseRole: 'coordinator' }) } })
  // Also in the last half hour of a Danish day, which is another day in UTC.
  const entries = Array.from({ length: random.int(5) }, () => ({ outcome: random.pick<ContactOutcome>(['reached', 'tried', 'work']), on: addDays(today, -1 - random.int(50)), nextOn: random.chance(0.5) ? maybe(10) : null, nextStep: null, at: random.chance(0.3) ? 1410 + random.int(30) : random.int(1440) }))
    .sort((a, b) => (b.on + String(b.at).padStart(4, '0')).localeCompare(a.on + String(a.at).padStart(4, '0')))
  if (new Set(entries.map(({ on, at }) => `${on} ${at}`)).size < entries.length) return null
  await owner().contact.createMany({ data: entries.map(({ outcome, on, nextOn, at }) => ({ personId: id, outcome, channel: outcome === 'work' ? 'none' : 'phone', happenedAt: momentAt(on, Math.floor(at / 60), at % 60), nextOn: nextOn && dayToDb(nextOn), recordedBy: me.userId })) })
  const tasks = Array.from({ length: random.int(3) }, () => ({ dueOn: maybe(20), source: random.pick(['hand', 'contact'] as const), state: random.pick(['open', 'open', 'done'] as const), mine: random.chance(0.7) }))
  await owner().task.createMany({ data: tasks.map(({ dueOn, source, state: how, mine }) => ({ personId: id, text: 'Ring', dueOn: dayToDb(dueOn), source, sourceId: source === 'contact' ? randomUUID() : null, state: how, ownerId: mine ? me.userId : other, createdBy: me.userId, closedAt: how === 'done' ? new Date() : null })) })
  const seen = tasks.filter((one) => one.state === 'open' && one.mine).map(({ dueOn }) => dueOn).sort()
  const agreed = Array.from({ length: random.int(3) }, () => ({ first: maybe(20), moved: random.chance(0.4) ? maybe(20) : null, state: random.pick(['open', 'open', 'kept'] as const) }))
  for (const { first, moved, state: how } of agreed) {
    const steps = [{ state: 'open', dueOn: first }, ...(moved ? [{ state: 'open', dueOn: moved }] : []), ...(how === 'kept' ? [{ state: 'kept', dueOn: moved ?? first }] : [])]
    const { id: agreementId } = await owner().planAgreement.create({ data: { personId: id, text: 'Ringe til lægen', who: 'citizen', createdBy: me.userId } })
    for (const [at, { dueOn, ...step }] of steps.entries()) await owner().planAgreementStep.create({ data: { agreementId, personId: id, number: at + 1, ...step, dueOn: dayToDb(dueOn), words: 'Flyttet', recordedBy: me.userId } })
  }
  const planned = agreed.filter((one) => one.state === 'open').map(({ first, moved }) => moved ?? first).sort()
  const returnedOn = (state === 'open' || state === 'hold') && random.chance(0.3) ? addDays(today, -20 - random.int(20)) : null
  if (returnedOn) await owner().caseTransfer.create({ data: { caseId, personId: id, fromUnitId: unitId, toUnitId: unitId, toUserId: other, message: 'Kan du?', askedBy: me.userId, answer: 'refused', answerWords: 'Nej', answeredBy: other, answeredAt: momentAt(returnedOn, 23, 45) } })
  const draftOn = random.chance(0.2) ? today : null
  if (draftOn) await owner().contactDraft.create({ data: { id: randomUUID(), personId: id, userId: me.userId, fields: {}, savedAt: momentAt(today, 23, 30) } })
  const cases = state === 'none' ? [] : [{ state, from, until, everyWeeks: state === 'closed' ? 4 : null }].filter((one) => standingOf(one, today) !== 'closed')
  const { last, tried } = clockOf(entries, today)
  const promised = tasks.filter((one) => one.state === 'open' && one.mine && one.source === 'contact').map(({ dueOn }) => dueOn).sort()
  const silentAfter = state === 'open' ? ((left ? null : followed?.days) ?? says.unit) : null
  return { id, own: true, silentAfter, since, last, tried, nextOn: nextOf(entries)?.on ?? null, cases, taskOn: seen[0] ?? null, promisedOn: promised[0] ?? null, planOn: planned[0] ?? null, returnedOn: cases.length > 0 ? returnedOn : null, draftOn, kinds: cases.length > 0 ? [kind] : [] }
}

it.each([['2026-11-21', 11], ['2026-10-26', 12], ['2024-02-29', 13]])('on %s every queue holds whom its rule names, counts them, and its filters leave those they say', async (on, seed) => {
  const [today, random] = [toDay(on), randomFrom(seed)]
  const { id: unitId } = await unit(25)
  const says = { unit: 25, methods: [{ id: await method(10), days: 10 }, { id: await method(null), days: null }] }
  const [me, colleague] = [await staff('CASEWORKER', { unitId }), await staff('CASEWORKER', { unitId })]
  const known: Known[] = []
  for (let nth = 0; nth < 40; nth++) known.push(...([await somebody(random, me, colleague.userId, today, says)].filter((one) => one !== null)))
  for (const queue of queues.filter((one) => one !== 'unclaimed')) {
    const list = await queueList(me, today, queueState({ queue }))
    const here = list.rows.filter(({ id }) => known.some((one) => one.id === id)).map(({ id }) => id).sort()
    expect(here, queue).toEqual(known.filter((one) => standsIn(queue, one, null, today)).map(({ id }) => id).sort())
    expect([list.total, list.rows.length, list.silentDays], queue).toEqual([list.counts[queue], list.counts[queue], 25])
    expect(list.oldestAgreement, queue).toBe(known.flatMap(({ planOn }) => (planOn && planOn < today ? [planOn] : [])).sort()[0] ?? null)
    const asked = await queueList(me, today, queueState({ queue, days: '14' }))
    expect(asked.rows.filter(({ id }) => known.some((one) => one.id === id)).map(({ id }) => id).sort(), queue).toEqual(known.filter((one) => standsIn(queue, one, 14, today)).map(({ id }) => id).sort())
    for (const kind of caseKinds) for (const phase of [null, ...phases]) {
      const narrowed = await queueList(me, today, queueState({ queue, kind, ...(phase && { phase }) }))
      expect(narrowed.rows.map(({ id }) => id).sort(), `${queue} ${kind} ${phase}`).toEqual(known.filter((one) => here.includes(one.id) && one.kinds.includes(kind) && (!phase || one.cases.some((each) => standingOf(each, today) === phase))).map(({ id }) => id).sort())
      expect([narrowed.total, narrowed.counts], `${queue} ${kind}`).toEqual([narrowed.rows.length, list.counts])
    }
  }
  // Who has them sees them; a colleague of the same unit does not.
  expect((await queueList(colleague, today, queueState({ scope: 'unit' }))).rows.filter(({ id }) => known.some((one) => one.id === id))).toEqual([])
}, 120_000)

it('is read in as many statements for nobody as for many, and says in the log who was shown', async () => {
  const today = toDay('2026-11-21')
  const { id: unitId } = await unit()
  const [me, empty] = [await staff('CASEWORKER', { unitId }), await staff('CASEWORKER', { unitId })]
  for (let nth = 0; nth < 12; nth++) await somebody(randomFrom(nth), me, empty.userId, today)
  const [many, none] = [await countQueries(() => queueList(me, today, queueState({}))), await countQueries(() => queueList(empty, today, queueState({})))]
  expect([many.statements.length, many.transactions, none.result.rows]).toEqual([none.statements.length, 1, []])
  expect(many.statements.length).toBeLessThanOrEqual(8)
  const event = await owner().auditEvent.findFirstOrThrow({ where: { actorUserId: me.userId, action: 'case.queue-listed' }, include: { subjects: true } })
  expect(event.subjects.map(({ personId }) => personId).sort()).toEqual(many.result.rows.map(({ id }) => id).sort())
})

it('a person seen through one’s own draft alone stands nowhere but there', async () => {
  const today = toDay('2026-11-21')
  const me = await staff('VETERAN_COORDINATOR', { unitId: (await unit()).id })
  const { id } = await veteran()
  await owner().contactDraft.create({ data: { id: randomUUID(), personId: id, userId: me.userId, fields: {} } })
  for (const queue of queues) expect((await queueList(me, today, queueState({ queue }))).rows.some((row) => row.id === id), queue).toBe(queue === 'drafts')
})
