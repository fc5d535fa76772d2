import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { personCases } from '@/lib/casework/cases/queries'
import { decideAtMeeting, endMeeting, markForMeeting, moveMeeting, takeOffMeeting } from '@/lib/casework/meetings/actions'
import { meetings, openMeeting } from '@/lib/casework/meetings/queries'
import { withdrawConsent } from '@/lib/consent/register/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { type OneCase, twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { table } from '../../support/meetings'

type Ground = Awaited<ReturnType<typeof twoUnits>>
let g: Ground, elsewhere: Actor
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
const WORDS = 'Praktikken, og hvem der følger med'
const mark = (one: OneCase, meetingId: string, by: Actor = g.sender, words = WORDS) => as(by, () => submit(markForMeeting, { ...one, meetingId, words }))
const items = async (actor: Actor, meetingId: string) => (await openMeeting(actor, meetingId))?.items.map(({ open }) => open?.words ?? null) ?? null
/** A meeting of both units, with a case on it that the other may read about. */
const shared = async (more: Parameters<Ground['opened']>[0] = {}) => {
  const one = await g.opened(more)
  const { id } = await g.consent(one.personId)
  const meetingId = await table(g.job, [g.sender, g.near, g.receiver])
  expect((await mark(one, meetingId)).redirectedTo).toBeDefined()
  return { ...one, consentId: id, meetingId }
}

beforeAll(async () => {
  g = await twoUnits()
  elsewhere = await staff('CASEWORKER', { unitId: (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Tredje', nameEn: 'Third' } })).id })
})

describe('what stands on an agenda', () => {
  it('is read by those at the table who have the person or whose unit the person said yes to; the others see that there is an item', async () => {
    const { meetingId, personId } = await shared()
    expect(await items(g.sender, meetingId)).toEqual([WORDS])
    expect(await items(g.receiver, meetingId)).toEqual([WORDS])
    // Of the unit that has the case, at the table, and without the person; of the other unit, and not at the table.
    expect(await items(g.near, meetingId)).toEqual([null])
    expect(await items(g.other, meetingId)).toBeNull()
    expect((await openMeeting(g.near, meetingId))?.items).toEqual([{ nth: 1, open: null }])
    expect((await openMeeting(g.receiver, meetingId))?.items[0]?.open).toMatchObject({ reach: false, mayMinute: false, unit: { nameDa: 'Jobcentret' } })
    const seen = await owner().auditSubject.findMany({ where: { personId }, select: { event: { select: { action: true, actorUserId: true } } } })
    expect(seen.filter(({ event }) => event.action === 'meeting.viewed').map(({ event }) => event.actorUserId).sort()).toEqual([g.sender.userId, g.receiver.userId, g.receiver.userId].sort())
  })

  it('is gone at the next statement for those whose consent is taken back or has run out', async () => {
    const back = await shared()
    await as(g.sender, () => submit(withdrawConsent, { personId: back.personId, consentId: back.consentId, how: 'spoken', note: '' }))
    expect(await items(g.receiver, back.meetingId)).toEqual([null])
    expect(await items(g.sender, back.meetingId)).toEqual([WORDS])
    // Whoever has the person is told who at the table may not hear of it.
    expect((await openMeeting(g.sender, back.meetingId))?.items[0]?.open?.lacks).toEqual([{ nameDa: 'Veteranindsatsen', nameEn: 'Veteranindsatsen' }])
    const over = await shared()
    await owner().consent.update({ where: { id: over.consentId }, data: { expiresOn: dayToDb(addDays(today(), -1)) } })
    expect(await items(g.receiver, over.meetingId)).toEqual([null])
  })

  it('is not read by the person’s own family, nor of somebody shielded, whatever the consent says', async () => {
    const kin = await shared()
    await owner().staffRelation.create({ data: { userId: g.receiver.userId, personId: kin.personId, kind: 'brother', fromDay: new Date('2026-01-01') } })
    expect(await items(g.receiver, kin.meetingId)).toEqual([null])
    const hidden = await shared()
    await owner().person.update({ where: { id: hidden.personId }, data: { protection: 'P3' } })
    expect(await items(g.receiver, hidden.meetingId)).toEqual([null])
    expect(await items(g.sender, hidden.meetingId)).toEqual([null])
    const dead = await shared()
    await owner().person.update({ where: { id: dead.personId }, data: { diedOn: dayToDb(today()) } })
    expect(await items(g.receiver, dead.meetingId)).toEqual([null])
  })

  it('is counted and not named in the list; a meeting of others is not there', async () => {
    const { meetingId, personId } = await shared()
    const one = async (actor: Actor) => (await meetings(actor)).find(({ id }) => id === meetingId)
    for (const who of [g.sender, g.near, g.receiver]) expect((await one(who))?.count).toBe(1)
    for (const who of [g.other, elsewhere]) {
      expect(await one(who)).toBeUndefined()
      expect(await openMeeting(who, meetingId)).toBeNull()
      expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT * FROM access.meeting_agenda(${meetingId}::uuid)`)).toEqual([])
      expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT access.meeting_count(${meetingId}::uuid) AS n`)).toEqual([{ n: 0 }])
    }
    // Of the unit, and not at the table: that there is a meeting and how long its agenda is.
    const aside = await staff('CASEWORKER', { unitId: g.job })
    expect(await items(aside, meetingId)).toEqual([null])
    // Also to whoever has the person: they read it on the case.
    await owner().assignment.create({ data: { personId, userId: aside.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    expect(await items(aside, meetingId)).toEqual([null])
  })

  it('is read behind emergency access and not written', async () => {
    const { meetingId, personId, caseId } = await shared()
    await owner().breakGlass.create({ data: { userId: g.near.userId, personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect(await items(g.near, meetingId)).toEqual([WORDS])
    const item = await owner().meetingItem.findFirstOrThrow({ where: { meetingId } })
    await owner().meeting.update({ where: { id: meetingId }, data: { onDay: dayToDb(today()) } })
    const write = [submit.bind(null, decideAtMeeting, { personId, meetingItemId: item.id, text: 'Vi gør det' }), submit.bind(null, takeOffMeeting, { personId, meetingItemId: item.id }), submit.bind(null, markForMeeting, { personId, caseId, meetingId: await table(g.job, [g.near]), words: 'x' })]
    for (const run of write) expect((await as(g.near, run)).state?.message).toContain('nødadgang')
    await expect(asked(g.near, `INSERT INTO meeting_minute (item_id, person_id, text, recorded_by) VALUES ('${item.id}', '${personId}', 'x', '${g.near.userId}')`)).rejects.toThrow(/row-level security/)
    await asked(g.near, `DELETE FROM meeting_item WHERE id = '${item.id}'`)
    expect(await owner().meetingItem.count({ where: { id: item.id } })).toBe(1)
  })
})

describe('putting a case on', () => {
  it('asks for the person’s consent for every unit at the table, says which is missing, and the database asks again', async () => {
    const one = await g.opened()
    const meetingId = await table(g.job, [g.sender, g.receiver])
    const insert = (by: Actor, about = one) => `INSERT INTO meeting_item (meeting_id, case_id, person_id, words, marked_by) VALUES ('${meetingId}', '${about.caseId}', '${about.personId}', 'x', '${by.userId}')`
    expect((await mark(one, meetingId)).state?.fields?.meetingId?.[0]).toContain('Veteranindsatsen')
    await expect(asked(g.sender, insert(g.sender))).rejects.toThrow(/row-level security/)
    // Of another unit, or about something else than the case.
    await g.consent(one.personId, (await owner().user.findUniqueOrThrow({ where: { id: elsewhere.userId } })).unitId ?? '')
    await g.consent(one.personId, g.veterans, { fields: ['contact'] })
    await expect(asked(g.sender, insert(g.sender))).rejects.toThrow(/row-level security/)
    await g.consent(one.personId)
    for (const who of [g.near, g.receiver, elsewhere]) await expect(asked(who, insert(who))).rejects.toThrow(/row-level security/)
    await expect(asked(g.sender, insert(g.near))).rejects.toThrow(/row-level security/)
    await expect(asked(g.sender, insert(g.sender, { ...one, personId: (await g.opened()).personId }))).rejects.toThrow(/row-level security/)
    expect((await mark(one, meetingId)).redirectedTo).toBe(`/people/${one.personId}/cases`)
    expect((await mark(one, meetingId)).state?.fields).toHaveProperty('meetingId')
  })

  it('is for coming meetings of one’s own and for open cases, and tells nobody else that the case is there', async () => {
    const one = await g.opened()
    const foreign = await table(g.veterans, [g.receiver])
    expect((await mark(one, foreign)).state?.fields).toHaveProperty('meetingId')
    expect((await mark(one, await table(g.job, [g.sender], { heldAt: new Date(), heldBy: g.sender.userId }))).state?.fields).toHaveProperty('meetingId')
    const meetingId = await table(g.job, [g.sender])
    const there = await mark(one, meetingId, elsewhere)
    expect(there.state?.message).toBe((await mark({ personId: randomUUID(), caseId: randomUUID() }, meetingId, elsewhere)).state?.message)
    await owner().caseState.create({ data: { caseId: one.caseId, personId: one.personId, number: 2, state: 'closed', outcome: 'goal', fromDay: dayToDb(today()), recordedBy: g.sender.userId } })
    expect((await mark(one, meetingId)).state?.fields).toHaveProperty('meetingId')
  })
})

it('a meeting is changed and ended by the unit that holds it, and nothing of it once it was held', async () => {
  const meetingId = await table(g.job, [g.sender, g.receiver], { onDay: dayToDb(today()) })
  for (const who of [g.receiver, elsewhere]) {
    expect((await as(who, () => submit(endMeeting, { meetingId }))).redirectedTo).toBeNull()
    await asked(who, `UPDATE meeting SET place = 'x' WHERE id = '${meetingId}'`)
    await asked(who, `DELETE FROM meeting_participant WHERE meeting_id = '${meetingId}'`)
    await expect(asked(who, `INSERT INTO meeting_participant (meeting_id, user_id) VALUES ('${meetingId}', '${elsewhere.userId}')`)).rejects.toThrow(/row-level security/)
  }
  await expect(asked(g.sender, `UPDATE meeting SET held_at = now(), held_by = '${g.sender.userId}' WHERE id = '${meetingId}'`)).rejects.toThrow(/permission denied/)
  const insert = (unit: string, on: string, by: Actor) => asked(g.sender, `INSERT INTO meeting (unit_id, on_day, series_on, starts, place, repeats, created_by) VALUES ('${unit}', current_date + ${on}, current_date + 2, '09:00', 'x', 'none', '${by.userId}')`)
  await insert(g.job, '2', g.sender)
  for (const refused of [() => insert(g.veterans, '2', g.sender), () => insert(g.job, '-2', g.sender), () => insert(g.job, '2', g.near)]) await expect(refused()).rejects.toThrow(/row-level security/)
  await expect(asked(g.sender, `INSERT INTO meeting_participant (meeting_id, user_id) VALUES ('${meetingId}', '${(await staff('MANAGER', { unitId: g.job })).userId}')`)).rejects.toThrow(/row-level security/)
  expect((await as(g.sender, () => submit(endMeeting, { meetingId }))).redirectedTo).toContain(meetingId)
  expect((await as(g.near, () => submit(endMeeting, { meetingId }))).state?.message).toContain('ændret')
  expect((await as(g.sender, () => submit(moveMeeting, { meetingId, version: '2', 'on.day': '1', 'on.month': '2', 'on.year': '2031', starts: '10.00', place: 'Andetsteds', repeats: 'none', participants: [g.sender.userId] }))).redirectedTo).toBeNull()
  await asked(g.sender, `UPDATE meeting SET place = 'x' WHERE id = '${meetingId}'`)
  await asked(g.sender, `DELETE FROM meeting_participant WHERE meeting_id = '${meetingId}'`)
  expect(await owner().meeting.findUniqueOrThrow({ where: { id: meetingId }, include: { participants: true } })).toMatchObject({ place: 'Lokale 2', participants: [{}, {}] })
})

it('minutes are read on the case by those who have the person, and by nobody else', async () => {
  const { meetingId, personId } = await shared()
  const item = await owner().meetingItem.findFirstOrThrow({ where: { meetingId } })
  await owner().meetingMinute.create({ data: { itemId: item.id, personId, text: 'Pia ringer', recordedBy: g.sender.userId } })
  const read = async (actor: Actor) => (await personCases(actor, personId, async () => null))?.content?.more.meetings.map(({ minutes }) => minutes.map(({ text }) => text)) ?? null
  expect(await read(g.sender)).toEqual([['Pia ringer']])
  expect(await read(g.receiver)).toBeNull()
  for (const who of [g.receiver, g.near]) {
    expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT * FROM access.case_meetings(${personId}::uuid)`)).toEqual([])
    expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.meetingMinute.count())).toBe(0)
  }
})

it('a decision is written in one’s own name and on an item of that person; what was decided keeps its item, also where another stands free', async () => {
  const [one, two] = [await g.opened(), await g.opened()]
  const [meetingId, later] = [await table(g.job, [g.sender], { onDay: dayToDb(today()) }), await table(g.job, [g.sender])]
  for (const [about, at] of [[one, meetingId], [two, meetingId], [one, later]] as const) await mark(about, at)
  const idOf = async (about: OneCase, at: string) => (await owner().meetingItem.findFirstOrThrow({ where: { caseId: about.caseId, meetingId: at } })).id
  const write = async (item: string, about: OneCase, by = g.sender.userId) => asked(g.sender, `INSERT INTO meeting_minute (item_id, person_id, text, recorded_by) VALUES ('${item}', '${about.personId}', 'x', '${by}')`)
  const item = await idOf(one, meetingId)
  for (const refused of [() => write(item, one, g.near.userId), () => write(item, two)]) await expect(refused()).rejects.toThrow(/row-level security/)
  // Not before the day.
  await expect(write(await idOf(one, later), one)).rejects.toThrow(/row-level security/)
  await write(item, one)
  await asked(g.sender, `DELETE FROM meeting_item WHERE person_id = '${one.personId}'`)
  expect((await owner().meetingItem.findMany({ where: { personId: one.personId } })).map(({ id }) => id)).toEqual([item])
})
