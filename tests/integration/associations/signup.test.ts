import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { listAssociations, openAssociation } from '@/lib/associations/register/queries'
import { isInTab } from '@/lib/associations/register/rules'
import { acceptSignup, signUpAssociation, turnDownSignup } from '@/lib/associations/signup/actions'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
  await owner().localArea.createMany({ data: [{ code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Centre', postcodes: ['8900'] }, { code: 'old', nameDa: 'Før', nameEn: 'Before', postcodes: [], retiredOn: new Date('2026-01-01') }] })
})
const form = (more: Record<string, string | string[]> = {}) => ({ name: 'Cykelværkstedet', kind: 'hobby', about: 'Cykler', areas: ['midtby', 'old'], website: '', person: 'Jens Overgaard', title: 'Formand', email: 'Jens@Eksempel.invalid', phone: '', wish: 'To-tre ad gangen', agreed: 'on', submission: randomUUID(), ...more })
const send = (more: Record<string, string | string[]> = {}) => as(null, () => submit(signUpAssociation, form(more)))
const made = async (submission = randomUUID()) => {
  await send({ submission })
  return owner().associationSignup.findUniqueOrThrow({ where: { submissionId: submission } })
}
const decide = (actor: Actor, id: string, yes: boolean) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ id: string | null }[]>`SELECT access.decide_signup(${id}::uuid, ${yes}, 'x')::text AS id`)
const tabsOf = async (id: string) => (await listAssociations(lead, null, now)).filter((row) => row.id === id).flatMap((row) => (['all', 'agreement', 'dialogue', 'soon', 'new'] as const).filter((tab) => isInTab(tab, row)))

describe('an association that signs up', () => {
  it('waits on a list of its own with its contact, and is on no other until it is accepted', async () => {
    const { id, associationId } = await made()
    expect(await tabsOf(associationId)).toEqual(['new'])
    expect(await openAssociation(lead, associationId, now)).toMatchObject({ association: { name: 'Cykelværkstedet', areas: ['midtby'] }, contacts: [{ name: 'Jens Overgaard', email: 'jens@eksempel.invalid', title: 'Formand' }], signup: { id, words: 'To-tre ad gangen' } })
    expect((await as(lead, () => submit(acceptSignup, { signupId: id }))).redirectedTo).toBe(`/associations/${associationId}`)
    expect([await tabsOf(associationId), (await openAssociation(lead, associationId, now))?.signup]).toEqual([['all'], null])
    expect((await as(lead, () => submit(acceptSignup, { signupId: id }))).state?.message).toBeDefined()
    expect((await as(lead, () => submit(turnDownSignup, { signupId: id, reason: 'Fortrudt' }))).redirectedTo).toBeNull()
    expect(await owner().auditEvent.count({ where: { action: 'association.signed-up', details: { path: ['association'], equals: associationId } } })).toBe(1)
  })

  it('is asked to wait where many together have sent more in a day than anybody reads', async () => {
    await send({ submission: randomUUID() })
    expect(await owner().$executeRaw`UPDATE access.rate_limit SET points = 300 WHERE key LIKE 'association-signup-all:%'`).toBe(1)
    const submission = randomUUID()
    expect(await send({ submission })).toMatchObject({ redirectedTo: null, state: { message: expect.stringContaining('mange') } })
    expect(await owner().associationSignup.count({ where: { submissionId: submission } })).toBe(0)
    await owner().$executeRaw`DELETE FROM access.rate_limit`
  })

  it('turned down leaves every list, and who wrote is forgotten', async () => {
    const { id, associationId } = await made()
    expect((await as(lead, () => submit(turnDownSignup, { signupId: id, reason: '' }))).state?.fields).toHaveProperty('reason')
    expect((await as(lead, () => submit(turnDownSignup, { signupId: id, reason: 'Sælger ydelser' }))).redirectedTo).toContain('tab=new')
    expect(await tabsOf(associationId)).toEqual([])
    expect(await owner().associationContact.count({ where: { associationId } })).toBe(0)
    expect(await owner().associationSignup.findUnique({ where: { id } })).toMatchObject({ accepted: false, words: null, reason: 'Sælger ydelser', decidedBy: lead.userId })
  })

  it('is one association, also when the form is sent five times at once; without scripts each is its own', async () => {
    const submission = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send({ submission })))
    expect(answers.map(({ redirectedTo }) => redirectedTo)).toEqual(Array(5).fill('/foreninger/meld-jer/tak'))
    expect(await owner().associationSignup.count({ where: { submissionId: submission } })).toBe(1)
    const before = await owner().association.count()
    await send({ submission: '' })
    await send({ submission: '' })
    expect(await owner().association.count()).toBe(before + 2)
  })

  it.each([
    ['no name', { name: '' }, 'name'], ['no kind', { kind: 'king' }, 'kind'], ['nobody to talk to', { person: '' }, 'person'], ['no way to answer', { email: '' }, 'email'], ['a wrong number', { phone: '12' }, 'phone'],
    ['no yes to being kept', { agreed: '' }, 'agreed'], ['a CPR number', { wish: 'Mit nummer er 010190-1234' }, 'wish'], ['a website that is none', { website: 'javascript:alert(1)' }, 'website'],
  ] as const)('is asked again with %s, and nothing is kept', async (_what, wrong, field) => {
    const before = await owner().association.count()
    const { state } = await send(wrong)
    expect([Object.keys(state?.fields ?? {}), await owner().association.count()]).toEqual([[field], before])
  })
})

it('only those who lead volunteers answer, and nobody reads or writes a sign-up past the two functions', async () => {
  const { id } = await made()
  for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
    expect([role, await decide(others[role], id, true), await decide(others[role], id, false)]).toEqual([role, [{ id: null }], [{ id: null }]])
    expect([role, await transaction({ role: 'app', token: others[role].token }, (tx) => tx.$queryRaw`SELECT 1 FROM association_signup`)]).toEqual([role, []])
  }
  expect(await owner().associationSignup.findUnique({ where: { id } })).toMatchObject({ accepted: null })
  for (const sql of ['UPDATE association_signup SET accepted = true', "INSERT INTO association_signup (association_id, language) VALUES (uuidv7(), 'da')", 'DELETE FROM association_contact'])
    await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$executeRawUnsafe(sql)), sql).rejects.toThrow('permission denied')
  for (const table of ['association', 'association_contact', 'association_signup', 'partnership', 'association_note']) await expect(transaction({ role: 'public' }, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`)), table).rejects.toThrow('permission denied')
  await expect(transaction({ role: 'public' }, (tx) => tx.$queryRaw`SELECT access.decide_signup(${id}::uuid, true, NULL)`)).rejects.toThrow('permission denied')
})
