import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { addProtection, liftProtection, restateProtection } from '@/lib/people/protection/actions'
import { addressShown, addressShownReport, waitingProtections } from '@/lib/people/protection/queries'
import { saveAddress, revealAddress } from '@/lib/people/places/actions'
import { personData } from '@/lib/people/record/queries'
import { addRelation, endRelation, setHome } from '@/lib/people/relations/actions'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

const none = () => Promise.resolve(null)
const reason = 'Bekræftet i CPR af borgeren selv'
const cleared = () => staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS'] })
const plain = () => staff('VETERAN_COORDINATOR')
const ground = async (personId: string) => owner().personProtection.findFirstOrThrow({ where: { personId, liftedAt: null } })
const state = async (id: string) => {
  const { protection, shielded } = await owner().person.findUniqueOrThrow({ where: { id } })
  return [protection, shielded, await owner().address.count({ where: { personId: id } }), await owner().protectedAddress.count({ where: { personId: id } })]
}
const protect = (actor: Actor, personId: string, level: string, more: object = {}) => as(actor, () => submit(addProtection, { personId, level, source: 'CPR', ...more }))
const lift = (actor: Actor, personId: string, row: string, why = reason) => as(actor, () => submit(liftProtection, { personId, row, reason: why }))
let house = 0
/** Two people at one address that nobody else has. */
async function couple(kind: 'SPOUSE' | 'SIBLING' | 'FRIEND' = 'SPOUSE', other: object = {}) {
  const home = { street: 'Husstandsvej', number: String((house += 1)), postcode: '8920' }
  const [a, b] = [await veteran({}, { address: { ...home, floor: '1' } }), await person('RELATIVE', {}, { address: { ...home, ...other } })]
  await owner().relation.create({ data: { personId: a.id, relatedPersonId: b.id, kind } })
  return [a.id, b.id] as const
}

describe('a ground', () => {
  it('hides at once, for whoever writes it; only who may read the address lifts it, in writing', async () => {
    const row = await veteran()
    const [someone, named] = [await plain(), await cleared()]
    await protect(someone, row.id, 'P1')
    expect(await state(row.id)).toEqual(['P1', false, 0, 1])
    const { id } = await ground(row.id)
    expect((await lift(someone, row.id, id)).state?.message).toContain('Kun medarbejdere')
    expect((await lift(named, row.id, id, 'ok')).state?.fields?.reason).toBeDefined()
    expect(await state(row.id)).toEqual(['P1', false, 0, 1])
    await lift(named, row.id, id)
    expect(await state(row.id)).toEqual(['P0', false, 1, 0])
    expect(await owner().personProtection.findUniqueOrThrow({ where: { id } })).toMatchObject({ liftedBy: named.userId, liftReason: reason })
  })

  it('stands beside others: a shielded person may have a protected address, and each is lifted by itself', async () => {
    const row = await veteran({ protection: 'P3' })
    const both = await staff('VETERAN_COORDINATOR', { clearances: ['PROTECTED_ADDRESS', 'SHIELDED'] })
    await protect(both, row.id, 'P2')
    expect(await state(row.id)).toEqual(['P2', true, 0, 1])
    const shield = await owner().personProtection.findFirstOrThrow({ where: { personId: row.id, level: 'P3' } })
    expect((await personData(await cleared(), row.id, 'data', none))?.bar).toBeUndefined()
    await lift(both, row.id, shield.id)
    expect(await state(row.id)).toEqual(['P2', false, 0, 1])
  })

  it('is not lowered by writing to the person, by no role', async () => {
    const row = await veteran({ protection: 'P2' })
    const named = await cleared()
    await transaction({ role: 'app', token: named.token }, (tx) => tx.person.updateMany({ where: { id: row.id }, data: { protection: 'P0', shielded: false } }))
    await owner().person.update({ where: { id: row.id }, data: { protection: 'P1' } })
    expect(await state(row.id)).toEqual(['P2', false, 0, 1])
    const write = (sql: string) => transaction({ role: 'app', token: named.token }, (tx) => tx.$executeRawUnsafe(sql, row.id)).catch(() => 'refused')
    expect([await write('UPDATE person_protection SET lifted_at = now(), lift_reason = repeat(\'x\', 10) WHERE person_id = $1::uuid'), await write('DELETE FROM person_protection WHERE person_id = $1::uuid')]).toEqual(['refused', 'refused'])
  })
})

describe('a day that passes', () => {
  it('shows nothing: the address waits in a queue until somebody says that it holds, or lifts it', async () => {
    const row = await veteran()
    const [someone, named] = [await plain(), await cleared()]
    await protect(someone, row.id, 'P1', { 'toDay.day': '20', 'toDay.month': '11', 'toDay.year': '2020' })
    expect(await state(row.id)).toEqual(['P1', false, 0, 1])
    expect((await waitingProtections(someone, today())).filter((one) => one.personId === row.id)).toMatchObject([{ level: 'P1', toDay: '2020-11-20' }])
    const { id, version } = await ground(row.id)
    await as(named, () => submit(restateProtection, { personId: row.id, row: id, version: String(version), source: 'CPR' }))
    expect((await waitingProtections(someone, today())).filter((one) => one.personId === row.id)).toEqual([])
    expect((await as(named, () => submit(restateProtection, { personId: row.id, row: id, version: String(version), source: 'Politiet' }))).state?.message).toMatch(/ændret/)
  })
})

describe('the household', () => {
  it('inherits at the same address, and is shown again together with the one it came from', async () => {
    const [a, b] = await couple()
    await protect(await plain(), a, 'P2')
    expect([await state(a), await state(b)]).toEqual([['P2', false, 0, 1], ['P2', false, 0, 1]])
    const named = await cleared()
    expect((await lift(named, b, (await ground(b)).id)).state?.message).toContain('bor sammen')
    await lift(named, a, (await ground(a)).id)
    expect([await state(a), await state(b)]).toEqual([['P0', false, 1, 0], ['P0', false, 1, 0]])
  })

  it.each([['SIBLING', {}, 'P0'], ['FRIEND', {}, 'P0'], ['SPOUSE', { number: '999' }, 'P0'], ['SPOUSE', { floor: '2' }, 'P0'], ['SPOUSE', { floor: null }, 'P1']] as const)('%s with %j: %s', async (kind, other, expected) => {
    const [a, b] = await couple(kind, other)
    await protect(await plain(), a, 'P1')
    expect((await state(b))[0]).toBe(expected)
  })

  it('is what the tick says, over relations of relations, and whoever joins later joins in', async () => {
    const [a, b] = await couple('SIBLING')
    const lodger = await person('RELATIVE', {}, { address: null })
    const someone = await plain()
    await protect(someone, a, 'P1')
    const relation = await owner().relation.findFirstOrThrow({ where: { personId: a } })
    await as(someone, () => submit(setHome, { personId: a, row: relation.id, together: 'yes' }))
    await as(someone, () => submit(addRelation, { personId: b, relatedId: lodger.id, kind: 'FRIEND', livesTogether: 'on' }))
    expect([(await state(b))[0], (await state(lodger.id))[0]]).toEqual(['P1', 'P1'])
    await as(someone, () => submit(saveAddress, { personId: lodger.id, street: 'Skjulvej', number: '1', postcode: '8900', town: 'Randers C', 'fromDay.day': '1', 'fromDay.month': '5', 'fromDay.year': '2026' }))
    expect(await state(lodger.id)).toEqual(['P1', false, 0, 1])
  })

  it('that breaks up hides on, and waits for somebody to decide about each', async () => {
    const [a, b] = await couple()
    const [someone, named] = [await plain(), await cleared()]
    await protect(someone, a, 'P1')
    const relation = await owner().relation.findFirstOrThrow({ where: { personId: a } })
    await as(someone, () => submit(endRelation, { personId: a, row: relation.id }))
    expect(await state(b)).toEqual(['P1', false, 0, 1])
    expect((await waitingProtections(someone, today())).filter((one) => one.personId === b)).toMatchObject([{ basis: 'HOUSEHOLD' }])
    await lift(named, b, (await ground(b)).id)
    expect([await state(a), await state(b)]).toEqual([['P1', false, 0, 1], ['P0', false, 1, 0]])
  })

  it('is not told to those who may not open the other', async () => {
    const [a, b] = await couple()
    await owner().person.update({ where: { id: a }, data: { protection: 'P3' } })
    await owner().person.update({ where: { id: a }, data: { protection: 'P1' } })
    const seen = (await personData(await plain(), b, 'data', none))?.content?.more
    expect(seen?.protections).toMatchObject([{ basis: 'HOUSEHOLD', viaName: null }])
    expect(await state(b)).toEqual(['P1', false, 0, 1])
  })
})

describe('where the address has been in view', () => {
  it('says who and how: open pages only while it was open; for those with clearance and the officer', async () => {
    const row = await veteran()
    const [someone, named, officer] = [await plain(), await cleared(), await staff('DATA_PROTECTION_OFFICER')]
    await personData(someone, row.id, 'data', none)
    await personData(someone, row.id, 'edit-person', none)
    await protect(someone, row.id, 'P1')
    await owner().personProtection.updateMany({ where: { personId: row.id }, data: { notedAt: new Date() } })
    await personData(someone, row.id, 'data', none)
    await as(named, () => submit(revealAddress, { personId: row.id, purpose: 'visit' }))
    const rows = (await addressShown(named, row.id, today(), none))?.content?.more ?? []
    expect(rows.map(({ how, who, action, purpose }) => [how, who, action, purpose])).toEqual([
      ['screen', named.name, 'person.protected-address-viewed', 'visit'], ['screen', someone.name, 'person.viewed', null]])
    expect(await addressShownReport(officer, row.id, today())).toHaveLength(2)
    expect((await addressShown(someone, row.id, today(), none))?.content?.more ?? []).toEqual([])
    expect(await addressShownReport(officer, crypto.randomUUID(), today())).toBeNull()
  })

  it('is nobody’s own family’s to read, and forgets what is older than the days it tells of', async () => {
    const row = await veteran({ protection: 'P1' })
    const kin = await staff('DATA_PROTECTION_OFFICER', { personId: row.id })
    await owner().$executeRaw`INSERT INTO audit_event (kind, action, person_id, at) VALUES ('VIEW', 'person.protected-address-viewed', ${row.id}::uuid, now() - interval '100 days')`
    expect(await addressShownReport(kin, row.id, today())).toBeNull()
    expect(await addressShownReport(await staff('DATA_PROTECTION_OFFICER'), row.id, today())).toEqual([])
  })
})
