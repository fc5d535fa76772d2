import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { changeAbsence, planAbsence } from '@/lib/casework/handover/cover/actions'
import { myDay } from '@/lib/casework/day/queries'
import { handoverBrief, planning } from '@/lib/casework/handover/cover/queries'
import { handover } from '@/lib/casework/handover/queries'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { addDays, type Day, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { referredTo } from '../../support/referrals'

const day = today()
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const sees = (actor: Actor, id: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.person.count({ where: { id } }))
const team = async () => {
  const unitId = (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Dækning', nameEn: 'Cover' } })).id
  const [away, cover, other] = [await staff('CASEWORKER', { unitId, name: 'Borte' }), await staff('CASEWORKER', { unitId, name: 'Dækker' }), await staff('CASEWORKER', { unitId, name: 'Anden' })]
  return { unitId, away, cover, other }
}
const mine = async (by: Actor, data = {}) => {
  const { id } = await person('JOBCENTRE_CLIENT', data)
  await owner().assignment.create({ data: { personId: id, userId: by.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  return id
}
const plan = (by: Actor, away: Actor, cover: Actor | null, from: Day, to: Day, own: Record<string, string> = {}) =>
  as(by, () => submit(planAbsence, { userId: away.userId, all: cover?.userId ?? '', ...boxes('fromOn', from), ...boxes('untilOn', to), ...Object.fromEntries(Object.entries(own).map(([id, who]) => [`cover.${id}`, who])) }))
const absenceOf = (away: Actor) => owner().absence.findFirstOrThrow({ where: { userId: away.userId }, orderBy: { createdAt: 'desc' } })
const end = (by: Actor, id: string, version: number, to: Day | null) => as(by, () => submit(changeAbsence, { absenceId: id, version: String(version), ...(to ? boxes('untilOn', to) : { now: 'yes' }) }))
const shift = (id: string, days: number) => owner().$executeRaw`WITH b AS (UPDATE absence SET from_day = from_day + ${days}::int, to_day = to_day + ${days}::int WHERE id = ${id}::uuid) UPDATE assignment SET from_day = from_day + ${days}::int, to_day = to_day + ${days}::int WHERE absence_id = ${id}::uuid`
let giver: Actor
beforeAll(async () => { giver = await staff('VETERAN_COORDINATOR') })

describe('a cover', () => {
  it('has the people from the first day through the last, and on the day before and after not', async () => {
    const { away, cover, other } = await team()
    const id = await mine(away)
    expect((await plan(away, away, cover, day, addDays(day, 3))).redirectedTo).toBe('/handover')
    const { id: absence } = await absenceOf(away)
    const on = async (days: number) => { await shift(absence, days); const seen = await sees(cover, id); await shift(absence, -days); return seen }
    // The days are shifted and not the clock: today is the last day before, the first, the last, and the day after.
    expect([await on(1), await on(0), await on(-3), await on(-4)]).toEqual([0, 1, 1, 0])
    expect([await sees(away, id), await sees(other, id)]).toEqual([1, 0])
    expect((await queueList(cover, day, queueState({ queue: 'mine' }))).rows.find((row) => row.id === id)?.cover).toEqual({ name: 'Borte', to: addDays(day, 3) })
  })

  it('is one for all, another for some, and nobody for some', async () => {
    const { away, cover, other } = await team()
    const [one, two, three] = [await mine(away), await mine(away), await mine(away)]
    await plan(away, away, cover, day, day, { [two]: other.userId, [three]: 'nobody' })
    expect(await Promise.all([one, two, three].map(async (id) => [await sees(cover, id), await sees(other, id)]))).toEqual([[1, 0], [0, 1], [0, 0]])
  })

  it('reads and writes as the one responsible, and has no case to hand over', async () => {
    const { away, cover } = await team()
    const id = await mine(away)
    await as(away, () => submit(openCase, { personId: id, kind: 'employment', about: '' }))
    await plan(away, away, cover, day, addDays(day, 1))
    const [found] = (await personCases(cover, id, async () => null))?.content?.more.cases ?? []
    expect(found?.mine).toBe(false)
  })

  it('is not family, nobody shielded without a clearance, nobody who is away or of a role without people, and not oneself', async () => {
    const { unitId, away, cover, other } = await team()
    const [kin, shielded] = [await mine(away), await mine(away, { protection: 'P3' })]
    await owner().staffRelation.create({ data: { userId: cover.userId, personId: kin, kind: 'CHILD', fromDay: new Date('2020-01-01') } })
    await owner().assignment.create({ data: { personId: shielded, userId: away.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    expect((await plan(away, away, cover, day, day)).state?.fields).toHaveProperty('all')
    expect(await owner().absence.count({ where: { userId: away.userId } })).toBe(0)
    await plan(other, other, cover, addDays(day, 2), addDays(day, 4)).catch(() => null)
    await owner().absence.create({ data: { userId: other.userId, fromDay: dayToDb(day), toDay: dayToDb(day), createdBy: other.userId } })
    expect((await plan(away, away, other, day, day)).state?.fields).toHaveProperty('all')
    expect((await plan(away, away, await staff('MANAGER', { unitId }), day, day)).state?.fields).toHaveProperty('all')
    expect((await plan(away, away, away, day, day)).state?.fields).toHaveProperty('all')
  })

  it('is planned for oneself, or by whoever gives people to others; not for a colleague, and of nobody one does not have', async () => {
    const { away, cover, other } = await team()
    const id = await mine(away)
    expect((await plan(other, away, cover, day, day)).redirectedTo).toBeNull()
    expect(await planning(other, away.userId, day)).toBeNull()
    expect((await planning(giver, away.userId, day))?.user.name).toBe('Borte')
    expect((await planning(away, undefined, day))?.candidates.map(({ name }) => name)).toEqual(['Anden', 'Dækker'])
    const said = (by: Actor, who: Actor, people: string[]) => transaction({ role: 'app', token: by.token }, async (tx) => (await tx.$queryRaw<{ said: { why?: string; covered?: number } }[]>`SELECT access.plan_absence(${who.userId}::uuid, ${day}::date, ${day}::date, ${JSON.stringify(people.map((one) => ({ person_id: one, user_id: cover.userId })))}::jsonb) AS said`)[0]?.said)
    expect(await said(other, away, [id])).toEqual({ why: 'gone' })
    const strangers = await mine(cover)
    expect(await said(away, away, [strangers, randomUUID()])).toMatchObject({ covered: 0 })
    // Covering does not let one pass the people on.
    expect(await said(await staff('MANAGER'), away, [id])).toEqual({ why: 'gone' })
    const insert = `INSERT INTO assignment (person_id, user_id, reason, from_day, to_day, absence_id) VALUES ('${id}', '${away.userId}', 'cover', current_date, current_date, '${(await absenceOf(away)).id}')`
    await expect(transaction({ role: 'app', token: giver.token }, (tx) => tx.$executeRawUnsafe(insert))).rejects.toThrow(/row-level security/)
  })

  it('does not overlap: the second is told, also of two at the same moment', async () => {
    const { away, cover } = await team()
    await mine(away)
    const both = await Promise.all([plan(away, away, cover, day, addDays(day, 5)), plan(away, away, cover, addDays(day, 5), addDays(day, 9))])
    expect(both.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect(both.find(({ redirectedTo }) => !redirectedTo)?.state?.fields).toHaveProperty('fromOn')
    expect((await plan(away, away, cover, addDays(day, -1), day)).state?.fields).toHaveProperty('fromOn')
  })
})

describe('the end of a cover', () => {
  it('comes early with one click, or later; of two who change it the second is told', async () => {
    const { away, cover, other } = await team()
    const id = await mine(away)
    await plan(away, away, cover, day, addDays(day, 3))
    const { id: absence } = await absenceOf(away)
    expect((await end(other, absence, 1, null)).redirectedTo).toBeNull()
    expect((await end(cover, absence, 1, addDays(day, 30))).redirectedTo).toBeNull()
    expect((await end(away, absence, 1, addDays(day, 9))).redirectedTo).toBe('/handover')
    expect(await owner().assignment.findMany({ where: { absenceId: absence }, select: { toDay: true } })).toEqual([{ toDay: dayToDb(addDays(day, 9)) }])
    expect((await end(away, absence, 1, null)).state?.message).toMatch(/ændret imens/)
    await end(away, absence, 2, null)
    expect([await sees(cover, id), await sees(away, id)]).toEqual([0, 1])
    expect((await end(away, absence, 3, addDays(day, 2))).redirectedTo).toBeNull()
  })

  it('is not later than the responsibility it is for', async () => {
    const { away, cover } = await team()
    const [id, stays] = [await mine(away), await mine(away)]
    await plan(away, away, cover, day, addDays(day, 3))
    await owner().assignment.updateMany({ where: { personId: id, userId: away.userId }, data: { toDay: dayToDb(addDays(day, -1)) } })
    expect([await sees(cover, id), await sees(cover, stays)]).toEqual([0, 1])
    const later = await mine(away)
    await owner().assignment.updateMany({ where: { personId: later, userId: away.userId }, data: { toDay: dayToDb(addDays(day, 12)) } })
    await plan(away, away, cover, addDays(day, 10), addDays(day, 20))
    expect(await owner().assignment.findFirst({ where: { personId: later, userId: cover.userId }, select: { toDay: true } })).toEqual({ toDay: dayToDb(addDays(day, 12)) })
  })
})

describe('what is handed over', () => {
  it('stands on one sheet for those who reach the people, and for nobody else', async () => {
    const { away, cover, other } = await team()
    const id = await mine(away)
    await owner().personNote.create({ data: { personId: id, text: 'Ring efter kl. 13', recordedBy: away.userId } })
    await owner().contact.create({ data: { personId: id, outcome: 'reached', channel: 'phone', happenedAt: new Date(), agreed: 'Vi ses tirsdag', nextOn: dayToDb(addDays(day, 2)), nextStep: 'Møde', recordedBy: away.userId } })
    await owner().task.createMany({ data: [1, 30].map((days) => ({ personId: id, text: `Om ${days} dage`, dueOn: dayToDb(addDays(day, days)), createdBy: away.userId })) })
    await referredTo(id, away)
    await referredTo(id, away, 'refused')
    await plan(away, away, cover, day, addDays(day, 3))
    const { id: absence } = await absenceOf(away)
    const { result: brief, statements } = await countQueries(() => handoverBrief(cover, absence, day))
    expect(brief?.people[0]?.referrals).toMatchObject([{ to: { nameDa: 'Borgernes Hus' }, state: 'sent', answerBy: addDays(day, 5), consentUntil: addDays(day, 60) }])
    expect(statements.length).toBeLessThanOrEqual(3)
    expect((await handoverBrief(cover, absence, day))?.people).toMatchObject([{ id, note: 'Ring efter kl. 13', last: { on: day, agreed: 'Vi ses tirsdag' }, next: { on: addDays(day, 2), text: 'Møde' }, tasks: [{ text: 'Om 1 dage' }], cover: 'Dækker' }])
    expect((await handover(cover, day)).absences).toMatchObject([{ id: absence, mine: true, covers: [{ name: 'Dækker', people: 1 }] }])
    expect((await handover(away, day)).absences).toMatchObject([{ id: absence, mine: false, covers: [{ name: 'Dækker', people: 1 }] }])
    expect((await handover(other, day)).absences).toEqual([])
    expect(await handoverBrief(other, absence, day)).toBeNull()
    await shift(absence, 1)
    expect((await handoverBrief(cover, absence, day))?.people).toEqual([])
  })

  it('is told whoever comes back, for two weeks', async () => {
    const { away, cover } = await team()
    const [worked] = [await mine(away), await mine(away)]
    await plan(away, away, cover, day, day)
    const { id: absence } = await absenceOf(away)
    await owner().contact.create({ data: { personId: worked, outcome: 'reached', channel: 'phone', happenedAt: new Date(), recordedBy: cover.userId } })
    await owner().contact.create({ data: { personId: worked, outcome: 'reached', channel: 'phone', happenedAt: new Date(), recordedBy: away.userId } })
    const whileAway = async (who: Actor, on: Day) => (await myDay(who, on, null)).away
    expect(await whileAway(away, day)).toBeNull()
    expect((await whileAway(away, addDays(day, 1)))?.people).toEqual([{ id: worked, name: expect.any(String), cover: 'Dækker', contacts: 1, tasks: 0, states: 0 }])
    expect([(await whileAway(away, addDays(day, 14)))?.absenceId, await whileAway(away, addDays(day, 15)), await whileAway(cover, addDays(day, 1))]).toEqual([absence, null, null])
  })
})
