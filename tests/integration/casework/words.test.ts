import { beforeAll, describe, expect, it } from 'vitest'
import { addToContact, logContact } from '@/lib/casework/contacts/actions'
import { makeTask } from '@/lib/casework/tasks/actions'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

let writer: Actor, cleared: Actor, elsewhere: Actor
const home = { street: 'Nørre Allé', number: '14B', postcode: '8900', town: 'Randers C' }
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const form = (personId: string, words: string, more: Record<string, string> = {}) => ({ personId, outcome: 'reached', kind: 'phone', ...boxes('happenedOn', addDays(today(), -1)), at: '10:30', 'note.general': words, ...more })
const log = (personId: string, words: string, by = writer, more: Record<string, string> = {}) => as(by, () => submit(logContact, form(personId, words, more)))
const given = async (who: { id: string }, ...to: Actor[]) => {
  for (const one of to) await owner().assignment.create({ data: { personId: who.id, userId: one.userId, reason: 'test', fromDay: day('2026-01-01') } })
  return who.id
}
const hidden = async (address = home) => given(await veteran({ protection: 'P1' }, { address }), writer, cleared)
const told = (by: Actor, people: string[], ...texts: string[]) => transaction({ role: 'app', token: by.token }, (tx) => tx.$queryRaw<{ told: { at: number[]; worn: boolean } }[]>`SELECT access.tells_address(${people}::uuid[], ${texts}::text[]) AS told`).then(([row]) => row?.told)
const refused = { state: { fields: { 'note.general': [expect.stringContaining('beskyttet adresse')] } } }
const entries = (personId: string) => owner().contact.count({ where: { personId } })

beforeAll(async () => {
  writer = await staff('CASEWORKER', { name: 'Jonas Uden' })
  cleared = await staff('CASEWORKER', { name: 'Mette Med', clearances: ['PROTECTED_ADDRESS'] })
  elsewhere = await staff('CASEWORKER', { name: 'Ida Andetsteds' })
})

describe('a protected address in a text', () => {
  it('is not saved, whoever writes it; what was typed comes back, and the log says so without the words', async () => {
    const id = await hidden()
    for (const by of [writer, cleared]) {
      const answer = await log(id, 'Han bor nu på Nørre Allé 14B, 2. tv', by, { agreed: 'Vi ses på tirsdag' })
      expect(answer).toMatchObject(refused)
      expect(answer.state?.values).toMatchObject({ 'note.general': 'Han bor nu på Nørre Allé 14B, 2. tv', agreed: 'Vi ses på tirsdag' })
      expect(answer.state?.fields).not.toHaveProperty('agreed')
    }
    expect(await entries(id)).toBe(0)
    const rows = await owner().auditEvent.findMany({ where: { personId: id, action: 'words.address-refused' } })
    expect(rows.map(({ kind, actorUserId }) => [kind, actorUserId])).toEqual([['DENIED', writer.userId], ['DENIED', cleared.userId]])
    expect(JSON.stringify(rows.map(({ details }) => details))).not.toMatch(/All|14/)
  })

  it.each(['nørre allé 14', 'Nr. Alle  14 b', 'NOERRE ALLÉ nr. 14', 'Nørrealle\n14', 'N\u00f8rre Alle\u0301 \uff11\uff14', 'Nø\u00adrre Allé 14', 'nr. 14 på Nørre Allé', 'Nørre Al. 14', 'Nørre Allé i 8900', '8900, Nørre Allé', 'på Nørre Allé i Randers C'])('is found as %j', async (words) => {
    expect(await told(writer, [await hidden()], `Ses ${words}, ok`)).toEqual({ at: [0], worn: false })
  })

  it.each(['Nørre Allé er lukket', 'Nørre Allé 15', 'Nørre Allé 142', 'Søndre Allé 14', 'Mødtes kl. 14 i Randers C', 'Ring 8900 1414'])('is not found in %j', async (words) => {
    expect(await told(writer, [await hidden()], words)).toEqual({ at: [], worn: false })
  })

  it.each([['Skovvej', 'Skovv. 3'], ['H.C. Andersens Gade', 'HC Andersensg 3'], ['Sdr. Boulevard', 'Sønder Boulevard 3'], ['Ågade', 'så Aagade 3'], ['10. Februar Vej', '10. februarvej 3'], ['Gl. Kirkevej', 'Gammel Kirkevej 3']])('of %s is found in %j', async (street, words) => {
    expect(await told(writer, [await hidden({ ...home, street, number: '3' })], words)).toMatchObject({ at: [0] })
  })

  it('of somebody close stops it in the other one’s log: the child’s address stands in no file of its father', async () => {
    const child = await veteran({ protection: 'P1' }, { address: home })
    const father = await given(await veteran(), writer)
    expect((await log(father, 'Barnet bor Nørre Allé 14')).redirectedTo).not.toBeNull()
    await owner().relation.create({ data: { personId: father, relatedPersonId: child.id, kind: 'CHILD' } })
    expect(await log(father, 'Barnet bor Nørre Allé 14')).toMatchObject(refused)
  })

  it('is one while it holds and for a year after; an open one is none', async () => {
    const id = await hidden()
    const ended = (days: number) => owner().protectedAddress.updateMany({ where: { personId: id }, data: { toDay: new Date(`${addDays(today(), -days)}T00:00:00Z`) } })
    await ended(364)
    expect(await told(writer, [id], 'Nørre Allé 14')).toMatchObject({ at: [0] })
    await ended(365)
    expect(await told(writer, [id], 'Nørre Allé 14')).toMatchObject({ at: [] })
    expect((await log(await given(await veteran({}, { address: home }), writer), 'Han bor på Nørre Allé 14')).redirectedTo).not.toBeNull()
  })

  it('stops an addition and a task as well, and is asked about one of several', async () => {
    const id = await hidden()
    await log(id, 'Talt om praktikken')
    const { id: contactId } = await owner().contact.findFirstOrThrow({ where: { personId: id } })
    const told = [expect.stringContaining('beskyttet adresse')]
    expect(await as(writer, () => submit(addToContact, { personId: id, contactId, text: 'Han bor Nørre Allé 14' }))).toMatchObject({ state: { fields: { text: told } } })
    expect(await as(writer, () => submit(makeTask, { personId: id, text: 'Send brevet til Nørre Allé 14', within: '5', owner: 'me', back: 'person' }))).toMatchObject({ state: { fields: { text: told } } })
    const open = await given(await veteran(), writer)
    expect(await log(open, 'Bor Nørre Allé 14', writer, { alsoPersonId: id })).toMatchObject(refused)
  })
})

describe('whoever would guess', () => {
  it('about somebody out of reach gets no answer', async () => {
    const id = await hidden()
    expect(await told(elsewhere, [id], 'Nørre Allé 14')).toEqual({ at: [], worn: false })
    expect(await log(id, 'Bor Nørre Allé 14', elsewhere)).toMatchObject({ state: { message: expect.stringContaining('findes ikke') } })
  })

  it('leaves every wrong guess in the record, and learns nothing from a form that could not be saved', async () => {
    const id = await hidden()
    expect((await log(id, 'Bor Nørre Allé 12')).redirectedTo).not.toBeNull()
    expect(await entries(id)).toBe(1)
    expect((await log(id, 'Bor Nørre Allé 14', writer, boxes('happenedOn', addDays(today(), 1)))).state?.fields).toEqual({ happenedOn: [expect.any(String)] })
    expect(await owner().auditEvent.count({ where: { personId: id, action: 'words.address-refused' } })).toBe(0)
  })

  it('is answered five times a day, and then the same to right and wrong', async () => {
    const id = await hidden()
    for (let n = 0; n < 5; n++) expect(await log(id, 'Bor Nørre Allé 14')).toMatchObject(refused)
    const worn = { state: { fields: { 'note.general': [expect.stringContaining('resten af døgnet')] } } }
    for (const words of ['Bor Nørre Allé 14', 'Bor Nørre Allé 99']) expect(await log(id, words)).toMatchObject(worn)
    expect((await log(id, 'Talt om praktikken på Nørre Allé i Randers C')).redirectedTo).not.toBeNull()
    expect(await log(id, 'Bor Nørre Allé 14', cleared)).toMatchObject(refused)
    await owner().$executeRaw`UPDATE audit_event SET at = at - interval '25 hours' WHERE person_id = ${id}::uuid AND action = 'words.address-refused'`
    expect((await log(id, 'Mødtes på kontor 99')).redirectedTo).not.toBeNull()
  })
})
