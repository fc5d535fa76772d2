import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { breakGlass, endGlass, reviewGlass } from '@/lib/oversight/break-glass/actions'
import { glassReviews } from '@/lib/oversight/break-glass/queries'
import type { Actor } from '@/lib/access/permissions'
import { updateCpr } from '@/lib/people/cpr/actions'
import { transaction } from '@/lib/platform/db'
import { updatePerson, updateStatus } from '@/lib/people/record/actions'
import { personOverview } from '@/lib/people/record/queries'
import { assign } from '@/lib/people/responsible/actions'
import { addRole, endRole } from '@/lib/people/roles/actions'
import { Prisma } from '@/prisma/generated/client'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

let caseworker: Actor
let manager: Actor
let officer: Actor
let other: Actor
let nth = 0

const also = async () => ({ sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null })
const open = async (actor: Actor, id: string) => (await personOverview(actor, id, also))?.bar ?? null
const note = 'Borgeren ringer fra skadestuen og kan ikke huske sin medicin'
const somebody = (data: object = {}, kind: 'VETERAN' | 'REFUGEE' = 'VETERAN') => person(kind, { firstName: 'Nød', lastName: `Hjælp${'abcdefghijklmnopqrstuvwxyz'[nth++ % 26]}${nth}`, birthDate: day('1980-03-04'), ...data })
const smash = (actor: Actor, who: { firstName: string; lastName: string }, values: Record<string, string> = {}) =>
  as(actor, () => submit(breakGlass, { name: `${who.firstName} ${who.lastName}`, 'born.day': '4', 'born.month': '3', 'born.year': '1980', code: 'danger', note, hours: '4', ...values }))

beforeAll(async () => {
  const [unit, elsewhere] = await owner().unit.createManyAndReturn({ data: ['glass-a', 'glass-b'].map((code) => ({ code, nameDa: code, nameEn: code })) })
  if (!unit || !elsewhere) throw new Error('No units')
  ;[caseworker, manager, officer, other] = [await staff('CASEWORKER', { unitId: unit.id, name: 'Jonas' }), await staff('MANAGER', { unitId: unit.id }), await staff('DATA_PROTECTION_OFFICER', { unitId: elsewhere.id }), await staff('MANAGER', { unitId: elsewhere.id })]
})

describe('breaking the glass', () => {
  it('opens one person out of reach, with a banner, a mark in the log and word to those who look after it', async () => {
    const [who, beside] = [await somebody(), await somebody()]
    expect(await open(caseworker, who.id)).toBeNull()
    expect((await smash(caseworker, who)).redirectedTo).toBe(`/people/${who.id}`)
    const bar = await open(caseworker, who.id)
    expect(new Date(bar?.glass?.until ?? 0).getTime() - Date.now()).toBeGreaterThan(3.9 * 3_600_000)
    expect(await open(caseworker, beside.id)).toBeNull()
    const [looked] = await owner().auditEvent.findMany({ where: { personId: who.id, kind: 'VIEW' } })
    expect([looked?.purpose, looked?.details]).toEqual(['break-glass: danger', expect.objectContaining({ breakGlass: bar?.glass?.id })])
    const mails = await owner().outboxMessage.findMany({ where: { userId: { in: [manager.userId, officer.userId, other.userId, caseworker.userId] } } })
    expect(mails.map((mail) => mail.userId).sort()).toEqual([manager.userId, officer.userId].sort())
    for (const mail of mails) expect(`${mail.subject} ${mail.body}`).not.toContain(who.lastName)
    expect(mails[0]?.body).toContain('Jonas')
    const [jobs] = await owner().$queryRaw<{ waiting: number }[]>`SELECT count(*)::int AS waiting FROM pgboss.job WHERE name = 'outbox.send' AND data ->> 'messageId' = ANY (${mails.map(({ id }) => id)})`
    expect(jobs?.waiting).toBe(2)
  })

  it('opens nothing that would outlast it: no role, no responsibility, no merge', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const [who, mine] = [await somebody({}, 'REFUGEE'), await veteran()]
    expect((await smash(coordinator, who)).redirectedTo).toBe(`/people/${who.id}`)
    const tried = (sql: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRawUnsafe(sql)).catch((error: Error) => (/row-level security/.test(error.message) ? 'refused' : error.message))
    const [role, care] = ['person_role (person_id, kind', 'assignment (person_id, user_id, reason'].map((into) => `INSERT INTO ${into}, from_day) VALUES `)
    expect(await tried(`${role}('${who.id}', 'VETERAN', current_date)`)).toBe('refused')
    expect(await tried(`${care}('${who.id}', '${caseworker.userId}', 'responsible', current_date)`)).toBe('refused')
    expect([await tried(`${role}('${mine.id}', 'RELATIVE', current_date)`), await tried(`${care}('${mine.id}', '${caseworker.userId}', 'responsible', current_date)`)]).toEqual([1, 1])
    const merged = (one: string, two: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRaw<{ said: object }[]>`SELECT access.merge_people(${one}::uuid, ${two}::uuid, '{}', false, false) AS said`)
    expect([await merged(mine.id, who.id), await merged(who.id, mine.id)]).toEqual([[{ said: { refused: 'notFound' } }], [{ said: { refused: 'notFound' } }]])
  })

  it('says so in every form that would outlast it, and not that somebody else saved', async () => {
    const who = await somebody()
    const second = await owner().personRole.create({ data: { personId: who.id, kind: 'RELATIVE', fromDay: day('2020-01-01') } })
    await smash(caseworker, who)
    const version = String((await open(caseworker, who.id))?.version)
    const [registered, since] = [{ 'registeredOn.day': '1', 'registeredOn.month': '2', 'registeredOn.year': '2020' }, { 'fromDay.day': '1', 'fromDay.month': '2', 'fromDay.year': '2020' }]
    const tries = await as(caseworker, async () => [
      await submit(updatePerson, { personId: who.id, version, firstName: 'Ny', lastName: who.lastName, language: 'da', digitalPost: 'UNKNOWN', ...registered }),
      await submit(updateStatus, { personId: who.id, version, 'diedOn.day': '1', 'diedOn.month': '2', 'diedOn.year': '2020' }),
      await submit(updateCpr, { personId: who.id, version, cpr: '' }),
      await submit(endRole, { personId: who.id, row: second.id }),
    ])
    expect(tries.map(({ state }) => state?.message?.includes('Under nødadgang') || state)).toEqual([true, true, true, true])
    const coordinator = await staff('VETERAN_COORDINATOR')
    const refugee = await somebody({}, 'REFUGEE')
    await smash(coordinator, refugee)
    const given = await as(coordinator, async () => [await submit(addRole, { personId: refugee.id, kind: 'VETERAN', ...since }), await submit(assign, { personId: refugee.id, userId: caseworker.userId, replace: 'add' })])
    expect(given.map(({ state }) => state?.message?.includes('Under nødadgang') || state)).toEqual([true, true])
    expect(await owner().auditEvent.count({ where: { personId: { in: [who.id, refugee.id] }, action: { in: ['person.updated', 'person.status-changed', 'person.cpr-changed', 'role.ended', 'role.added', 'assignment.added'] } } })).toBe(0)
  })

  it('is over with its hours, at once when ended, with the role, and with the newest that was ended', async () => {
    const who = await somebody()
    await smash(caseworker, who, { hours: '24' })
    await smash(caseworker, who, { hours: '1' })
    const bar = await open(caseworker, who.id)
    expect((await as(caseworker, () => submit(endGlass, { id: bar?.glass?.id ?? '' }))).redirectedTo).toBe('/people')
    expect(await open(caseworker, who.id)).toBeNull()
    expect((await as(caseworker, () => submit(endGlass, { id: bar?.glass?.id ?? '' }))).state?.message).toContain('slut')
    const late = await somebody()
    await smash(caseworker, late)
    await owner().$executeRaw`UPDATE break_glass SET from_at = now() - interval '5 hours', until_at = now() - interval '1 second' WHERE person_id = ${late.id}::uuid`
    expect(await open(caseworker, late.id)).toBeNull()
    const gone = await staff('CASEWORKER')
    await smash(gone, late)
    expect(await open(gone, late.id)).not.toBeNull()
    await owner().roleGrant.updateMany({ where: { userId: gone.userId }, data: { toDay: day('2025-01-01') } })
    await expect(open(gone, late.id)).resolves.toBeNull()
  })

  it('lifts no block: own family, shielded, protected without clearance answer as nobody does', async () => {
    const own = await somebody()
    const family = await staff('CASEWORKER', { personId: own.id })
    const refused = [await smash(family, own), await smash(caseworker, await somebody({ protection: 'P3' })), await smash(caseworker, await somebody({ protection: 'P1' })), await smash(caseworker, { firstName: 'Findes', lastName: 'Ikke' })]
    expect(new Set(refused.map(({ state }) => JSON.stringify(state?.fields))).size).toBe(1)
    expect(refused[0]?.state?.fields?.cpr?.[0]).toContain('Ingen')
    const later = await somebody()
    await smash(caseworker, later)
    await owner().person.update({ where: { id: later.id }, data: { protection: 'P2', protectionReviewOn: day('2030-01-01') } })
    expect(await open(caseworker, later.id)).toBeNull()
    const cleared = await staff('CASEWORKER', { clearances: ['PROTECTED_ADDRESS'] })
    await smash(cleared, later)
    expect(await open(cleared, later.id)).not.toBeNull()
    // Shielded after it was opened: that it was tells nobody that it is there still.
    const since = await somebody()
    await smash(caseworker, since)
    await owner().person.update({ where: { id: since.id }, data: { protection: 'P3', protectionReviewOn: day('2030-01-01') } })
    const changed = (personId: string) => as(caseworker, () => submit(updatePerson, { personId, version: '1', firstName: 'Ny', lastName: 'Nyt', language: 'da', digitalPost: 'UNKNOWN', 'registeredOn.day': '1', 'registeredOn.month': '2', 'registeredOn.year': '2020' }))
    expect((await changed(since.id)).state?.message).toBe((await changed(randomUUID())).state?.message)
  })

  it('asks for a reason in words, and for hours that are offered', async () => {
    const who = await somebody()
    for (const [values, field] of [[{ note: 'for kort' }, 'note'], [{ hours: '48' }, 'hours'], [{ code: 'nysgerrig' }, 'code'], [{ name: '' }, 'cpr']] as const)
      expect((await smash(caseworker, who, values)).state?.fields, field).toHaveProperty(field)
    expect((await smash(await staff('VOLUNTEER_LEAD'), who)).state?.message).toContain('ikke')
    await expect(transaction({ role: 'app', token: caseworker.token }, (tx) => tx.$executeRaw`INSERT INTO break_glass (user_id, person_id, code, note, until_at) VALUES (${caseworker.userId}::uuid, ${who.id}::uuid, 'duty', ${note}, now() + interval '1 hour')`)).rejects.toThrow('permission denied')
    await expect(transaction({ role: 'app', token: manager.token }, (tx) => tx.$queryRaw`SELECT access.break_glass(NULL, 'nod', '1980-03-04', 'duty', ${note}, 4)`)).rejects.toThrow('Not allowed')
  })

  it('is looked at by somebody else, once; who waits too long for it breaks no other', async () => {
    const [who, next] = [await veteran(), await somebody()]
    const hasty = await staff('CASEWORKER', { unitId: manager.unitId ?? '', name: 'Hastig' })
    await owner().breakGlass.create({ data: { userId: hasty.userId, personId: who.id, code: 'duty', note, fromAt: new Date(Date.now() - 8 * 86_400_000), untilAt: new Date(Date.now() - 8 * 86_400_000 + 3_600_000) } })
    expect((await smash(hasty, next)).state?.message).toContain('ikke gennemgået')
    const waiting = (await glassReviews(manager)).open.find((row) => row.user === 'Hastig')
    expect(waiting).toMatchObject({ overdue: true, looks: 0, note })
    expect(JSON.stringify(waiting)).not.toContain(who.id)
    expect((await glassReviews(other)).open.filter((row) => row.user === 'Hastig')).toEqual([])
    const review = (actor: Actor, values: Record<string, string>) => as(actor, () => submit(reviewGlass, { id: waiting?.id ?? '', verdict: 'fine', ...values }))
    expect((await review(other, {})).state?.message).toContain('allerede')
    expect((await review(manager, { verdict: 'follow-up' })).state?.fields).toHaveProperty('note')
    expect((await review(officer, {})).redirectedTo).toBe('/reviews')
    expect((await review(manager, {})).state?.message).toContain('allerede')
    expect((await smash(hasty, next)).redirectedTo).toBe(`/people/${next.id}`)
  })
})
