import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { searchPeople } from '@/lib/people/search/actions'
import { quickSearch, searchResult } from '@/lib/people/search/queries'
import { searchView } from '@/lib/people/search/schema'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

let coordinator: Actor
let sorenId: string

beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
  const soren = await veteran({ firstName: 'Søren Aage', lastName: 'Kjærgård', birthDate: day('1975-06-05') }, { address: { street: 'Østervold', number: '17', town: 'Randers C' } })
  sorenId = soren.id
  await owner().contactPoint.create({ data: { personId: soren.id, kind: 'PHONE', value: '+4520123456', source: 'test' } })
  await owner().personCpr.create({ data: { personId: soren.id, kind: 'REPLACEMENT', cipher: seal('6506751234'), keyedHash: blindIndex('6506751234'), birthPart: '650675' } })
})

const ids = async (actor: Actor, text: string) => (await quickSearch(actor, text, 50)).map((row) => row.id)

/** As a page does it: post the words, follow the redirect. */
async function search(actor: Actor, q: string, more: object = {}) {
  const { redirectedTo } = await as(actor, () => submit(searchPeople, { q }))
  const s = new URL(redirectedTo ?? '', 'http://x').searchParams.get('s')
  return { redirectedTo, result: await searchResult(actor, searchView.parse({ s, ...more })) }
}

describe('a person is found', () => {
  it.each(['Søren Kjærgård', 'soeren kjaergaard', 'Kjærgård, Søren', 'Kjergaard', 'Aage Kjærgaard', 'kjær', 'Sørn Kjærgård', 'Kjærgrd', '05-06-1975', '050675', '20 12 34 56', '+4520123456', '650675-1234', '6506751234', 'Østervold 17', 'oestervold', 'Søren 5/6-75'])(
    'by %j',
    async (text) => expect(await ids(coordinator, text)).toContain(sorenId),
  )
  it.each(['650675-1235', '20 12 34 57', '06-06-1975', 'Søren Kjærgård 06-06-1975', 'Østervold 19', 'Zacharias', "%'; DROP TABLE person; --", '\\_%%'])('not by %j', async (text) => {
    expect(await ids(coordinator, text)).not.toContain(sorenId)
  })
})

describe('nobody outside the scope comes back, or is counted', () => {
  it('another programme', async () => {
    const refugee = await person('REFUGEE', { firstName: 'Yonas', lastName: 'Tesfayesus' })
    expect(await ids(coordinator, 'Yonas Tesfayesus')).not.toContain(refugee.id)
  })

  it('a caseworker finds those assigned, while they are', async () => {
    const own = await veteran({ lastName: 'Tildelingsen' })
    await veteran({ lastName: 'Tildelingsen' })
    const former = await veteran({ lastName: 'Tildelingsen' })
    const caseworker = await staff('CASEWORKER')
    const from = { fromDay: day('2026-01-01'), reason: 'test', userId: caseworker.userId }
    await owner().assignment.createMany({ data: [{ ...from, personId: own.id }, { ...from, personId: former.id, toDay: day('2026-02-01') }] })
    const { result } = await search(caseworker, 'Tildelingsen')
    expect(result?.rows.map((row) => row.id)).toEqual([own.id])
    expect(result?.total).toBe(1)
  })

  it('own file, and a shielded person without clearance', async () => {
    const self = await veteran({ lastName: 'Selvmoseby' })
    const shielded = await veteran({ lastName: 'Skærmoseby', protection: 'P3' })
    const me = await staff('VETERAN_COORDINATOR', { personId: self.id })
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] })
    expect(await ids(me, 'Selvmoseby')).toEqual([])
    expect(await ids(me, 'Skærmoseby')).toEqual([])
    expect(await ids(cleared, 'Skærmoseby')).toEqual([shielded.id])
  })

  it('who may not search gets nothing', async () => {
    await expect(ids(await staff('MANAGER'), 'Søren')).rejects.toThrow('person.search')
  })
})

describe('a protected person', () => {
  it('is found by name without an address, and never by the address', async () => {
    const hidden = await veteran({ lastName: 'Hemmelighus', protection: 'P1' }, { address: { street: 'Skjultevej', number: '3', town: 'Hadsten' } })
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    for (const actor of [coordinator, cleared]) {
      const [row] = await quickSearch(actor, 'Hemmelighus', 5)
      expect(row).toMatchObject({ id: hidden.id, town: null, protection: 'P1' })
      expect(await ids(actor, 'Skjultevej 3')).toEqual([])
    }
  })
})

describe('the page', () => {
  it('keeps the words out of the address, and from everybody else', async () => {
    const { redirectedTo, result } = await search(coordinator, 'Kjærgård')
    expect(redirectedTo).toMatch(/^\/people\?s=[0-9a-f-]{36}$/)
    expect(result?.query).toBe('Kjærgård')
    const s = redirectedTo?.split('=')[1]
    expect(await searchResult(await staff('VETERAN_COORDINATOR'), searchView.parse({ s }))).toBeNull()
    const [kept] = await owner().personSearch.findMany({ where: { id: s } })
    expect(Buffer.from(kept?.query ?? []).toString('utf8')).not.toContain('Kjærgård')
  })

  it('says who was shown, and by which kind of words, not which', async () => {
    await search(coordinator, 'Kjærgård 05-06-1975')
    const event = await owner().auditEvent.findFirst({ where: { action: 'person.found', actorUserId: coordinator.userId }, orderBy: { seq: 'desc' }, include: { subjects: true } })
    expect(event).toMatchObject({ kind: 'LIST', details: { by: 'birth-date,words', found: 1 } })
    expect(event?.subjects.map((subject) => subject.personId)).toEqual([sorenId])
    expect(JSON.stringify(await owner().auditEvent.findMany({ select: { details: true, purpose: true, route: true } }))).not.toMatch(/Kjærg/i)
  })

  it('leaves out the dead and the moved until asked, unless nobody else answers', async () => {
    const dead = await veteran({ firstName: 'Ole', lastName: 'Afgangsen', diedOn: day('2026-01-01') })
    expect((await search(coordinator, 'Afgangsen')).result?.rows.map((row) => row.id)).toEqual([dead.id])
    const alive = await veteran({ firstName: 'Per', lastName: 'Afgangsen' })
    expect((await search(coordinator, 'Afgangsen')).result?.rows.map((row) => row.id)).toEqual([alive.id])
    expect((await search(coordinator, 'Afgangsen', { gone: '1' })).result?.total).toBe(2)
  })

  it('filters by role and turns pages without losing or repeating anybody', async () => {
    for (let i = 0; i < 27; i++) await veteran({ firstName: `Nr${i}`, lastName: 'Sidetalsen' })
    await person('RELATIVE', { firstName: 'Pårørende', lastName: 'Sidetalsen' })
    const pages = await Promise.all([1, 2].map((page) => search(coordinator, 'Sidetalsen', { page, role: 'VETERAN' })))
    const seen = pages.flatMap(({ result }) => result?.rows.map((row) => row.id) ?? [])
    expect(new Set(seen).size).toBe(27)
    expect(pages[0]?.result?.total).toBe(27)
    expect((await search(coordinator, 'Sidetalsen', { role: 'RELATIVE' })).result?.total).toBe(1)
  })

  it.each([['', 'Skriv mindst'], ['%%', 'Skriv et navn']])('%j is refused with what to do', async (q, sentence) => {
    const { state } = await as(coordinator, () => submit(searchPeople, { q }))
    expect(state?.fields?.q?.[0]).toContain(sentence)
  })
})
