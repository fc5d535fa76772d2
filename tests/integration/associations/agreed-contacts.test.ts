import { beforeAll, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { addAgreedContact, endAgreedContact } from '@/lib/associations/agreed-contacts/actions'
import { addAssociation, addAssociationContact, addPartnership, endAssociationContact } from '@/lib/associations/register/actions'
import { listAssociations, openAssociation } from '@/lib/associations/register/queries'
import { openAgreement } from '@/lib/associations/signed/queries'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields, volunteerActor } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
})
const agree = (associationId: string, number: number) => as(lead, () => submit(addPartnership, { associationId, number: String(number), ...dayFields('from', addDays(now, -30)), ...dayFields('to', addDays(now, 40)), responsibilities: 'Hver sit' }))
async function agreed() {
  const associationId = (await as(lead, () => submit(addAssociation, { name: 'Naturens Venner', kind: 'environment', about: '', website: '' }))).redirectedTo?.split('/').at(-1) ?? ''
  for (const name of ['Bodil Lind', 'Carl Bo']) await as(lead, () => submit(addAssociationContact, { associationId, name, title: 'Formand', email: '', phone: '20 12 34 56' }))
  await agree(associationId, 0)
  const found = await openAssociation(lead, associationId, now)
  return { associationId, partnershipId: found?.agreements[0]?.id ?? '', bodil: found?.contacts[0]?.id ?? '', carl: found?.contacts[1]?.id ?? '' }
}
type Agreed = Awaited<ReturnType<typeof agreed>>
const add = ({ associationId, partnershipId }: Agreed, chosen: { associationContactId?: string; userId?: string }, by = lead) => as(by, () => submit(addAgreedContact, { associationId, partnershipId, ...chosen }))
const open = async ({ associationId, partnershipId }: Agreed) => await openAgreement(lead, associationId, partnershipId)
const named = async (one: Agreed) => (await open(one))?.agreement.contacts.map(({ side, name, gone }) => [side, name, gone])

it('an agreement has its own contacts on either side, which stand with it, on the list and with the next one', async () => {
  const one = await agreed()
  const manager = others.MANAGER
  expect((await add(one, { associationContactId: one.bodil, userId: manager.userId })).redirectedTo).toContain(one.partnershipId)
  expect(await named(one)).toEqual([['association', 'Bodil Lind', false], ['municipality', manager.name, false]])
  // Who is chosen is not offered again, and chosen once.
  const choices = (await open(one))?.choices
  expect([choices?.contacts.map(({ name }) => name), choices?.staff.some(({ id }) => id === manager.userId), choices?.staff.some(({ id }) => id === lead.userId)]).toEqual([['Carl Bo'], false, true])
  expect((await add(one, { userId: manager.userId })).state?.message).toContain('allerede')
  expect((await add(one, {})).state?.fields).toHaveProperty('associationContactId')
  const both = await Promise.all([add(one, { associationContactId: one.carl }), add(one, { associationContactId: one.carl })])
  expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
  expect((await openAssociation(lead, one.associationId, now))?.agreements[0]?.contacts.map(({ name }) => name)).toEqual(['Bodil Lind', 'Carl Bo', manager.name])
  expect((await listAssociations(lead, null, now)).find(({ id }) => id === one.associationId)?.contacts).toEqual([{ name: manager.name, gone: false }])
  // Whoever speaks for the association no more is said to, and does not go on to the next agreement.
  await as(lead, () => submit(endAssociationContact, { associationId: one.associationId, associationContactId: one.bodil }))
  expect(await named(one)).toEqual([['association', 'Bodil Lind', true], ['association', 'Carl Bo', false], ['municipality', manager.name, false]])
  await agree(one.associationId, 1)
  const [next] = (await openAssociation(lead, one.associationId, now))?.agreements ?? []
  expect(next?.contacts.map(({ name }) => name)).toEqual(['Carl Bo', manager.name])
})

it('is taken off once, and was there', async () => {
  const one = await agreed()
  await add(one, { associationContactId: one.bodil })
  const agreedContactId = (await open(one))?.agreement.contacts[0]?.id ?? ''
  const other = await agreed()
  const end = ({ associationId, partnershipId }: Agreed) => as(lead, () => submit(endAgreedContact, { associationId, partnershipId, agreedContactId }))
  expect((await end(other)).state?.message).toContain('findes ikke mere')
  expect((await end(one)).redirectedTo).toContain(one.partnershipId)
  expect((await end(one)).redirectedTo).toBeNull()
  expect([await named(one), await owner().partnershipContact.count({ where: { partnershipId: one.partnershipId } })]).toEqual([[], 1])
  expect((await add(one, { associationContactId: one.bodil })).redirectedTo).toBeTruthy()
  for (const action of ['association.agreed-contact-added', 'association.agreed-contact-ended']) expect([action, await owner().auditEvent.count({ where: { action, details: { path: ['agreement'], equals: one.partnershipId } } })]).toEqual([action, action.endsWith('added') ? 2 : 1])
})

it('is somebody of that association or of the house, chosen by those who lead volunteers; the database says the same', async () => {
  const [one, other] = [await agreed(), await agreed()]
  const { actor: volunteer } = await volunteerActor()
  const closed = await staff('CASEWORKER')
  await owner().user.update({ where: { id: closed.userId }, data: { active: false } })
  for (const userId of [volunteer.userId, others.ASSOCIATION_REPRESENTATIVE.userId, closed.userId, one.bodil]) expect((await add(one, { userId })).state?.message).toContain('findes ikke mere')
  expect((await add(one, { associationContactId: other.bodil })).state?.message).toContain('findes ikke mere')
  const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
  const insert = (by: string, contact: string | null, user: string | null) => `INSERT INTO partnership_contact (partnership_id, contact_id, user_id, from_day, recorded_by) VALUES ('${one.partnershipId}', ${contact ? `'${contact}'` : 'NULL'}, ${user ? `'${user}'` : 'NULL'}, current_date, '${by}')`
  await add(one, { associationContactId: one.bodil })
  for (const [by, contact, user] of [[lead.userId, other.bodil, null], [lead.userId, null, volunteer.userId], [others.MANAGER.userId, one.carl, null]] as const) await expect(asked(lead, insert(by, contact, user))).rejects.toThrow(/row-level security/)
  await expect(asked(lead, insert(lead.userId, one.carl, lead.userId))).rejects.toThrow(/partnership_contact_one/)
  const left = await agreed()
  await as(lead, () => submit(endAssociationContact, { associationId: left.associationId, associationContactId: left.bodil }))
  await expect(asked(lead, insert(lead.userId, left.bodil, null).replace(one.partnershipId, left.partnershipId))).rejects.toThrow(/row-level security/)
  for (const sql of ['DELETE FROM partnership_contact', 'UPDATE partnership_contact SET user_id = NULL']) await expect(asked(lead, sql), sql).rejects.toThrow('permission denied')
  for (const role of roles.filter((each) => each !== 'VOLUNTEER_LEAD')) {
    const me = others[role]
    expect([role, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRaw`SELECT 1 FROM partnership_contact UNION ALL SELECT 1 FROM access.agreement_staff()`)]).toEqual([role, []])
    await expect(asked(me, insert(me.userId, one.carl, null)), role).rejects.toThrow(/row-level security/)
    expect([role, await asked(me, 'UPDATE partnership_contact SET to_day = current_date')]).toEqual([role, 0])
    expect((await add(one, { associationContactId: one.carl }, me)).redirectedTo, role).toBeNull()
  }
})
