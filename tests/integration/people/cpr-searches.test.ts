import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { breakGlass } from '@/lib/oversight/break-glass/actions'
import { findExplained } from '@/lib/oversight/explain/actions'
import { placeHold } from '@/lib/oversight/holds/actions'
import { findSubject } from '@/lib/oversight/lookups/actions'
import { registerRequest } from '@/lib/oversight/subject-export/actions'
import { updateCpr } from '@/lib/people/cpr/actions'
import { createPerson } from '@/lib/people/create/actions'
import { searchPeople } from '@/lib/people/search/actions'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

beforeEach(() => owner().$executeRaw`DELETE FROM access.rate_limit`)
const give = (personId: string, cpr: string) => owner().personCpr.create({ data: { personId, kind: 'REPLACEMENT', cipher: seal(cpr), keyedHash: blindIndex(cpr), birthPart: cpr.slice(0, 6) } })
const logged = (actor: Actor, action: string) => owner().auditEvent.findMany({ where: { action, actorUserId: actor.userId }, orderBy: { seq: 'asc' }, include: { subjects: true } })
const changeTo = (actor: Actor, one: { id: string; version: number }, cpr: string) => as(actor, () => submit(updateCpr, { personId: one.id, version: String(one.version), cpr }))

describe('a number that somebody else has', () => {
  it.each([
    ['of a shielded person', '6101800501', () => veteran({ firstName: 'Skærmet', lastName: 'Holder', protection: 'P3' })],
    ['of another programme', '6101800502', () => person('REFUGEE', { firstName: 'Anden', lastName: 'Holder' })],
  ] as const)('%s: it is taken, nothing is changed, and that it was tried stands in the log about whose it is', async (_whose, cpr, make) => {
    const holder = await make()
    await give(holder.id, cpr)
    const coordinator = await staff('VETERAN_COORDINATOR')
    const { id } = await veteran({ firstName: 'Selve', lastName: 'Borgeren' })
    const one = await owner().person.findUniqueOrThrow({ where: { id } })
    const { state } = await changeTo(coordinator, one, cpr)
    expect(state?.fields?.cpr?.[0]).toContain('anden registreret person')
    const search = await as(coordinator, () => submit(searchPeople, { q: 'Helt Nyperson' }))
    const made = await as(coordinator, () => submit(createPerson, { s: search.redirectedTo?.split('s=')[1] ?? '', firstName: 'Helt', lastName: 'Nyperson', roles: 'VETERAN', 'registeredOn.day': '1', 'registeredOn.month': '11', 'registeredOn.year': '2026', anyway: 'yes', cpr }))
    expect(made.state?.fields?.cpr?.[0]).toContain('anden registreret person')
    expect(await owner().person.count({ where: { lastName: 'Nyperson' } })).toBe(0)
    const rows = await logged(coordinator, 'person.cpr-taken')
    expect(rows.map((row) => [row.kind, row.subjects.map((subject) => subject.personId)])).toEqual([['DENIED', [holder.id]], ['DENIED', [holder.id]]])
    expect(JSON.stringify(rows.map((row) => row.details))).not.toContain(cpr)
  })

  it('is noted for nobody who may not register, and not where nobody has it', async () => {
    const holder = await veteran({ firstName: 'Kun', lastName: 'Enkelt' })
    await give(holder.id, '6101800503')
    const note = (actor: Actor, cpr: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw`SELECT access.note_cpr_taken(${blindIndex(cpr)}, uuidv7())::text`)
    const [manager, coordinator] = [await staff('MANAGER'), await staff('VETERAN_COORDINATOR')]
    await note(manager, '6101800503')
    await note(coordinator, '6101800504')
    expect([...(await logged(manager, 'person.cpr-taken')), ...(await logged(coordinator, 'person.cpr-taken'))]).toEqual([])
    await note(coordinator, '6101800503')
    expect(await logged(coordinator, 'person.cpr-taken')).toHaveLength(1)
  })
})

describe('a search that does not end with one person', () => {
  const why = { code: 'danger', note: 'Der er ringet fra vagten i nat', hours: '4' }
  const asked = { askedBy: 'self', askedHow: 'letter', identity: 'Pas vist ved skranken', 'receivedOn.day': '1', 'receivedOn.month': '11', 'receivedOn.year': '2026' }
  const held = { reason: 'Klagesag ved domstolen', 'reviewOn.day': '1', 'reviewOn.month': '1', 'reviewOn.year': '2028' }
  it.each([
    ['audit.subject-sought', 'DATA_PROTECTION_OFFICER', findSubject, {}], ['access.sought', 'ADMINISTRATOR', findExplained, {}], ['subject.sought', 'DATA_PROTECTION_OFFICER', registerRequest, asked],
    ['hold.sought', 'DATA_PROTECTION_OFFICER', placeHold, held], ['glass.not-opened', 'CASEWORKER', breakGlass, why],
  ] as const)('%s stands in the log, without the number', async (action, role, form, values) => {
    const asker = await staff(role)
    const { state } = await as(asker, () => submit(form, { ...values, cpr: '610180-0599' }))
    expect(state?.fields?.cpr, JSON.stringify(state)).toBeDefined()
    const rows = await logged(asker, action)
    expect(rows).toMatchObject([{ kind: 'DENIED', details: { by: 'cpr' } }])
    expect(JSON.stringify(rows.map((row) => row.details))).not.toContain('0599')
  })

  it('names the several who answered to it', async () => {
    const officer = await staff('DATA_PROTECTION_OFFICER')
    const both = await Promise.all([1, 2].map(() => veteran({ firstName: 'Ens', lastName: 'Navnesen', birthDate: day('1980-03-04') })))
    const { state } = await as(officer, () => submit(findSubject, { name: 'Ens Navnesen', 'born.day': '4', 'born.month': '3', 'born.year': '1980' }))
    expect(state?.fields?.cpr).toBeDefined()
    expect((await logged(officer, 'audit.subject-sought'))[0]?.subjects.map((subject) => subject.personId).sort()).toEqual(both.map(({ id }) => id).sort())
  })
})

describe('too many that found nobody', () => {
  it('stop the one who asks for a while, in every such form, and others not; a search that ends with its person is not counted', async () => {
    const [officer, other] = [await staff('DATA_PROTECTION_OFFICER'), await staff('DATA_PROTECTION_OFFICER')]
    const { id } = await veteran({ firstName: 'Fundet', lastName: 'Straks' })
    await give(id, '6101800505')
    const seek = (actor: Actor, cpr: string) => as(actor, () => submit(findSubject, { cpr }))
    for (let at = 0; at < 35; at++) expect((await seek(officer, '610180-0505')).redirectedTo).toContain(id)
    for (let at = 0; at < 30; at++) expect((await seek(officer, '610180-0598')).state?.fields?.cpr).toBeDefined()
    for (const cpr of ['610180-0598', '610180-0505']) expect((await seek(officer, cpr)).state?.message).toContain('for mange gange')
    expect((await as(officer, () => submit(placeHold, { cpr: '610180-0505', reason: 'Klagesag ved domstolen', 'reviewOn.day': '1', 'reviewOn.month': '1', 'reviewOn.year': '2028' }))).state?.message).toContain('for mange gange')
    expect(await logged(officer, 'access.search-stopped')).toHaveLength(3)
    expect((await seek(other, '610180-0505')).redirectedTo).toContain(id)
  })
})
