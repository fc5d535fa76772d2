import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { keepDraft, logContact, logNoShow } from '@/lib/casework/contacts/actions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { quickLog } from '@/lib/casework/quick-log/queries'
import { quickLogView } from '@/lib/casework/quick-log/schema'
import { searchPeople } from '@/lib/people/search/actions'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { nothingElse } from '../../support/nothing-else'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

let caseworker: Actor, colleague: Actor
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const yesterday = addDays(today(), -1)
const form = (personId: string, more: Record<string, string | string[]> = {}) => ({ personId, outcome: 'reached', kind: 'meeting', ...boxes('happenedOn', yesterday), at: '10:30', 'note.general': 'Talt med dem begge', ...more })
const mine = async (...by: Actor[]) => {
  const who = await veteran()
  await owner().assignment.createMany({ data: (by.length > 0 ? by : [caseworker]).map(({ userId }) => ({ personId: who.id, userId, reason: 'test', fromDay: new Date('2026-01-01') })) })
  return who.id
}
const rows = async (actor: Actor, personId: string) => (await personContacts(actor, personId, 1, nothingElse))?.content?.more.rows ?? null

beforeAll(async () => {
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
})

describe('a talk with several', () => {
  it('is an entry at each of them, and each says how many more there were of those the reader may see', async () => {
    const [one, two, three] = [await mine(caseworker, colleague), await mine(), await mine()]
    expect(await as(caseworker, () => submit(logContact, form(one, { alsoPersonId: [two, three, one], back: '/people?s=1' })))).toMatchObject({ redirectedTo: '/people?s=1' })
    for (const id of [one, two, three]) expect(await rows(caseworker, id)).toMatchObject([{ others: 2, notes: [{ text: 'Talt med dem begge' }] }])
    expect(await rows(colleague, one)).toMatchObject([{ others: 0 }])
    expect(await owner().auditEvent.groupBy({ by: ['personId'], where: { personId: { in: [one, two, three] }, action: 'contact.logged' }, _count: true })).toHaveLength(3)
  })

  it('is written at none where one of them is out of reach', async () => {
    const [one, other] = [await mine(), await mine(colleague)]
    expect(await as(caseworker, () => submit(logContact, form(one, { alsoPersonId: other })))).toMatchObject({ state: { message: expect.stringContaining('findes ikke mere'), values: { alsoPersonId: other } } })
    expect(await owner().contact.count({ where: { personId: { in: [one, other] } } })).toBe(0)
  })

  it('leads back to a page of the product and never to another', async () => {
    const id = await mine()
    for (const back of ['https://elsewhere.invalid', '//elsewhere.invalid', '/\\elsewhere.invalid']) expect(await as(caseworker, () => submit(logContact, form(id, { back })))).toMatchObject({ redirectedTo: '/' })
  })
})

describe('who did not come', () => {
  it('is written in one click, now, and leaves the agreed step and the clock where they were', async () => {
    const id = await mine()
    await as(caseworker, () => submit(logContact, form(id, { ...boxes('happenedOn', addDays(today(), -9)), nextStep: 'Ny samtale', ...boxes('nextOn', today()) })))
    expect((await as(caseworker, () => submit(logNoShow, { personId: id }))).redirectedTo).toContain(`/people/${id}/contacts?logged=`)
    expect((await rows(caseworker, id))?.[0]).toMatchObject({ outcome: 'tried', channel: 'meeting', on: today(), notes: [], agreed: null })
    expect((await queueList(caseworker, today(), queueState({}))).rows.find((row) => row.id === id)).toMatchObject({ clock: { days: 9, tried: 1 }, next: { on: today(), text: 'Ny samtale' } })
  })

  it('of a person out of reach is not written', async () => {
    const id = await mine(colleague)
    expect((await as(caseworker, () => submit(logNoShow, { personId: id }))).state?.message).toContain('findes ikke mere')
    expect(await owner().contact.count({ where: { personId: id } })).toBe(0)
  })
})

describe('the quick log', () => {
  it('shows a name and nothing that was written, in the order they were chosen, and the log says who was shown', async () => {
    const [one, two, out] = [await mine(), await mine(), await mine(colleague)]
    await as(caseworker, () => submit(logContact, form(one)))
    const log = await quickLog(caseworker, [two, out, one])
    expect(log.people.map(({ id }) => id)).toEqual([two, one])
    expect(JSON.stringify(log)).not.toContain('Talt med dem')
    const shown = await owner().auditEvent.findFirstOrThrow({ where: { action: 'contact.quick', actorUserId: caseworker.userId }, include: { subjects: true } })
    expect(shown.subjects.map(({ personId }) => personId)).toEqual(expect.arrayContaining([one, two]))
    expect(shown.subjects).toHaveLength(2)
    expect(await owner().auditEvent.count({ where: { personId: one, kind: 'VIEW' } })).toBe(0)
  })

  it('offers one’s own drafts and nobody else’s', async () => {
    const [id, draftId, others] = [await mine(caseworker, colleague), randomUUID(), [randomUUID(), randomUUID()]]
    await as(caseworker, () => submit(keepDraft, { personId: id, draftId, 'note.general': 'Ringede fra', alsoPersonId: others }))
    expect((await quickLog(caseworker, [])).drafts.filter((one) => one.id === draftId)).toMatchObject([{ person: { id }, fields: { 'note.general': 'Ringede fra', alsoPersonId: others } }])
    expect((await quickLog(colleague, [])).drafts).toEqual([])
  })

  it('comes back from a search to where one chooses, and a search leads nowhere else', async () => {
    await mine()
    const search = (to: string) => as(caseworker, () => submit(searchPeople, { q: 'Testesen', to }))
    expect((await search('/contacts/new?person=x')).redirectedTo).toMatch(/^\/contacts\/new\?person=x&s=[0-9a-f-]{36}$/)
    expect((await search('//elsewhere.invalid')).redirectedTo).toMatch(/^\/people\?s=/)
  })

  it('reads an address that somebody spoilt as nothing', () => {
    expect(quickLogView.parse({ person: 'x', s: '1', more: '2', draft: '%' })).toEqual({ person: [], s: undefined, more: undefined, draft: undefined })
    expect(quickLogView.parse({ person: Array.from({ length: 11 }, () => randomUUID()) }).person).toEqual([])
  })
})
