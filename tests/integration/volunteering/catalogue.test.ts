import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { hideVolunteer, showVolunteer } from '@/lib/volunteering/catalogue/actions'
import { catalogueFor } from '@/lib/volunteering/catalogue/queries'
import { openRequest } from '@/lib/volunteering/matching/candidates/queries'
import { requestVolunteer } from '@/lib/volunteering/requests/actions'
import { personRequests } from '@/lib/volunteering/requests/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { planned } from '../../support/plans'
import { dayFields, volunteer } from '../../support/volunteers'
import { wholePlan } from '../../support/whole-plan'

let lead: Actor, unit = ''
const ABOUT = 'Jeg har selv været udsendt og kan lide at gå lange ture.'
const helper = async (firstName = 'Signe', data: object = {}) => {
  const id = await volunteer({ roles: ['visitor'], areas: ['nord'], step: 'active', papers: [['confidentiality', null], ['criminal-record', addDays(today(), 300)]] })
  await owner().volunteer.update({ where: { id }, data: { firstName, times: ['2-morning'], ...data } })
  return id
}
const show = (volunteerId: string, number = '0', more = {}, who = lead) => as(who, () => submit(showVolunteer, { volunteerId, number, about: ABOUT, ...dayFields('on', today()), ...more }))
const hide = (volunteerId: string, number = '1') => as(lead, () => submit(hideVolunteer, { volunteerId, number }))
const shownTo = async (who: Actor, personId: string) => (await catalogueFor(who, personId, async () => null))?.content?.more.shown ?? null
const idsFor = async (who: Actor, personId: string) => (await shownTo(who, personId))?.map(({ id }) => id) ?? []
const wants = (who: Actor, personId: string, more = {}) => as(who, () => submit(requestVolunteer, { personId, role: 'visitor', ...dayFields('since', today()), times: '1-evening', ...more }))
const tied = async (volunteerId: string, personId: string) => owner().volunteerTie.create({ data: { volunteerId, personId, tiedBy: lead.userId } })
const told = async (personId: string, by: Actor) => owner().consent.create({ data: { personId, purpose: 'referral', fields: ['needs'], recipientUnitId: unit, how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: by.userId } })

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('the catalogue', () => {
  it('shows who agreed, by first name and own words, until they no longer do', async () => {
    const [{ id: personId, caseworker }, id] = [await planned(), await helper()]
    expect(await idsFor(caseworker, personId)).not.toContain(id)
    expect((await show(id)).redirectedTo).toBe(`/volunteers/${id}`)
    expect((await shownTo(caseworker, personId))?.find((one) => one.id === id)).toEqual({ id, firstName: 'Signe', about: ABOUT, roles: ['visitor'], areas: ['nord'], languages: [] })
    expect((await show(id, '0')).state?.message).toContain('ændret det')
    expect((await show(id, '1', { about: 'kort' })).state?.fields?.about?.[0]).toBeTruthy()
    expect((await show(id, '1', dayFields('on', addDays(today(), 1)))).state?.fields?.on?.[0]).toBeTruthy()
    expect((await hide(id)).redirectedTo).toBeTruthy()
    expect(await idsFor(caseworker, personId)).not.toContain(id)
    expect((await hide(id, '2')).state?.message).toContain('står ikke')
    expect(await owner().auditEvent.count({ where: { action: { in: ['volunteer.shown', 'volunteer.hidden'] }, details: { path: ['volunteer'], equals: id } } })).toBe(2)
  })

  it('shows nobody who is not active, is close to the citizen or their caseworker, or as a citizen is shielded or protected; and no area of a protected address', async () => {
    const { id: personId, caseworker } = await planned()
    const [paused, brother, shielded, hidden, protectedOne] = [await helper(), await helper(), await helper(), await helper(), await helper('Ida', { addressProtected: true, postcode: null })]
    for (const id of [paused, brother, shielded, hidden, protectedOne]) await show(id)
    await owner().volunteerStep.create({ data: { volunteerId: paused, number: 2, step: 'paused', onDay: dayToDb(today()), untilDay: dayToDb(addDays(today(), 9)) } })
    const [his, theirs, other] = [await person('VETERAN'), await person('VETERAN'), await person('VETERAN')]
    await owner().relation.create({ data: { personId, relatedPersonId: his.id, kind: 'SIBLING' } })
    for (const [id, self] of [[brother, his], [shielded, theirs], [hidden, other]] as const) await tied(id, self.id)
    await owner().person.update({ where: { id: theirs.id }, data: { protection: 'P3' } })
    await owner().person.update({ where: { id: other.id }, data: { protection: 'P2' } })
    const found = await shownTo(caseworker, personId)
    for (const [what, id] of Object.entries({ paused, brother, shielded, hidden })) expect([what, found?.some((one) => one.id === id)]).toEqual([what, false])
    expect(found?.find((one) => one.id === protectedOne)).toMatchObject({ areas: [] })
    const another = await planned()
    expect(await idsFor(another.caseworker, another.id)).toContain(brother)
  })

  it('is read by whoever has the citizen in hand, and in the database as well', async () => {
    const [{ id: personId, stranger, caseworker }, id] = [await planned(), await helper()]
    await show(id)
    const asked = (who: Actor) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM access.volunteer_catalogue(${personId}::uuid)`)
    expect((await asked(caseworker)).length).toBeGreaterThan(0)
    const others: Partial<Record<RoleName, Actor>> = {}
    for (const role of roles) others[role] = await staff(role, { unitId: unit })
    for (const who of [stranger, ...Object.values(others)]) {
      expect(await asked(who)).toEqual([])
      expect(await shownTo(who, personId).catch(() => null)).toBeNull()
    }
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) expect((await show(id, '1', {}, others[role])).redirectedTo, role).toBeNull()
  })
})

describe('a wish', () => {
  it('follows the request, stands first among the candidates and alone in the plan, and sets no rule aside', async () => {
    const [{ id: personId, caseworker }, id, better] = [await planned(), await helper('Signe'), await helper('Bo', { times: ['1-evening'] })]
    await show(id)
    expect((await wants(caseworker, personId, { wish: id })).redirectedTo).toBeTruthy()
    const { id: requestId } = await owner().volunteerRequest.findFirstOrThrow({ where: { personId } })
    expect((await personRequests(caseworker, personId, async () => null))?.content?.more.requests[0]?.wish).toBe('Signe')
    // Without a consent nobody learns of it.
    expect(await openRequest(lead, requestId, today())).toMatchObject({ wish: null, candidates: [] })
    await told(personId, caseworker)
    const found = await openRequest(lead, requestId, today())
    expect(found?.wish).toMatchObject({ open: true })
    expect(found?.candidates[0]).toMatchObject({ id, wished: true })
    expect(found?.candidates.some((one) => one.id === better && !one.wished)).toBe(true)
    expect((await wholePlan(lead)).rows.find(({ request }) => request.id === requestId)?.given).toMatchObject({ id, wished: true })
    await owner().volunteer.update({ where: { id }, data: { capacity: 0 } })
    expect((await openRequest(lead, requestId, today()))?.wish).toMatchObject({ open: false })
    expect((await wholePlan(lead)).rows.find(({ request }) => request.id === requestId)?.given?.id).not.toBe(id)
    // That they have become close is told of nobody by name.
    await owner().volunteer.update({ where: { id }, data: { capacity: 1 } })
    const self = await person('VETERAN')
    await tied(id, self.id)
    await owner().relation.create({ data: { personId, relatedPersonId: self.id, kind: 'SIBLING' } })
    expect((await openRequest(lead, requestId, today()))?.wish).toBeNull()
    expect((await personRequests(caseworker, personId, async () => null))?.content?.more.requests[0]?.wish).toBe('')
  })

  it('is for somebody who stands in the catalogue and does what is asked for', async () => {
    const [{ id: personId, caseworker }, unlisted, host] = [await planned(), await helper(), await helper('Eva', { roles: ['host'] })]
    await show(host)
    for (const wish of [unlisted, host, '019a0000-0000-7000-8000-00000000dead']) expect((await wants(caseworker, personId, { wish })).state?.message).toContain('kan ikke vælges')
    await expect(transaction({ role: 'app', token: caseworker.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO volunteer_request (person_id, role_code, since, wished_volunteer_id, created_by) VALUES ('${personId}', 'visitor', current_date, '${unlisted}', '${caseworker.userId}')`))).rejects.toThrow(/Nobody in the catalogue|volunteer_request_wish/)
    expect(await owner().volunteerRequest.count({ where: { personId } })).toBe(0)
  })
})
