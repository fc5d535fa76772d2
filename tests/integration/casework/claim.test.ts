import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { claimCase } from '@/lib/casework/queues/actions'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { type OneCase, twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

type Ground = Awaited<ReturnType<typeof twoUnits>>
let sender: Actor, near: Actor, other: Actor, job: string, opened: Ground['opened']
const day = today()
const waiting = async (actor: Actor) => (await queueList(actor, day, queueState({ queue: 'unclaimed' }))).free
const sees = async (actor: Actor, { caseId }: OneCase) => (await waiting(actor)).some(({ id }) => id === caseId)
const claim = (actor: Actor, caseId: string) => as(actor, () => submit(claimCase, { unclaimedId: caseId }))
const reads = async (actor: Actor, { personId }: OneCase) => (await personCases(actor, personId, async () => null)) !== null
/** Nobody has it since the day before yesterday. */
const left = async (data: Parameters<Ground['opened']>[0] = {}) => {
  const one = await opened(data)
  await owner().assignment.updateMany({ where: { caseId: one.caseId }, data: { toDay: dayToDb(addDays(day, -2)) } })
  return one
}

beforeAll(async () => {
  ;({ sender, near, other, job, opened } = await twoUnits())
})

describe('a case nobody has', () => {
  it('waits for its own unit alone, by name and subject, and opens nothing before it is taken', async () => {
    const one = await left()
    expect((await waiting(near)).find(({ id }) => id === one.caseId)).toMatchObject({ personId: one.personId, kind: 'employment', about: 'Praktik', openedOn: addDays(day, -9), since: addDays(day, -1) })
    expect([await sees(sender, one), await sees(other, one), await sees(await staff('CASEWORKER'), one)]).toEqual([true, false, false])
    expect(await reads(near, one)).toBe(false)
    expect((await queueList(near, day, queueState({}))).counts.unclaimed).toBe((await waiting(near)).length)
    const event = await owner().auditEvent.findFirstOrThrow({ where: { actorUserId: near.userId, action: 'case.queue-listed', subjects: { some: { personId: one.personId } } } })
    expect(event.kind).toBe('LIST')
  })

  it('is opened without a caseworker by whoever shares out cases, and waits', async () => {
    const lead = await staff('VETERAN_COORDINATOR', { unitId: job })
    const { id } = await veteran()
    expect((await as(lead, () => submit(openCase, { personId: id, kind: 'employment', about: 'Flyttet hertil', userId: 'unit' }))).redirectedTo).toBe(`/people/${id}/cases`)
    expect(await owner().assignment.count({ where: { personId: id } })).toBe(0)
    expect((await waiting(near)).find(({ personId }) => personId === id)).toMatchObject({ about: 'Flyttet hertil', openedOn: day, since: day })
  })

  it('is taken in one step, which gives the person with it and stands in the log', async () => {
    const one = await left()
    expect((await claim(near, one.caseId)).redirectedTo).toBe(`/people/${one.personId}/cases`)
    expect([await reads(near, one), await sees(near, one)]).toEqual([true, false])
    expect(await owner().assignment.findMany({ where: { caseId: one.caseId, toDay: null }, select: { userId: true, caseRole: true, personId: true, createdBy: true } })).toEqual([{ userId: near.userId, caseRole: 'coordinator', personId: one.personId, createdBy: near.userId }])
    expect(await owner().auditEvent.count({ where: { personId: one.personId, action: 'case.claimed', actorUserId: near.userId, kind: 'CHANGE' } })).toBe(1)
  })

  it('goes to one of two who take it at once, and the other is told who was first', async () => {
    for (let nth = 0; nth < 5; nth++) {
      const one = await left()
      const answers = await Promise.all([claim(near, one.caseId), claim(sender, one.caseId)])
      const first = answers.findIndex(({ redirectedTo }) => redirectedTo)
      expect(answers.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
      expect(answers[1 - first]?.state?.message).toMatch(new RegExp(`^${[near, sender][first]?.name} var først og tog sagen .* kl\\. `))
      expect(await owner().assignment.count({ where: { caseId: one.caseId, toDay: null } })).toBe(1)
    }
  })

  it('is not to be taken by another unit, without the right, once it is closed, or when somebody has had it longer', async () => {
    const [one, closed, had] = [await left(), await left(), await opened()]
    await owner().caseState.create({ data: { caseId: closed.caseId, personId: closed.personId, number: 2, state: 'closed', outcome: 'goal', fromDay: dayToDb(day), recordedBy: sender.userId } })
    const gone = 'Sagen venter ikke længere på nogen.'
    for (const [who, what] of [[other, one], [near, closed], [near, had]] as const) expect((await claim(who, what.caseId)).state?.message).toBe(gone)
    expect((await claim(near, crypto.randomUUID())).state?.message).toBe(gone)
    expect((await claim(await staff('MANAGER', { unitId: job }), one.caseId)).state?.message).toContain('adgang')
    expect(await owner().assignment.count({ where: { caseId: { in: [one.caseId, closed.caseId] }, toDay: null } })).toBe(0)
  })

  it('keeps the blocks no role lifts: a shielded person, one’s own family', async () => {
    const [shielded, kin, dead] = [await left({ protection: 'P3' }), await left(), await left({ diedOn: dayToDb(day) })]
    await owner().staffRelation.create({ data: { userId: near.userId, personId: kin.personId, kind: 'family', fromDay: dayToDb(addDays(day, -9)) } })
    for (const one of [shielded, kin, dead]) {
      expect(await sees(near, one)).toBe(false)
      expect((await claim(near, one.caseId)).state?.message).toBe('Sagen venter ikke længere på nogen.')
    }
    expect(await sees(sender, kin)).toBe(true)
    expect(await sees(await staff('CASEWORKER', { unitId: job, clearances: ['SHIELDED'] }), shielded)).toBe(true)
  })

  it('is also that of a colleague who is no longer here; taken, it is nobody else’s', async () => {
    const one = await opened()
    await owner().$executeRaw`UPDATE assignment SET to_day = NULL WHERE case_id = ${one.caseId}::uuid`
    const former = await staff('CASEWORKER', { unitId: job })
    await owner().assignment.updateMany({ where: { caseId: one.caseId }, data: { userId: former.userId } })
    expect(await sees(near, one)).toBe(false)
    await owner().user.update({ where: { id: former.userId }, data: { active: false } })
    await owner().assignment.updateMany({ where: { caseId: one.caseId }, data: { toDay: null } })
    expect(await sees(near, one)).toBe(true)
    await claim(near, one.caseId)
    expect(await owner().assignment.findMany({ where: { caseId: one.caseId, toDay: null }, select: { userId: true } })).toEqual([{ userId: near.userId }])
  })
})
