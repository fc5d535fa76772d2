import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { createPerson } from '@/lib/people/create/actions'
import { newPersonPage } from '@/lib/people/create/queries'
import { searchPeople } from '@/lib/people/search/actions'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

async function searched(actor: Actor, q: string): Promise<string> {
  const { redirectedTo } = await as(actor, () => submit(searchPeople, { q }))
  return redirectedTo?.split('s=')[1] ?? ''
}
const registered = { 'registeredOn.day': '1', 'registeredOn.month': '11', 'registeredOn.year': '2026' }
const form = (s: string, more: Record<string, string> = {}) => ({ s, firstName: 'Bjarke', lastName: 'Nyholmsen', roles: 'VETERAN', ...registered, ...more })
const born = { 'birthDate.day': '5', 'birthDate.month': '6', 'birthDate.year': '1975' }

describe('a new person', () => {
  it('is reached from a search and filled in with its words', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const s = await searched(coordinator, 'Bjarke Nyholmsen 05-06-1975')
    expect((await newPersonPage(coordinator, s, false))?.draft).toMatchObject({ firstName: 'Bjarke', lastName: 'Nyholmsen', birthDate: '1975-06-05' })
    expect(await newPersonPage(await staff('VETERAN_COORDINATOR'), s, false)).toBeNull()
    const { redirectedTo } = await as(coordinator, () => submit(createPerson, form(s, { ...born, cpr: '650675-4321', phone: '20 11 22 33' })))
    const id = redirectedTo?.split('/')[2] ?? ''
    const row = await owner().person.findUniqueOrThrow({ where: { id }, include: { roles: true, veteran: true, cpr: true, contactPoints: true } })
    expect(row).toMatchObject({ firstName: 'Bjarke', createdBy: coordinator.userId, roles: [{ kind: 'VETERAN' }], veteran: { vulnerable: false }, cpr: { kind: 'REPLACEMENT' }, contactPoints: [{ value: '+4520112233' }] })
    expect(await owner().auditEvent.count({ where: { action: 'person.created', personId: id } })).toBe(1)
  })

  it('not without a search', async () => {
    const { state } = await as(await staff('VETERAN_COORDINATOR'), () => submit(createPerson, form('01890000-0000-7000-8000-000000000000')))
    expect(state?.message).toContain('Søg efter personen først')
  })

  it('sent twice is created once; a corrected form is another person', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const s = await searched(coordinator, 'Dobbelt Klikkesen')
    const values = form(s, { firstName: 'Dobbelt', lastName: 'Klikkesen' })
    const both = await Promise.all([1, 2].map(() => as(coordinator, () => submit(createPerson, values))))
    expect(both[0]?.redirectedTo).toBe(both[1]?.redirectedTo)
    expect(await owner().person.count({ where: { lastName: 'Klikkesen' } })).toBe(1)
  })

  it('likely duplicates stand in between, with what was typed kept, until somebody says it is another', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const known = await veteran({ firstName: 'Grethe', lastName: 'Søgaard', birthDate: day('1975-06-05') })
    const s = await searched(coordinator, 'Grete Søgaard')
    const values = form(s, { firstName: 'Grete', lastName: 'Soegaard', ...born, phone: '20112299' })
    const { redirectedTo } = await as(coordinator, () => submit(createPerson, values))
    expect(redirectedTo).toBe(`/people/new?s=${s}&check=1`)
    const page = await newPersonPage(coordinator, s, true)
    expect(page?.likely[0]).toMatchObject({ id: known.id, reasons: expect.arrayContaining(['same-birth-date']) })
    expect(page?.draft).toMatchObject({ lastName: 'Soegaard', phone: '20112299' })
    expect(await owner().person.count({ where: { lastName: 'Soegaard' } })).toBe(0)
    const anyway = await as(coordinator, () => submit(createPerson, { ...values, anyway: 'yes' }))
    expect(anyway.redirectedTo).toMatch(/^\/people\/[0-9a-f-]{36}\/data$/)
  })

  it('the very same name is asked about when no birth date tells the two apart', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    await veteran({ firstName: 'Navne', lastName: 'Fællesen', birthDate: day('1970-01-01') })
    const s = await searched(coordinator, 'Navne Fællesen')
    const send = (more: Record<string, string>) => as(coordinator, () => submit(createPerson, form(s, { firstName: 'Navne', lastName: 'Faellesen', ...more })))
    expect((await send({})).redirectedTo).toContain('check=1')
    expect((await send(born)).redirectedTo).toMatch(/data$/)
  })

  it('a relative is related in the same breath', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const soldier = await veteran()
    const s = await searched(coordinator, 'Pia Partnersen')
    const values = form(s, { firstName: 'Pia', lastName: 'Partnersen', roles: 'RELATIVE', relativeOf: soldier.id })
    expect((await as(coordinator, () => submit(createPerson, values))).state?.fields?.relation).toBeDefined()
    await as(coordinator, () => submit(createPerson, { ...values, relation: 'SPOUSE' }))
    expect(await owner().relation.findFirst({ where: { personId: soldier.id }, include: { relatedPerson: true } })).toMatchObject({ kind: 'SPOUSE', relatedPerson: { lastName: 'Partnersen' } })
  })

  it.each([[{ roles: '' }, 'roles'], [{ cpr: '123' }, 'cpr'], [{ phone: '12' }, 'phone'], [{ firstName: ' ', lastName: '' }, 'firstName']])('%j is refused with nothing written', async (bad, field) => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const s = await searched(coordinator, 'Ufærdig Personsen')
    const { state } = await as(coordinator, () => submit(createPerson, { ...form(s, { lastName: 'Ufærdigsen' }), ...(bad as Record<string, string>) }))
    expect(state?.fields?.[field]).toBeDefined()
    expect(await owner().person.count({ where: { lastName: 'Ufærdigsen' } })).toBe(0)
  })

  it('is not for caseworkers', async () => {
    const caseworker = await staff('CASEWORKER')
    const s = await searched(caseworker, 'Bjarke')
    expect((await as(caseworker, () => submit(createPerson, form(s)))).state?.message).toContain('ikke adgang')
  })
})
