import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { addAssociation, addAssociationContact, addPartnership, changeAssociation, endAssociationContact } from '@/lib/associations/register/actions'
import { associationsPage, listAssociations, openAssociation } from '@/lib/associations/register/queries'
import { associationsView } from '@/lib/associations/register/schema'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { changeVolunteer } from '@/lib/volunteering/volunteers/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { whileWriting } from '../../support/at-once'
import { owner } from '../../support/db'
import { matched } from '../../support/pairs'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
})
const made = async (name = 'Naturens Venner') => (await as(lead, () => submit(addAssociation, { name, kind: 'environment', about: '', website: '' }))).redirectedTo?.split('/').at(-1) ?? ''
const agree = (associationId: string, number: number, from: Day, to: Day, more: Record<string, string> = {}) => as(lead, () => submit(addPartnership, { associationId, number: String(number), ...dayFields('from', from), ...dayFields('to', to), responsibilities: 'Hver sit', places: '4', ...more }))
const open = (id: string) => openAssociation(lead, id, now)
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))

describe('an association', () => {
  it('has its facts, those who speak for it, and agreements by period', async () => {
    const id = await made()
    expect((await as(lead, () => submit(changeAssociation, { associationId: id, version: '1', name: 'Nye Venner', kind: 'social' }))).redirectedTo).toBeDefined()
    expect((await as(lead, () => submit(changeAssociation, { associationId: id, version: '1', name: 'Andre', kind: 'social' }))).state?.message).toContain('En anden')
    await as(lead, () => submit(addAssociationContact, { associationId: id, name: 'Bodil Lind', title: 'Formand', email: '', phone: '20 12 34 56' }))
    await agree(id, 0, addDays(now, -30), addDays(now, 300), dayFields('review', addDays(now, 10)))
    const found = await open(id)
    expect(found).toMatchObject({ association: { name: 'Nye Venner', version: 2 }, contacts: [{ name: 'Bodil Lind', phone: '+4520123456', ended: false }], agreements: [{ number: 1, places: 4 }], state: 'live', due: { code: 'review' } })
    const contact = { associationId: id, associationContactId: found?.contacts[0]?.id ?? '' }
    expect((await as(lead, () => submit(endAssociationContact, contact))).redirectedTo).toBeDefined()
    expect((await as(lead, () => submit(endAssociationContact, contact))).redirectedTo).toBeNull()
    expect((await open(id))?.contacts[0]?.ended).toBe(true)
    expect(await openAssociation(lead, '019a0000-0000-7000-8000-00000000dead', now)).toBeNull()
  })

  it('is asked again where something is wrong, and an agreement written at the same moment is written once', async () => {
    const id = await made()
    expect((await agree(id, 0, now, addDays(now, -1))).state?.fields).toHaveProperty('to')
    expect((await agree(id, 0, now, addDays(now, 9), dayFields('review', addDays(now, 10)))).state?.fields).toHaveProperty('review')
    expect((await agree(id, 0, now, addDays(now, 9), { responsibilities: '' })).state?.fields).toHaveProperty('responsibilities')
    expect((await as(lead, () => submit(addAssociation, { name: '', kind: 'king' }))).state?.fields).toMatchObject({ name: expect.anything(), kind: expect.anything() })
    const both = await Promise.all([agree(id, 0, now, addDays(now, 9)), agree(id, 0, now, addDays(now, 19))])
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect(await owner().partnership.count({ where: { associationId: id } })).toBe(1)
    // No number is left out; and what another is writing at that very moment is not told as written.
    expect((await agree(id, 7, now, addDays(now, 9))).state?.message).toContain('mens du skrev')
    const [one] = await owner().partnership.findMany({ where: { associationId: id } })
    expect((await whileWriting((tx) => tx.partnership.create({ data: { ...one!, id: undefined, number: 2 } }), () => agree(id, 1, now, addDays(now, 9)))).state?.message).toContain('mens du skrev')
  })

  it('whose agreement has lapsed gives no new match, tells who comes by it, and is first on the list; the next agreement opens it again', async () => {
    const id = await made('Udløbet')
    const v = await volunteer({ step: 'active' })
    await as(lead, () => submit(changeVolunteer, { volunteerId: v, version: '1', firstName: 'Per', lastName: 'By', phone: '20 12 34 56', capacity: '1', associationId: id }))
    expect(await openVolunteer(lead, v, now)).toMatchObject({ volunteer: { association: { id, name: 'Udløbet' } }, lapsed: false })
    await agree(id, 0, addDays(now, -60), addDays(now, -1))
    expect(await openVolunteer(lead, v, now)).toMatchObject({ lapsed: true })
    expect((await open(id))?.volunteers).toMatchObject([{ id: v, name: 'Per By' }])
    // Those that run go on, and are told of by their numbers: whom they are with is not.
    const unit = await owner().unit.create({ data: { code: 'lapsed', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })
    const [match, ended] = [await matched(await staff('VOLUNTEER_LEAD', { unitId: unit.id }), unit.id), await matched(await staff('VOLUNTEER_LEAD', { unitId: unit.id }), unit.id)]
    await owner().volunteer.updateMany({ where: { id: { in: [match.volunteerId, ended.volunteerId] } }, data: { associationId: id } })
    await owner().volunteerMatchEnd.create({ data: { matchId: ended.matchId, personId: ended.id, endedOn: new Date(now), endedBy: 'person', cause: 'reached', recordedBy: lead.userId } })
    const { number } = await owner().volunteerMatch.findUniqueOrThrow({ where: { id: match.matchId } })
    expect((await open(id))?.matches).toEqual([{ id: match.matchId, number, volunteerId: match.volunteerId }])
    await owner().volunteer.updateMany({ where: { id: { in: [match.volunteerId, ended.volunteerId] } }, data: { associationId: null } })
    expect((await listAssociations(lead, null, now))[0]).toMatchObject({ id, state: 'lapsed', volunteers: 1 })
    expect((await listAssociations(lead, 'sport', now)).map((one) => one.id)).not.toContain(id)
    await agree(id, 1, now, addDays(now, 300))
    expect(await openVolunteer(lead, v, now)).toMatchObject({ lapsed: false })
    const wrong = await as(lead, () => submit(changeVolunteer, { volunteerId: v, version: '2', firstName: 'Per', lastName: 'By', phone: '20 12 34 56', capacity: '1', associationId: '019a0000-0000-7000-8000-00000000dead' }))
    expect(wrong.state?.fields).toHaveProperty('associationId')
  })

  it('are listed a page at a time, and found by words of their name; a number of a person is no name', async () => {
    await owner().association.createMany({ data: Array.from({ length: 55 }, (_, nth) => ({ name: `Åkær Idrætsforening ${nth}`, kind: 'sport' as const, createdBy: lead.userId })) })
    const list = (asked: Record<string, string>) => associationsPage(lead, associationsView.parse(asked), now)
    const [one, two] = [await list({ name: 'idræt  ÅKÆR' }), await list({ name: 'idræt  ÅKÆR', page: '2' })]
    expect([one.rows.length, one.total, two.rows.length]).toEqual([50, 55, 5])
    expect(new Set([...one.rows, ...two.rows].map(({ id }) => id)).size).toBe(55)
    expect(one.counts.find(({ tab }) => tab === 'all')?.count).toBe(55)
    expect((await list({ name: 'åkær', kind: 'culture' })).total).toBe(0)
    // Every word, and not one of them.
    expect((await list({ name: 'åkær skakklub' })).total).toBe(0)
    expect(associationsView.parse({ name: '010190-1234' }).name).toBeNull()
  })
})

it('associations are read and written by those who lead volunteers, and what was agreed is never changed', async () => {
  const id = await made()
  await agree(id, 0, now, addDays(now, 9))
  for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
    const me = others[role]
    for (const table of ['association', 'association_contact', 'partnership']) expect([role, table, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`))]).toEqual([role, table, []])
    await expect(openAssociation(me, id, now), role).rejects.toThrow('association.read')
    for (const sql of [`INSERT INTO association (name, kind, created_by) VALUES ('x', 'social', '${me.userId}')`, `INSERT INTO association_contact (association_id, name, from_day, recorded_by) VALUES ('${id}', 'x', current_date, '${me.userId}')`, `INSERT INTO partnership (association_id, number, from_day, to_day, responsibilities, recorded_by) VALUES ('${id}', 2, current_date, current_date, 'x', '${me.userId}')`])
      await expect(asked(me, sql), `${role} ${sql}`).rejects.toThrow(/row-level security/)
    expect([role, await asked(me, "UPDATE association SET name = 'x'"), await asked(me, 'UPDATE association_contact SET to_day = current_date')]).toEqual([role, 0, 0])
  }
  for (const sql of ["UPDATE partnership SET goals = 'x'", 'DELETE FROM partnership', 'DELETE FROM association', "UPDATE association_contact SET name = 'x'"]) await expect(asked(lead, sql), sql).rejects.toThrow('permission denied')
  const another = others.MANAGER.userId
  for (const sql of [`INSERT INTO association (name, kind, created_by) VALUES ('x', 'social', '${another}')`, `INSERT INTO association_contact (association_id, name, from_day, recorded_by) VALUES ('${id}', 'x', current_date, '${another}')`, `INSERT INTO partnership (association_id, number, from_day, to_day, responsibilities, recorded_by) VALUES ('${id}', 2, current_date, current_date, 'x', '${another}')`])
    await expect(asked(lead, sql), sql).rejects.toThrow(/row-level security/)
})
