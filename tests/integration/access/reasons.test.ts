import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { giveReason, reviewReason } from '@/lib/access/reasons/actions'
import { sampleReasons } from '@/lib/access/reasons/jobs'
import { reasonGround, reasonReviews } from '@/lib/access/reasons/queries'
import { reviewGlass } from '@/lib/oversight/break-glass/actions'
import { glassReviews } from '@/lib/oversight/break-glass/queries'
import { myDay } from '@/lib/casework/day/queries'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { personOverview } from '@/lib/people/record/queries'
import { Prisma } from '@/prisma/generated/client'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

let responsible: Actor
let colleague: Actor
let third: Actor
let manager: Actor
let other: Actor

const mine = async (actor: Actor) => {
  const who = await veteran()
  await owner().assignment.create({ data: { personId: who.id, userId: actor.userId, reason: 'responsible', fromDay: day('2025-01-01') } })
  return who.id
}
const also = async () => ({ sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null })
const open = (actor: Actor, id: string) => personOverview(actor, id, also).then((found) => (found ? 'opened' : 'nobody'), (error: { digest?: string }) => error.digest?.split(';')[2] ?? String(error))
const openedByColleagues = async (actor: Actor) => (await myDay(actor, today(), null)).opened ?? []
const give = (actor: Actor, personId: string, values: Record<string, string> = {}) => as(actor, () => submit(giveReason, { personId, code: 'covering', ...values }))
const views = (personId: string) => owner().auditEvent.findMany({ where: { personId, kind: 'VIEW' }, orderBy: { seq: 'asc' } })

beforeAll(async () => {
  const [unit, elsewhere] = await owner().unit.createManyAndReturn({ data: ['reasons-a', 'reasons-b'].map((code) => ({ code, nameDa: code, nameEn: code })) })
  if (!unit || !elsewhere) throw new Error('No units')
  ;[responsible, colleague, third] = [await staff('VETERAN_COORDINATOR', { unitId: unit.id }), await staff('VETERAN_COORDINATOR', { unitId: unit.id, name: 'Anders' }), await staff('VETERAN_COORDINATOR', { unitId: unit.id })]
  ;[manager, other] = [await staff('MANAGER', { unitId: unit.id }), await staff('MANAGER', { unitId: elsewhere.id })]
})

describe('a person somebody else is responsible for', () => {
  it('opens with a reason, that day, for the one who gave it; and the log says why', async () => {
    const id = await mine(responsible)
    expect(await open(responsible, id)).toBe('opened')
    expect(await open(colleague, id)).toMatch(new RegExp(`^/people/${id}/reason\\?to=`))
    // Nothing was read out, so nothing was seen.
    expect(await views(id)).toHaveLength(1)
    expect(await reasonGround(colleague, id)).toMatchObject({ responsible: [responsible.name], needed: true })
    expect((await give(colleague, id, { to: `/people/${id}/timeline` })).redirectedTo).toBe(`/people/${id}/timeline`)
    expect(await open(colleague, id)).toBe('opened')
    expect((await views(id)).at(-1)?.purpose).toBe('covering')
    expect(await open(third, id)).toContain('/reason')
    await owner().accessReason.updateMany({ where: { personId: id }, data: { day: dayToDb(addDays(today(), -1)) } })
    expect(await open(colleague, id)).toContain('/reason')
  })

  it('is asked for in words where no usual reason fits, and keeps what was typed', async () => {
    const id = await mine(responsible)
    const { state } = await give(colleague, id, { code: 'other', note: 'kort' })
    expect(state).toMatchObject({ fields: { note: [expect.stringContaining('10 tegn')] }, values: { note: 'kort' } })
    await give(colleague, id, { code: 'other', note: 'Naboen ringede og var bekymret' })
    await open(colleague, id)
    expect((await views(id)).at(-1)?.purpose).toBe('other: Naboen ringede og var bekymret')
  })

  it('stands in the log once, however often it is given, and not where nobody asked', async () => {
    const [id, free] = [await mine(responsible), (await veteran()).id]
    for (const who of [id, id, free]) expect((await give(colleague, who)).redirectedTo).toBe(`/people/${who}`)
    expect([await owner().auditEvent.count({ where: { personId: id, action: 'reason.given' } }), await owner().auditEvent.count({ where: { personId: free } }), await owner().accessReason.count({ where: { personId: { in: [id, free] } } })]).toEqual([1, 0, 1])
  })

  it('is not asked about where nobody is responsible, any more or yet', async () => {
    const free = await veteran()
    expect(await open(colleague, free.id)).toBe('opened')
    const id = await mine(responsible)
    await owner().assignment.updateMany({ where: { personId: id }, data: { toDay: dayToDb(addDays(today(), -1)) } })
    expect(await open(colleague, id)).toBe('opened')
  })

  it('is not opened around the question: the database refuses the log, and the reason of a stranger', async () => {
    const id = await mine(responsible)
    const asColleague = <T>(run: (tx: Prisma.TransactionClient) => Promise<T>) => transaction({ role: 'app', token: colleague.token }, run)
    await expect(asColleague((tx) => tx.$queryRaw`SELECT access.audit('VIEW', 'person.viewed', NULL, 'jeg har lov', ${id}::uuid, '{}', NULL)`)).rejects.toThrow('A reason is needed')
    await expect(asColleague((tx) => tx.$queryRaw`SELECT access.audit('DISCLOSURE', 'letter.opened', NULL, NULL, ${id}::uuid, '{}', NULL)`)).rejects.toThrow('A reason is needed')
    const insert = (user: string, who: string, onDay: string) => asColleague((tx) => tx.$executeRaw`INSERT INTO access_reason (user_id, person_id, day, code) VALUES (${user}::uuid, ${who}::uuid, ${onDay}::date, 'covering')`)
    await expect(insert(third.userId, id, today())).rejects.toThrow('row-level security')
    await expect(insert(colleague.userId, id, addDays(today(), 1))).rejects.toThrow('row-level security')
    await expect(insert(colleague.userId, (await person('REFUGEE')).id, today())).rejects.toThrow('row-level security')
    expect((await give(colleague, (await person('REFUGEE')).id)).state?.message).toBe('Personen findes ikke.')
    expect(await reasonGround(colleague, (await person('REFUGEE')).id)).toBeNull()
  })

  it('is told to the one who is responsible, and to no other colleague', async () => {
    const id = await mine(responsible)
    await give(colleague, id)
    expect((await openedByColleagues(responsible)).filter((one) => one.personId === id)).toMatchObject([{ user: 'Anders', code: 'covering' }])
    for (const actor of [colleague, third]) expect((await openedByColleagues(actor)).filter((one) => one.personId === id)).toEqual([])
    // Given the person afterwards, one is told of the others who looked, and not of oneself.
    await owner().assignment.create({ data: { personId: id, userId: colleague.userId, reason: 'test', fromDay: dayToDb(today()) } })
    expect((await openedByColleagues(colleague)).filter((one) => one.personId === id)).toEqual([])
  })

  it('is told to whoever comes back from two weeks away, and not again the day after', async () => {
    const [away, someone] = [await staff('VETERAN_COORDINATOR'), await person('VETERAN')]
    await owner().assignment.create({ data: { personId: someone.id, userId: away.userId, reason: 'test', fromDay: day('2026-01-01') } })
    await give(colleague, someone.id)
    await owner().accessReason.updateMany({ where: { personId: someone.id }, data: { day: dayToDb(addDays(today(), -12)) } })
    const told = async () => (await openedByColleagues(away)).map(({ personId }) => personId)
    const lastSeen = (days: number) => owner().session.create({ data: { userId: away.userId, device: 'x', tokenHash: randomBytes(32), lastSeenAt: new Date(Date.now() - days * 86_400_000), expiresAt: new Date(), idleExpiresAt: new Date() } })
    // Nothing is known of an earlier day at work: as far back as is told at all.
    expect(await told()).toEqual([someone.id])
    await lastSeen(14)
    expect(await told()).toEqual([someone.id])
    await lastSeen(3)
    expect(await told()).toEqual([])
    await owner().accessReason.updateMany({ where: { personId: someone.id }, data: { day: dayToDb(addDays(today(), -45)) } })
    await owner().session.deleteMany({ where: { userId: away.userId, device: 'x' } })
    await lastSeen(60)
    expect(await told()).toEqual([])
  })
})

describe('the sample', () => {
  it('has one of every day that is over, goes to the manager of the unit without the citizen, and is looked at once', async () => {
    const id = await mine(responsible)
    await owner().accessReason.deleteMany({})
    await give(colleague, id)
    expect(await sampleReasons()(null, new AbortController().signal)).toBeNull()
    await owner().accessReason.updateMany({ where: { personId: id }, data: { day: dayToDb(addDays(today(), -1)) } })
    expect(await sampleReasons()(null, new AbortController().signal)).toEqual({ sampled: 1 })
    expect(await sampleReasons()(null, new AbortController().signal)).toBeNull()
    const [waiting] = (await reasonReviews(manager)).open
    expect(waiting).toMatchObject({ user: 'Anders', code: 'covering', responsible: [responsible.name] })
    expect(JSON.stringify(waiting)).not.toContain(id)
    // What was written is about somebody: the log knows of whom it was read, though the manager does not.
    const read = await owner().auditEvent.findFirstOrThrow({ where: { action: 'reason.reviews-listed', actorUserId: manager.userId }, orderBy: { seq: 'desc' } })
    expect(await owner().auditSubject.count({ where: { eventId: read.id, personId: id } })).toBe(1)
    expect((await reasonReviews(other)).open).toEqual([])
    const review = (actor: Actor, values: Record<string, string>) => as(actor, () => submit(reviewReason, { id: waiting?.id ?? '', ...values }))
    expect((await review(other, { verdict: 'fine' })).state?.message).toContain('allerede')
    expect((await review(manager, { verdict: 'follow-up' })).state?.fields).toHaveProperty('note')
    expect((await review(manager, { verdict: 'follow-up', note: 'Vi taler om det på mandag' })).redirectedTo).toBe('/reviews')
    expect((await review(manager, { verdict: 'fine' })).state?.message).toContain('allerede')
    expect(await reasonReviews(manager)).toMatchObject({ open: [], done: [{ verdict: 'follow-up', reviewNote: 'Vi taler om det på mandag' }] })
  })

  it('is never one’s own to look at', async () => {
    const both = await staff('MANAGER', { roles: ['MANAGER', 'VETERAN_COORDINATOR'], unitId: (await owner().user.findUniqueOrThrow({ where: { id: manager.userId } })).unitId ?? '' })
    const id = await mine(responsible)
    await give(both, id)
    await owner().accessReason.updateMany({ where: { personId: id }, data: { sampledAt: new Date() } })
    expect((await reasonReviews(both)).open).toEqual([])
  })

  it('is not about one’s own family: neither the reason nor the emergency', async () => {
    const [id, unitId] = [await mine(responsible), (await owner().user.findUniqueOrThrow({ where: { id: manager.userId } })).unitId ?? '']
    const kin = await staff('MANAGER', { unitId })
    await owner().staffRelation.create({ data: { userId: kin.userId, personId: id, kind: 'SIBLING', fromDay: day('2020-01-01') } })
    await give(colleague, id, { code: 'other', note: 'Søsteren ringede og var bekymret' })
    await owner().accessReason.updateMany({ where: { personId: id }, data: { sampledAt: new Date() } })
    const glass = await owner().breakGlass.create({ data: { userId: colleague.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    const notes = async (actor: Actor) => [...(await reasonReviews(actor)).open, ...(await glassReviews(actor)).open].flatMap(({ note }) => note ?? [])
    expect(await notes(await staff('MANAGER', { unitId }))).toEqual(expect.arrayContaining(['Søsteren ringede og var bekymret', 'Vagten skulle bruge et nummer i nat']))
    expect(await notes(kin)).toEqual([])
    expect((await as(kin, () => submit(reviewGlass, { id: glass.id, verdict: 'fine' }))).state?.message).toBeTruthy()
    expect((await owner().breakGlass.findUniqueOrThrow({ where: { id: glass.id } })).verdict).toBeNull()
  })
})
