import { describe, expect, it } from 'vitest'
import { revealCpr, updateCpr } from '@/lib/people/cpr/actions'
import { saveContact } from '@/lib/people/contacts/actions'
import { saveDeployment } from '@/lib/people/service/actions'
import { revealAddress, saveAddress } from '@/lib/people/places/actions'
import { updatePerson, updateStatus } from '@/lib/people/record/actions'
import { endRole } from '@/lib/people/roles/actions'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, person, veteran } from '../../support/factories'

const date = (name: string, text: string) => Object.fromEntries(['year', 'month', 'day'].map((part, i) => [`${name}.${part}`, text.split('-')[i] ?? '']))
const form = (row: { id: string; version: number }, more: Record<string, string> = {}) => ({ personId: row.id, version: String(row.version), firstName: 'Ny', lastName: 'Navnesen', language: 'da', digitalPost: 'YES', ...date('registeredOn', '2025-01-01'), ...more })
const events = (personId: string) => owner().auditEvent.findMany({ where: { personId }, orderBy: { seq: 'asc' } })

describe('editing a person', () => {
  it('saves, counts the version up, and leaves the former value in the history with who changed it', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const row = await veteran({ firstName: 'Gammel', lastName: 'Navnesen' })
    const { redirectedTo } = await as(coordinator, () => submit(updatePerson, form(row, { ...date('birthDate', '1980-02-29'), largePrint: 'on' })))
    expect(redirectedTo).toBe(`/people/${row.id}/data`)
    expect(await owner().person.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({ firstName: 'Ny', version: 2, largePrint: true, birthDate: day('1980-02-29') })
    const history = await owner().fieldHistory.findMany({ where: { personId: row.id, field: 'first_name' } })
    expect(history).toMatchObject([{ oldValue: 'Gammel', newValue: 'Ny', changedBy: coordinator.userId }])
    expect((await events(row.id)).map((event) => [event.kind, event.action])).toEqual([['CHANGE', 'person.updated']])
  })

  it('a second save of an older page shows both texts, loses nothing, and saves when asked again', async () => {
    const [first, second] = [await staff('VETERAN_COORDINATOR', { name: 'Anna Først' }), await staff('VETERAN_COORDINATOR')]
    const row = await veteran({ firstName: 'Ole', lastName: 'Navnesen' })
    await as(first, () => submit(updatePerson, form(row, { firstName: 'Anna skrev' })))
    const { state } = await as(second, () => submit(updatePerson, form(row, { firstName: 'Jeg skrev' })))
    expect(state?.message).toContain('Anna Først')
    expect(state?.fields?.firstName).toEqual(['Nu står der: “Anna skrev”.'])
    expect(state?.fields?.lastName).toBeUndefined()
    expect(state?.values).toMatchObject({ firstName: 'Jeg skrev', version: '2' })
    const again = await as(second, () => submit(updatePerson, state?.values ?? {}))
    expect(again.redirectedTo).toBe(`/people/${row.id}/data`)
    expect((await owner().person.findUniqueOrThrow({ where: { id: row.id } })).firstName).toBe('Jeg skrev')
  })

  it.each([
    [{ firstName: '', lastName: '' }, 'firstName'],
    [date('birthDate', '2023-02-29'), 'birthDate'],
    [date('birthDate', '2999-01-01'), 'birthDate'],
    [{ digitalPost: '' }, 'digitalPost'],
  ])('%j is refused where it stands, with the typed values kept', async (bad, field) => {
    const row = await veteran()
    const { state } = await as(await staff('VETERAN_COORDINATOR'), () => submit(updatePerson, form(row, bad as Record<string, string>)))
    expect(state?.fields?.[field]?.[0]?.length).toBeGreaterThan(10)
    expect(state?.values.lastName).toBe('lastName' in bad ? '' : 'Navnesen')
  })

  it('a person out of scope is not there', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    for (const row of [await person('REFUGEE'), await veteran({ protection: 'P3' })]) {
      const { state } = await as(coordinator, () => submit(updatePerson, form(row)))
      expect(state?.message).toContain('findes ikke længere')
    }
    const visible = await veteran()
    const { state } = await as(await staff('MANAGER'), () => submit(updatePerson, form(visible)))
    expect(state?.message).toContain('ikke adgang')
  })

  it('shows what somebody else saved only with a row in the log, and not at all where the log takes none', async () => {
    const [first, second] = [await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR')]
    const row = await veteran({ lastName: 'Navnesen', communicationNote: 'Hører dårligt' })
    await as(first, () => submit(updatePerson, form(row, { communicationNote: 'Ring om morgenen' })))
    const stale = () => as(second, () => submit(updatePerson, form(row, { communicationNote: 'Skriv helst' })))
    expect(JSON.stringify((await stale()).state)).toContain('Ring om morgenen')
    expect((await events(row.id)).filter((event) => event.actorUserId === second.userId)).toMatchObject([{ kind: 'VIEW', action: 'person.viewed', details: { page: 'conflict', form: 'updatePerson' } }])
    await owner().$executeRaw`ALTER TABLE audit_event ADD CONSTRAINT no_conflict CHECK (details ->> 'page' <> 'conflict') NOT VALID`
    const answer = JSON.stringify((await stale()).state)
    await owner().$executeRaw`ALTER TABLE audit_event DROP CONSTRAINT no_conflict`
    expect(answer).not.toContain('Ring om morgenen')
  })
})

describe('dead and moved', () => {
  it('refuses days that cannot be', async () => {
    const row = await veteran({ birthDate: day('1980-01-01') })
    const coordinator = await staff('VETERAN_COORDINATOR')
    const send = async (values: object) => (await as(coordinator, () => submit(updateStatus, { personId: row.id, version: '1', ...values }))).state
    expect((await send(date('diedOn', '1970-01-01')))?.fields?.diedOn?.[0]).toContain('før fødselsdagen')
    expect((await send({ ...date('diedOn', '2020-01-01'), ...date('movedAwayOn', '2021-01-01') }))?.fields?.movedAwayOn?.[0]).toContain('efter dødsdagen')
  })
})

describe('protection', () => {
  it('shows the address for a purpose, to those with clearance, and remembers why', async () => {
    const row = await veteran({ protection: 'P1' }, { address: { street: 'Skjultevej' } })
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
    const shown = await as(cleared, () => submit(revealAddress, { personId: row.id, purpose: 'visit' }))
    expect(shown.state?.message).toContain('Skjultevej 12')
    expect((await as(cleared, () => submit(revealAddress, { personId: row.id }))).state?.fields?.purpose).toBeDefined()
    const refused = await as(await staff('VETERAN_COORDINATOR'), () => submit(revealAddress, { personId: row.id, purpose: 'visit' }))
    expect(refused.state?.message).toBeUndefined()
    expect((await events(row.id)).map((event) => [event.kind, event.purpose])).toEqual([['VIEW', 'visit'], ['DENIED', 'visit']])
  })

  it('a new address of a protected person goes to the hidden table and ends the former, whoever writes it', async () => {
    const row = await veteran({ protection: 'P2' }, { address: { fromDay: day('2020-01-01') } })
    await as(await staff('VETERAN_COORDINATOR'), () => submit(saveAddress, { personId: row.id, street: 'Nyvej', number: '2', postcode: '8900', town: 'Randers C', ...date('fromDay', '2026-05-01') }))
    expect(await owner().address.count({ where: { personId: row.id } })).toBe(0)
    const rows = await owner().protectedAddress.findMany({ where: { personId: row.id }, orderBy: { fromDay: 'asc' } })
    expect(rows.map((one) => [one.street, one.toDay?.toISOString().slice(0, 10)])).toEqual([['Vestergade', '2026-04-30'], ['Nyvej', undefined]])
  })
})

describe('the CPR number', () => {
  it('is set, shown on a click that is remembered, and replaced with the former in the history, masked', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const row = await veteran()
    await as(coordinator, () => submit(updateCpr, { personId: row.id, version: '1', cpr: '650675-1234' }))
    expect((await as(coordinator, () => submit(revealCpr, { personId: row.id }))).state?.message).toBe('650675-1234')
    await as(coordinator, () => submit(updateCpr, { personId: row.id, version: '2', cpr: '6506755678' }))
    const history = await owner().fieldHistory.findMany({ where: { personId: row.id, field: 'cpr' }, orderBy: { changedAt: 'asc' } })
    expect(history.map((one) => [one.oldValue, one.newValue])).toEqual([[null, '650675-•••• REPLACEMENT'], ['650675-•••• REPLACEMENT', '650675-•••• REPLACEMENT']])
    const everything = JSON.stringify([await owner().fieldHistory.findMany(), await owner().auditEvent.findMany({ select: { details: true } }), await owner().submission.findMany()])
      // An id may hold any four digits by chance.
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
    expect(everything).not.toMatch(/1234|5678/)
    expect((await events(row.id)).map((event) => event.action)).toEqual(['person.cpr-changed', 'person.cpr-viewed', 'person.cpr-changed'])
  })

  it.each([['65067', '10 cifre'], ['65067512AB', 'kun cifre'], ['991375-1234', 'ikke en dato'], ['50675-1234', 'mangler nok et nul']])('%s: a sentence that says what to do', async (cpr, sentence) => {
    const row = await veteran()
    const { state } = await as(await staff('VETERAN_COORDINATOR'), () => submit(updateCpr, { personId: row.id, version: '1', cpr }))
    expect(state?.fields?.cpr?.[0]).toContain(sentence)
  })

  it('belongs to one person, also to one out of sight', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const [a, b] = [await veteran(), await veteran()]
    await as(coordinator, () => submit(updateCpr, { personId: a.id, version: '1', cpr: '710880-1111' }))
    await owner().personRole.updateMany({ where: { personId: a.id }, data: { kind: 'REFUGEE' } })
    const { state } = await as(coordinator, () => submit(updateCpr, { personId: b.id, version: '1', cpr: '710880-1111' }))
    expect(state?.fields?.cpr?.[0]).toContain('anden registreret person')
  })
})

describe('small rows', () => {
  it('a number is stored one way, refused when it cannot exist, and guarded by its version', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const row = await veteran()
    const send = (values: object) => as(coordinator, () => submit(saveContact, { personId: row.id, kind: 'PHONE', ...values }))
    expect((await send({ value: '12' })).state?.fields?.value?.[0]).toContain('telefonnummer')
    await send({ value: '20 12 34 99', allowed: 'on' })
    expect((await send({ value: '+45 20123499' })).state?.fields?.value?.[0]).toContain('allerede')
    const contact = await owner().contactPoint.findFirstOrThrow({ where: { personId: row.id } })
    expect(contact).toMatchObject({ value: '+4520123499', allowed: true })
    const old = { row: contact.id, version: String(contact.version), value: '20 12 34 98' }
    await send(old)
    expect((await send(old)).state?.values.version).toBe('2')
  })

  it('a deployment that ends before it begins is refused', async () => {
    const row = await veteran()
    const { state } = await as(await staff('VETERAN_COORDINATOR'), () => submit(saveDeployment, { personId: row.id, mission: 'ISAF', country: 'Afghanistan', service: 'ARMY', ...date('fromDay', '2009-08-01'), ...date('toDay', '2009-02-01') }))
    expect(state?.fields?.toDay?.[0]).toContain('før startdagen')
  })

  it('the last role stays', async () => {
    const row = await veteran()
    const role = await owner().personRole.findFirstOrThrow({ where: { personId: row.id } })
    const { state } = await as(await staff('VETERAN_COORDINATOR'), () => submit(endRole, { personId: row.id, row: role.id }))
    expect(state?.message).toContain('eneste rolle')
  })
})
