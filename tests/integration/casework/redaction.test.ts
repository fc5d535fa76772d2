import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { addToContact, logContact } from '@/lib/casework/contacts/actions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { redactContact, restoreContact } from '@/lib/casework/contacts/redaction/actions'
import { clearContacts } from '@/lib/casework/contacts/redaction/jobs'
import { personTimeline } from '@/lib/people/timeline/queries'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { nothingElse } from '../../support/nothing-else'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

let coordinator: Actor, caseworker: Actor, colleague: Actor
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const mine = async () => {
  const who = await veteran()
  await owner().assignment.createMany({ data: [caseworker, colleague].map(({ userId }) => ({ personId: who.id, userId, reason: 'test', fromDay: new Date('2026-01-01') })) })
  return who.id
}
/** A talk with a note, an agreement, a next step and an addition. */
const written = async (by = caseworker) => {
  const personId = await mine()
  await as(by, () => submit(logContact, { personId, outcome: 'reached', kind: 'phone', ...boxes('happenedOn', addDays(today(), -3)), at: '10:30', minutes: '20', travelMinutes: '50', travelKm: '38', 'note.general': 'Talt om broren', agreed: 'Jeg ringer', nextStep: 'Ring', ...boxes('nextOn', today()) }))
  const { id: contactId } = await owner().contact.findFirstOrThrow({ where: { personId } })
  await as(by, () => submit(addToContact, { personId, contactId, text: 'Og om søsteren' }))
  return { personId, contactId }
}
const take = (by: Actor, entry: { personId: string; contactId: string }, reason = 'wrong-person') => as(by, () => submit(redactContact, { ...entry, reason }))
const restore = (by: Actor, entry: { personId: string; contactId: string }) => as(by, () => submit(restoreContact, entry))
const log = async (actor: Actor, personId: string) => (await personContacts(actor, personId, 1, nothingElse))?.content?.more
const words = /Talt om broren|Jeg ringer|Og om søsteren/
const raw = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe(sql))

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
})

describe('an entry that is taken back', () => {
  it('leaves its trace and none of its words, for nobody, and counts no more', async () => {
    const entry = await written()
    expect((await take(caseworker, entry)).redirectedTo).toBe(`/people/${entry.personId}/contacts`)
    const found = await log(colleague, entry.personId)
    expect(found?.rows).toMatchObject([{ id: entry.contactId, redaction: { reason: 'wrong-person', by: 'Jonas Jobcenter', mayRestore: false }, notes: [], additions: [], agreed: null, nextOn: null, minutes: null, travelMinutes: null, travelKm: null }])
    expect(found?.newest).toEqual([])
    expect(JSON.stringify([found, await queueList(caseworker, today(), queueState({}))])).not.toMatch(words)
    expect((await queueList(caseworker, today(), queueState({}))).rows.find(({ id }) => id === entry.personId)).toMatchObject({ clock: { last: null, days: null }, next: null })
    expect(JSON.stringify(await personTimeline(caseworker, entry.personId, { page: 1 }, async () => null))).not.toContain('"kind":"contact"')
    expect(await owner().auditEvent.findMany({ where: { personId: entry.personId, action: 'contact.redacted' }, select: { actorUserId: true, details: true } })).toEqual([{ actorUserId: caseworker.userId, details: { contact: entry.contactId, reason: 'wrong-person' } }])
  })

  it('is one’s own; another’s only where that is one’s right; and its words are read by nobody', async () => {
    const entry = await written()
    const offered = async (actor: Actor) => (await log(actor, entry.personId))?.rows[0]?.mayRedact
    expect([await offered(caseworker), await offered(colleague)]).toEqual([true, false])
    expect((await take(colleague, entry)).state?.message).toContain('Kun den, der skrev')
    expect((await take(caseworker, entry, '')).state?.fields).toHaveProperty('reason')
    expect((await take(coordinator, entry)).redirectedTo).toBeDefined()
    await expect(raw(coordinator, `SELECT original FROM contact_redaction WHERE contact_id = '${entry.contactId}'`)).rejects.toThrow(/permission denied/)
    for (const sql of [`DELETE FROM contact_redaction WHERE contact_id = '${entry.contactId}'`, `UPDATE contact SET redacted_at = NULL WHERE id = '${entry.contactId}'`]) await expect(raw(caseworker, sql), sql).rejects.toThrow(/permission denied/)
    expect((await restore(caseworker, entry)).state?.message).toContain('kan ikke sættes ind igen')
  })

  it('takes no additions, and is not taken back twice', async () => {
    const entry = await written()
    await take(caseworker, entry)
    expect((await as(caseworker, () => submit(addToContact, { ...entry, text: 'x' }))).state?.message).toContain('findes ikke')
    await expect(raw(caseworker, `INSERT INTO contact_addition (contact_id, person_id, text, added_by) VALUES ('${entry.contactId}', '${entry.personId}', 'x', '${caseworker.userId}')`)).rejects.toThrow(/row-level security/)
    expect((await take(caseworker, entry)).state?.message).toBeDefined()
  })

  it('stands again as it was, word for word', async () => {
    const entry = await written()
    const before = await log(caseworker, entry.personId)
    await take(caseworker, entry)
    expect((await log(caseworker, entry.personId))?.rows[0]?.redaction?.mayRestore).toBe(true)
    await restore(caseworker, entry)
    expect(await log(caseworker, entry.personId)).toEqual(before)
  })

  it('under another person is answered as one that is not there, and out of reach as well', async () => {
    const [entry, other] = [await written(), await mine()]
    expect((await take(caseworker, { ...entry, personId: other })).state?.message).toContain('findes ikke')
    await owner().assignment.updateMany({ where: { personId: entry.personId }, data: { toDay: new Date('2026-01-02') } })
    expect((await take(caseworker, entry)).state?.message).toContain('findes ikke')
    expect(await owner().contactRedaction.count({ where: { contactId: entry.contactId } })).toBe(0)
  })

  it('goes nowhere under emergency access: what lasts is not changed in some hours', async () => {
    const { personId, contactId } = await written()
    await owner().assignment.updateMany({ where: { personId }, data: { toDay: new Date('2026-01-02') } })
    await owner().breakGlass.create({ data: { userId: caseworker.userId, personId, code: 'duty', note: 'Vagten skal bruge et nummer nu', untilAt: new Date(Date.now() + 3_600_000) } })
    expect((await log(caseworker, personId))?.rows).toHaveLength(1)
    expect((await take(caseworker, { personId, contactId })).state?.message).toContain('ikke under nødadgang')
  })
})

it('the words go for good after thirty days, drafts after ninety, and the trace stays', async () => {
  const [old, young] = [await written(), await written()]
  for (const entry of [old, young]) await take(caseworker, entry)
  await owner().$executeRaw`UPDATE contact_redaction SET redacted_at = now() - interval '31 days' WHERE contact_id = ${old.contactId}::uuid`
  await owner().contactDraft.createMany({ data: [0, 91].map((days) => ({ id: crypto.randomUUID(), personId: old.personId, userId: caseworker.userId, fields: { days }, savedAt: new Date(Date.now() - days * 86_400_000) })) })
  expect(await clearContacts()(null, new AbortController().signal)).toEqual({ words: 1, drafts: 1 })
  const kept = await owner().contactRedaction.findMany({ where: { contactId: { in: [old.contactId, young.contactId] } } })
  expect(kept.map(({ contactId, original }) => [contactId === old.contactId, original === null]).sort()).toEqual([[false, false], [true, true]])
  expect((await restore(caseworker, old)).state?.message).toContain('kan ikke sættes ind igen')
  expect(await owner().auditEvent.count({ where: { action: 'contact.cleared' } })).toBe(1)
  expect(await clearContacts()(null, new AbortController().signal)).toBeNull()
})
