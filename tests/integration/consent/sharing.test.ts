import { beforeAll, describe, expect, it } from 'vitest'
import { declareRelation } from '@/lib/oversight/own-relations/actions'
import { giveConsent, withdrawConsent } from '@/lib/consent/register/actions'
import { sharedCard, sharedPeople } from '@/lib/consent/sharing/queries'
import type { Actor } from '@/lib/access/permissions'
import { transaction } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, dayToDb } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

let coordinator: Actor, jobcentre: Actor, elsewhere: Actor
let unitId = ''
const boxes = (name: string, on: string) => ({ [`${name}.day`]: String(Number(on.slice(8))), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.year`]: on.slice(0, 4) })
const form = (personId: string, more: Record<string, string | string[]> = {}) => ({
  personId, recipient: `unit:${unitId}`, purpose: 'work', fields: ['contact'], how: 'spoken', evidence: 'I samtalen i dag', heardIn: 'da', ...boxes('givenOn', today()), ...boxes('expiresOn', addMonths(today(), 12)), ...more,
})
const give = (personId: string, more: Record<string, string | string[]> = {}, by = coordinator) => as(by, () => submit(giveConsent, form(personId, more)))
const idOf = async (personId: string) => (await owner().consent.findFirstOrThrow({ where: { personId }, orderBy: { recordedAt: 'desc' } })).id
const listed = async (actor: Actor, personId: string) => (await sharedPeople(actor)).some((one) => one.personId === personId)

beforeAll(async () => {
  const unit = async (code: string) => (await owner().unit.create({ data: { code, nameDa: `Center ${code}`, nameEn: `Unit ${code}` } })).id
  unitId = await unit('jobcenter')
  coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
  jobcentre = await staff('CASEWORKER', { unitId, name: 'Jonas Jobcenter' })
  elsewhere = await staff('CASEWORKER', { unitId: await unit('skole') })
})

describe('a consent', () => {
  it('opens to the unit it names exactly what it says, and to nobody else', async () => {
    const who = await veteran({ firstName: 'Sagt', lastName: 'Ja', communicationNote: 'ring efter kl. 10' })
    await owner().contactPoint.createMany({ data: [{ personId: who.id, kind: 'PHONE', value: '20304050', source: 'test' }, { personId: who.id, kind: 'EMAIL', value: 'nej@example.dk', allowed: false, source: 'test' }] })
    expect(await listed(jobcentre, who.id)).toBe(false)
    expect((await give(who.id)).redirectedTo).toBe(`/people/${who.id}/consents`)
    const card = await sharedCard(jobcentre, await idOf(who.id))
    expect(card).toMatchObject({ name: 'Sagt Ja', contacts: [{ kind: 'PHONE', value: '20304050' }], address: null, needs: null, service: null, byName: 'Karen Koordinator' })
    expect(card?.wording).toContain('Vi må fortælle Center jobcenter dit navn og din telefon og e-mail for at hjælpe dig med job eller uddannelse.')
    expect([await listed(elsewhere, who.id), await sharedCard(elsewhere, await idOf(who.id))]).toEqual([false, null])
    const seen = await owner().auditEvent.findMany({ where: { personId: who.id, action: 'consent.card-viewed' } })
    expect(seen.map((row) => row.actorUserId)).toEqual([jobcentre.userId])
  })

  it('opens the record itself to nobody', async () => {
    const who = await veteran()
    await give(who.id, { fields: ['contact', 'address', 'needs', 'service'] })
    const tables = ['person', 'contact_point', 'address', 'consent', 'deployment', 'person_role']
    for (const table of tables) expect(await transaction({ role: 'app', token: jobcentre.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE ${table === 'person' ? 'id' : 'person_id'} = '${who.id}'`))).toEqual([])
  })

  it('never holds a protected address', async () => {
    const who = await veteran({ protection: 'P1' })
    await give(who.id, { fields: ['address'] })
    expect(await sharedCard(jobcentre, await idOf(who.id))).toMatchObject({ address: null })
    const later = await veteran()
    await give(later.id, { fields: ['address'] })
    expect((await sharedCard(jobcentre, await idOf(later.id)))?.address?.street).toBe('Vestergade')
    await owner().person.update({ where: { id: later.id }, data: { protection: 'P2' } })
    expect((await sharedCard(jobcentre, await idOf(later.id)))?.address).toBeNull()
  })

  it('bites the moment it is withdrawn, once, and names who has looked', async () => {
    const who = await veteran()
    await give(who.id)
    const consentId = await idOf(who.id)
    expect(await sharedCard(jobcentre, consentId)).not.toBeNull()
    const seen = await transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRaw<{ name: string; times: number }[]>`SELECT name, times FROM access.consent_seen(${consentId}::uuid)`)
    expect(seen).toEqual([{ name: 'Jonas Jobcenter', times: 1 }])
    const withdraw = () => as(coordinator, () => submit(withdrawConsent, { personId: who.id, consentId, how: 'spoken' }))
    expect((await withdraw()).redirectedTo).toBe(`/people/${who.id}/consents`)
    expect([await sharedCard(jobcentre, consentId), await listed(jobcentre, who.id)]).toEqual([null, false])
    expect((await withdraw()).state?.message).toContain('allerede')
  })

  it('ends with its last day, and with the person', async () => {
    const [over, dead] = [await veteran(), await veteran()]
    for (const who of [over, dead]) await give(who.id)
    await owner().consent.updateMany({ where: { personId: over.id }, data: { givenOn: dayToDb(addDays(today(), -20)), expiresOn: dayToDb(addDays(today(), -1)) } })
    await owner().person.update({ where: { id: dead.id }, data: { diedOn: dayToDb(today()) } })
    expect([await listed(jobcentre, over.id), await listed(jobcentre, dead.id)]).toEqual([false, false])
  })

  it('lifts no core block: one’s own family, shielded people', async () => {
    const [brother, shielded] = [await veteran({ firstName: 'Bror', lastName: 'Lindholm', birthDate: new Date('1980-05-06') }), await veteran({ protection: 'P3' })]
    const cleared = await staff('VETERAN_COORDINATOR', { clearances: ['SHIELDED'] })
    await give(brother.id)
    await give(shielded.id, {}, cleared)
    expect([await listed(jobcentre, brother.id), await listed(jobcentre, shielded.id)]).toEqual([true, false])
    await as(jobcentre, () => submit(declareRelation, { kind: 'SIBLING', name: 'Bror Lindholm', 'born.day': '6', 'born.month': '5', 'born.year': '1980' }))
    expect([await listed(jobcentre, brother.id), await sharedCard(jobcentre, await idOf(brother.id))]).toEqual([false, null])
  })

  it('needs no reason of the recipient, who cannot open the record; whoever can says why as always', async () => {
    const who = await veteran()
    const responsible = await staff('VETERAN_COORDINATOR')
    await owner().assignment.create({ data: { personId: who.id, userId: responsible.userId, reason: 'responsible', fromDay: dayToDb(addDays(today(), -9)) } })
    await give(who.id, {}, responsible)
    expect(await sharedCard(jobcentre, await idOf(who.id))).not.toBeNull()
    const colleague = await staff('VETERAN_COORDINATOR', { unitId })
    await expect(sharedCard(colleague, await idOf(who.id))).rejects.toThrow()
  })
})

describe('writing it down', () => {
  it.each([
    [{ recipient: '' }, 'recipient'], [{ recipient: 'other', recipientName: ' ' }, 'recipientName'], [{ recipient: 'unit:019a0000-0000-7000-8000-000000000000' }, 'recipient'], [{ evidence: 'ja' }, 'evidence'], [{ purpose: 'noget' }, 'purpose'],
    [boxes('givenOn', addDays(today(), 1)), 'givenOn'], [boxes('expiresOn', addDays(today(), -1)), 'expiresOn'], [boxes('expiresOn', addMonths(today(), 25)), 'expiresOn'], [{ ...boxes('givenOn', addDays(today(), -10)), ...boxes('expiresOn', addDays(today(), -1)) }, 'expiresOn'], [{ 'givenOn.month': '13' }, 'givenOn'],
  ])('%j is refused where it happened, and nothing is lost', async (wrong, field) => {
    const who = await veteran()
    const { state } = await give(who.id, wrong)
    expect(Object.keys(state?.fields ?? {})).toEqual([field])
    expect(state?.values?.fields).toBe('contact')
    expect(await owner().consent.count({ where: { personId: who.id } })).toBe(0)
  })

  it('may end today', async () => {
    const who = await veteran()
    expect((await give(who.id, { ...boxes('givenOn', addDays(today(), -10)), ...boxes('expiresOn', today()) })).redirectedTo).toBe(`/people/${who.id}/consents`)
    // On somebody else's page it is nobody's to withdraw.
    const { id } = await owner().consent.findFirstOrThrow({ where: { personId: who.id } })
    expect((await as(coordinator, async () => submit(withdrawConsent, { personId: (await veteran()).id, consentId: id, how: 'spoken' }))).state?.message).toBe('Samtykket er allerede trukket tilbage.')
  })

  it('is for those who reach the person', async () => {
    const who = await veteran()
    expect((await give(who.id, {}, jobcentre)).state?.message).toContain('findes ikke')
    expect((await give(who.id, {}, await staff('MANAGER'))).state?.message).toBeTruthy()
    expect(await owner().consent.count({ where: { personId: who.id } })).toBe(0)
  })

  it('is not for the hours of emergency access, which it would outlast', async () => {
    const who = await person('REFUGEE')
    const inEmergency = () => owner().breakGlass.create({ data: { userId: jobcentre.userId, personId: who.id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    await inEmergency()
    expect((await give(who.id, {}, jobcentre)).state?.message).toContain('nødadgang')
    const insert = () => transaction({ role: 'app', token: jobcentre.token }, (tx) => tx.$executeRaw`INSERT INTO consent (person_id, purpose, recipient_unit_id, fields, how, wording, given_on, expires_on, recorded_by)
      VALUES (${who.id}::uuid, 'work', ${unitId}::uuid, '{}', 'written', 'Vi må fortælle alt', ${dayToDb(today())}, ${dayToDb(today())}, ${jobcentre.userId}::uuid)`)
    await expect(insert()).rejects.toThrow(/row-level security/)
    expect(await owner().consent.count({ where: { personId: who.id } })).toBe(0)
  })

  it('is never changed: not even by whoever wrote it', async () => {
    const who = await veteran()
    await give(who.id)
    for (const statement of ["UPDATE consent SET fields = '{address}'", 'DELETE FROM consent', "UPDATE consent_withdrawal SET note = ''", 'DELETE FROM consent_withdrawal'])
      await expect(transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(/permission denied/)
  })
})
