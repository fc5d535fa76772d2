import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { findByFacts } from '@/lib/casework/quick-log/actions'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

let caseworker: Actor, colleague: Actor

beforeAll(async () => {
  caseworker = await staff('CASEWORKER')
  colleague = await staff('CASEWORKER')
})

describe('three facts', () => {
  const known = { firstName: 'Ragnhild', lastName: 'Skovsgaard-Trefakta', birthDate: new Date('1975-03-05'), registeredOn: new Date('2026-01-01') }
  const own = async (data: object = {}, where: object = {}) => {
    const who = await veteran({ ...known, ...data }, { address: { street: 'Fjordbakken', number: '7', postcode: '8930', ...where } })
    await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    await owner().contactPoint.create({ data: { personId: who.id, kind: 'PHONE', value: '+4520998877', source: 'test', fromDay: new Date('2026-01-01') } })
    return who.id
  }
  const ask = (values: Record<string, string>, actor = caseworker) => as(actor, () => submit(findByFacts, values))
  const birthday = { 'born.day': '5', 'born.month': '3' }

  it('find the one who answers to all of them, by first name, birthday without a year and street', async () => {
    const id = await own()
    const to = '/contacts/new?back=%2Ftasks'
    const ways: Record<string, string>[] = [{ firstName: 'ragnhild', ...birthday, street: 'fjordbakken 7' }, { lastName: 'Skovsgård', ...birthday, 'born.year': '1975', postcode: '8930' }, { firstName: 'Ragn', phone: '88 77', street: 'Fjordb' }]
    for (const said of ways) expect((await ask({ ...said, to })).redirectedTo).toBe(`${to}&person=${id}`)
    expect(await owner().auditEvent.findFirstOrThrow({ where: { action: 'contact.person-found', actorUserId: caseworker.userId }, orderBy: { seq: 'asc' }, include: { subjects: true } })).toMatchObject({ kind: 'LIST', details: { by: 'firstName,born,street' }, subjects: [{ personId: id }] })
    expect(await owner().auditEvent.count({ where: { personId: id, kind: 'VIEW' } })).toBe(0)
    // Each fact counts: one that is wrong finds nobody, and nobody is shown.
    for (const wrong of [{ firstName: 'Ragnfrid' }, { 'born.day': '6' }, { street: 'Fjordbakken 8' }]) expect((await ask({ firstName: 'Ragnhild', ...birthday, street: 'Fjordbakken', ...wrong })).state).toMatchObject({ fields: { firstName: [expect.stringContaining('Ingen')] } })
    for (const outside of ['//elsewhere.invalid', '/people']) expect((await ask({ firstName: 'Ragnhild', ...birthday, street: 'Fjordbakken', to: outside })).redirectedTo).toBe(`/contacts/new?person=${id}`)
  })

  it('say how many answer, keep what was typed, and count nobody out of reach', async () => {
    const alike = { firstName: 'Tvilling', lastName: 'Trefakta-Mange' }
    const said = { firstName: 'Tvilling', lastName: 'Trefakta-Mange', postcode: '8930' }
    const [first] = [await own(alike), await own(alike)]
    const others = await veteran({ ...known, ...alike }, { address: { postcode: '8930' } })
    await owner().assignment.create({ data: { personId: others.id, userId: colleague.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    const several = await ask(said)
    expect(several.state).toMatchObject({ fields: { firstName: ['2 borgere svarer til det hele. Skriv en oplysning mere.'] }, values: said })
    expect(JSON.stringify(several)).not.toContain(first)
    expect((await ask(said, colleague)).redirectedTo).toBe(`/contacts/new?person=${others.id}`)
    const strange = await staff('CASEWORKER')
    expect((await ask(said, strange)).state?.fields?.firstName?.[0]).toContain('Ingen')
  })

  it('are three, and signs are none', async () => {
    await own()
    const few: Record<string, string>[] = [{ firstName: 'Ragnhild', postcode: '8930' }, { firstName: 'Ragnhild', ...birthday, street: '%' }]
    for (const said of few) expect((await ask(said)).state?.fields?.firstName).toEqual(['Skriv mindst tre oplysninger.'])
    expect((await ask({ 'born.day': '31', 'born.month': '2', postcode: '89', phone: '12' })).state?.fields).toMatchObject({ born: [expect.any(String)], postcode: [expect.any(String)], phone: [expect.any(String)] })
  })

  it('never meet a protected address', async () => {
    const id = await own({ firstName: 'Skjult', lastName: 'Trefakta', protection: 'P1' }, { street: 'Hemmelighedsvej' })
    const said = { firstName: 'Skjult', lastName: 'Trefakta', ...birthday }
    expect((await ask(said)).redirectedTo).toBe(`/contacts/new?person=${id}`)
    expect((await ask({ ...said, street: 'Hemmelighedsvej' })).state?.fields?.firstName?.[0]).toContain('Ingen')
  })
})
