import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { addToContact, keepDraft, logContact, throwDraftAway } from '@/lib/casework/contacts/actions'
import { personContacts } from '@/lib/casework/contacts/queries'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { nothingElse } from '../../support/nothing-else'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

let coordinator: Actor, caseworker: Actor, colleague: Actor
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const yesterday = addDays(today(), -1)
const form = (personId: string, more: Record<string, string | string[]> = {}) => ({ personId, outcome: 'reached', kind: 'phone', ...boxes('happenedOn', yesterday), at: '10:30', 'note.general': 'Talt om praktikken', ...more })
const log = (personId: string, more: Record<string, string | string[]> = {}, by = caseworker) => as(by, () => submit(logContact, form(personId, more)))
const draft = (personId: string, draftId: string, text: string, by = caseworker) => as(by, () => submit(keepDraft, { personId, draftId, outcome: 'reached', 'note.general': text, 'next-action': 'x' }))
const read = async (actor: Actor, personId: string) => (await personContacts(actor, personId, 1, nothingElse))?.content?.more ?? null
const mine = async (by = caseworker) => {
  const who = await veteran()
  await owner().assignment.create({ data: { personId: who.id, userId: by.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  return who.id
}
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
})

describe('a contact', () => {
  it('is written with its notes by topic, what was agreed and the next step, and the log says who wrote it', async () => {
    const id = await mine()
    const next = addDays(today(), 7)
    const answer = await log(id, { 'note.work': 'Vil gerne tilbage i køkkenet', agreed: 'Jeg ringer til køkkenchefen', nextStep: 'Ring om køkkenet', ...boxes('nextOn', next), minutes: '45', travelMinutes: '30', travelKm: '22', companion: 'on' })
    expect(answer.redirectedTo).toMatch(new RegExp(`^/people/${id}/contacts[?]logged=${(await owner().contact.findFirstOrThrow({ where: { personId: id } })).id}#`))
    const found = await read(caseworker, id)
    expect(found?.rows).toMatchObject([{ outcome: 'reached', channel: 'phone', on: yesterday, minutes: 45, travelMinutes: 30, travelKm: 22, agreed: 'Jeg ringer til køkkenchefen', nextStep: 'Ring om køkkenet', nextOn: next, companion: true, interpreter: false, by: 'Jonas Jobcenter' }])
    expect(found?.rows[0]?.notes.map(({ topic, text }) => [topic.code, text])).toEqual([['general', 'Talt om praktikken'], ['work', 'Vil gerne tilbage i køkkenet']])
    expect(await owner().auditEvent.findMany({ where: { personId: id, kind: 'CHANGE' }, select: { action: true, actorUserId: true } })).toEqual([{ action: 'contact.logged', actorUserId: caseworker.userId }])
    expect(await owner().auditEvent.count({ where: { personId: id, kind: 'VIEW', actorUserId: caseworker.userId } })).toBe(1)
  })

  it('that met nobody needs no words; one that did must say what happened', async () => {
    const id = await mine()
    expect((await log(id, { outcome: 'tried', 'note.general': '' })).redirectedTo).toBeDefined()
    expect(await log(id, { 'note.general': ' ' })).toMatchObject({ state: { fields: { 'note.general': [expect.stringContaining('Skriv kort')] } } })
    expect(await log(id, { outcome: 'work', kind: '', 'note.general': 'Ringet til boligforeningen' })).toMatchObject({ redirectedTo: expect.anything() })
    expect((await read(caseworker, id))?.newest.map(({ outcome }) => outcome).sort()).toEqual(['tried', 'work'])
  })

  it('of the same minute as another comes after what was written down before it', async () => {
    const id = await mine()
    for (const outcome of ['reached', 'tried', 'tried']) await log(id, { outcome })
    const found = await read(caseworker, id)
    expect([found?.rows.map((row) => row.outcome), found?.newest.map((row) => row.outcome)]).toEqual([['tried', 'tried', 'reached'], ['tried', 'tried', 'reached']])
    expect((await queueList(caseworker, today(), queueState({}))).rows.find((row) => row.id === id)?.clock).toMatchObject({ last: yesterday, days: 1, tried: 2 })
  })

  it.each<[string, Record<string, string>, string]>([
    ['lies in the future', boxes('happenedOn', addDays(today(), 1)), 'happenedOn'], ['has no time of day', { at: '25:00' }, 'at'], ['says nothing of how', { kind: '' }, 'kind'], ['is of a kind nobody has', { kind: 'nothing' }, 'kind'],
    ['names a next step without a day', { nextStep: 'Ring' }, 'nextOn'], ['has a next step before it happened', boxes('nextOn', addDays(yesterday, -1)), 'nextOn'], ['holds a CPR number', { 'note.work': 'Hendes bror 070761-4285 var med' }, 'note.work'],
    ['stands under a topic nobody uses', { 'note.nothing': 'x' }, 'note.nothing'], ['lasted half a minute', { minutes: '0.5' }, 'minutes'], ['took two days to get to', { travelMinutes: '2880' }, 'travelMinutes'], ['was some way off', { travelKm: 'langt' }, 'travelKm'],
  ])('that %s is not taken, and what was typed comes back', async (_, more, field) => {
    const id = await mine()
    const answer = await log(id, more)
    expect(Object.keys(answer.state?.fields ?? {})).toEqual([field])
    expect(answer.state?.values).toMatchObject({ ...more, 'note.general': 'Talt om praktikken' })
    expect(await owner().contact.count({ where: { personId: id } })).toBe(0)
  })

  it('is written and read by whoever has the person in hand and by nobody else', async () => {
    const id = await mine()
    await log(id)
    expect(await read(colleague, id)).toBeNull()
    expect((await log(id, {}, colleague)).state?.message).toContain('findes ikke mere')
    expect(await owner().contact.count({ where: { personId: id } })).toBe(1)
    await owner().assignment.updateMany({ where: { personId: id }, data: { toDay: new Date('2026-01-02') } })
    expect(await read(caseworker, id)).toBeNull()
  })

  it('is never changed, and a note never comes to it later: what was left out is added with its own name', async () => {
    const id = await mine()
    await log(id)
    const contactId = (await owner().contact.findFirstOrThrow({ where: { personId: id } })).id
    for (const sql of [`UPDATE contact SET agreed = 'x' WHERE id = '${contactId}'`, `DELETE FROM contact WHERE id = '${contactId}'`, `UPDATE contact_note SET text = 'x' WHERE contact_id = '${contactId}'`,
      `INSERT INTO contact_note (contact_id, person_id, topic_code, text) VALUES ('${contactId}', '${id}', 'health', 'x')`, `INSERT INTO contact (person_id, outcome, channel, happened_at, recorded_by) VALUES ('${id}', 'tried', 'phone', now() - interval '1 day', '${coordinator.userId}')`])
      await expect(asked(caseworker, sql), sql).rejects.toThrow(/permission denied|row-level security/)
    await as(coordinator, () => submit(addToContact, { personId: id, contactId, text: 'Køkkenchefen siger ja' }))
    expect((await read(caseworker, id))?.rows[0]?.additions).toMatchObject([{ text: 'Køkkenchefen siger ja', by: 'Karen Koordinator' }])
    const another = await mine()
    expect(await as(caseworker, () => submit(addToContact, { personId: another, contactId, text: 'x' }))).toMatchObject({ state: { message: expect.stringContaining('findes ikke') } })
  })
})

describe('a draft', () => {
  it('is written over while one types, and the log says once that it was begun', async () => {
    const [id, draftId] = [await mine(), randomUUID()]
    for (const text of ['Ri', 'Ringede fra', 'Ringede fra arbejdet']) expect((await draft(id, draftId, text)).state).toMatchObject({ ok: true })
    expect((await read(caseworker, id))?.drafts).toMatchObject([{ id: draftId, fields: { outcome: 'reached', 'note.general': 'Ringede fra arbejdet' } }])
    expect((await read(caseworker, id))?.drafts[0]?.fields).not.toHaveProperty('next-action')
    expect(await owner().auditEvent.count({ where: { personId: id, action: 'contact.draft-begun' } })).toBe(1)
  })

  it('is nobody else’s: not read, not written over, not thrown away', async () => {
    const [who, draftId] = [await veteran(), randomUUID()]
    await owner().assignment.createMany({ data: [caseworker, colleague].map(({ userId }) => ({ personId: who.id, userId, reason: 'test', fromDay: new Date('2026-01-01') })) })
    await draft(who.id, draftId, 'Mit')
    expect((await read(colleague, who.id))?.drafts).toEqual([])
    expect((await as(colleague, () => submit(throwDraftAway, { personId: who.id, draftId }))).state?.message).toContain('findes ikke mere')
    // The same id is another draft in another’s hands.
    expect((await draft(who.id, draftId, 'Dit', colleague)).state).toMatchObject({ ok: true })
    expect((await log(who.id, { draftId }, colleague)).redirectedTo).toContain('logged=')
    expect(await owner().contactDraft.findMany({ where: { id: draftId } })).toMatchObject([{ userId: caseworker.userId, fields: { 'note.general': 'Mit' } }])
  })

  it('is gone when the contact is saved, and stays when it is refused', async () => {
    const [id, draftId] = [await mine(), randomUUID()]
    await draft(id, draftId, 'Talt om praktikken')
    await log(id, { draftId, at: '99:99' })
    expect(await owner().contactDraft.count({ where: { id: draftId } })).toBe(1)
    await log(id, { draftId })
    expect(await owner().contactDraft.count({ where: { id: draftId } })).toBe(0)
  })

  it('about somebody else stays when a contact is saved, and is not written over under the same id', async () => {
    const [one, other, draftId] = [await mine(), await mine(), randomUUID()]
    const kept = randomUUID()
    await draft(other, kept, 'Om den anden')
    await draft(one, draftId, 'Om den ene')
    expect((await draft(other, draftId, 'Skrevet i et gammelt faneblad')).state?.message).toContain('findes ikke')
    expect(await owner().contactDraft.findMany({ where: { id: draftId } })).toMatchObject([{ personId: one, fields: { 'note.general': 'Om den ene' } }])
    await log(one, { draftId })
    expect(await owner().contactDraft.findMany({ where: { id: { in: [draftId, kept] } }, select: { id: true } })).toEqual([{ id: kept }])
  })

  it('of somebody one no longer has in hand is not read', async () => {
    const [id, draftId] = [await mine(), randomUUID()]
    await draft(id, draftId, 'x')
    await owner().assignment.updateMany({ where: { personId: id }, data: { toDay: new Date('2026-01-02') } })
    expect(await transaction({ role: 'app', token: caseworker.token }, (tx) => tx.contactDraft.count({ where: { id: draftId } }))).toBe(0)
  })

  // The last of this file: it takes the right away from everybody.
  it('is kept by those who may write contacts, and by nobody who only sees the person', async () => {
    const id = await mine()
    const begin = () => asked(caseworker, `INSERT INTO contact_draft (id, person_id, user_id, fields) VALUES (gen_random_uuid(), '${id}', '${caseworker.userId}', '{}')`)
    await begin()
    await owner().$executeRaw`DELETE FROM access.policy WHERE action = 'contact.record'`
    await expect(begin()).rejects.toThrow(/row-level security/)
    expect((await read(caseworker, id))?.drafts).toEqual([])
  })
})
