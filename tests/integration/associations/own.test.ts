import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import { type Actor, isRepresentative } from '@/lib/access/permissions'
import { addOwnContact, changeOwnAssociation, endOwnContact } from '@/lib/associations/own/actions'
import { ownAssociation, ownSignedFile } from '@/lib/associations/own/queries'
import { openAssociation } from '@/lib/associations/register/queries'
import { endRepresentative, tieRepresentative } from '@/lib/associations/representatives/actions'
import { freeRepresentatives } from '@/lib/associations/representatives/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const now = today()
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
  await loadReference(owner())
  await owner().localArea.createMany({ data: [{ code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Centre', postcodes: ['8900'] }] })
})
/** An association with everything there can be about one. */
async function association(name: string) {
  const file = await owner().storedFile.create({ data: { kind: 'partnership', ownerId: lead.userId, mime: 'application/pdf', name: 'samarbejdsaftale-1.pdf', sha256: 'x', bytes: new TextEncoder().encode(name) } })
  const one = await owner().association.create({
    data: {
      name, kind: 'social', areas: [], createdBy: lead.userId, contacts: { create: [{ name: `Bo fra ${name}`, fromDay: dayToDb(now) }, { name: 'Før', fromDay: dayToDb(addDays(now, -9)), toDay: dayToDb(now) }] }, notes: { create: { about: 'trust', words: 'Hemmelig', onDay: dayToDb(now), recordedBy: lead.userId } },
      partnerships: { create: { number: 1, fromDay: dayToDb(addDays(now, -30)), toDay: dayToDb(addDays(now, 300)), responsibilities: `Ansvar ${name}`, recordedBy: lead.userId, files: { create: { fileId: file.id, recordedBy: lead.userId } } } },
      dialogues: { create: [{ onDay: dayToDb(addDays(now, 9)), agenda: `Dagsorden ${name}`, participants: 'Alle', createdBy: lead.userId, points: { create: { words: `Punkt ${name}`, dueOn: dayToDb(now), recordedBy: lead.userId } } }, { onDay: dayToDb(now), agenda: 'Aflyst', participants: 'Ingen', cancelledOn: dayToDb(now), createdBy: lead.userId }] },
    },
    include: { partnerships: { include: { files: true } }, contacts: { where: { toDay: null } } },
  })
  return { id: one.id, signed: one.partnerships[0]?.files[0]?.id ?? '', contact: one.contacts[0]?.id ?? '' }
}
const tie = (associationId: string, me: Actor, until = {}) => as(lead, () => submit(tieRepresentative, { associationId, userId: me.userId, ...until }))
const page = (me: Actor) => ownAssociation(me, 'da', now)
type Tied = { me: Actor; id: string; signed: string; contact: string }
async function tied(name = 'Naturens Venner'): Promise<Tied> {
  const [me, one] = [await staff('ASSOCIATION_REPRESENTATIVE'), await association(name)]
  await tie(one.id, me)
  return { me, ...one }
}

describe('whoever speaks for an association', () => {
  it('sees its facts, contacts, agreement, meetings and the rules of workplaces, and nothing of another', async () => {
    const { me, id, signed } = await tied('Min')
    const other = await association('Anden')
    await owner().workplace.create({ data: { name: 'Plejecentret', createdBy: lead.userId, rules: { create: [1, 2].map((number) => ({ number, volunteers: `Regel ${number}`, staff: 'x', fromDay: dayToDb(now), recordedBy: lead.userId })) } } })
    const found = await page(me)
    expect(found).toMatchObject({ facts: { name: 'Min', kind: 'social', active: null }, contacts: [{ name: 'Bo fra Min' }], agreements: [{ number: 1, responsibilities: 'Ansvar Min', signedId: signed }], state: 'live', next: { state: 'planned', day: addDays(now, 9) }, rules: [{ workplace: 'Plejecentret', volunteers: 'Regel 2' }] })
    expect(found?.meetings).toMatchObject([{ agenda: 'Dagsorden Min', points: [{ words: 'Punkt Min' }] }])
    expect(JSON.stringify(found)).not.toMatch(/Anden|Hemmelig|Aflyst/)
    expect(Buffer.from((await ownSignedFile(me, signed))?.bytes ?? []).toString()).toBe('Min')
    expect([await ownSignedFile(me, other.signed), await ownSignedFile(me, 'x')]).toEqual([null, null])
    expect(await owner().auditEvent.count({ where: { action: 'association.own-signed-opened', actorUserId: me.userId } })).toBe(1)
    expect((await openAssociation(lead, id, now))?.representatives).toMatchObject([{ name: me.name, toDay: null }])
    // The municipality’s own rule, as those who lead volunteers see it.
    await owner().dialogueMeeting.updateMany({ where: { associationId: id }, data: { cancelledOn: dayToDb(now) } })
    const next = (await page(me))?.next
    expect([next?.day, next?.explanation.length]).toEqual([(await openAssociation(lead, id, now))?.dialogue.day, 3])
    expect([isRepresentative(me), isRepresentative(lead), isRepresentative({ roles: [] })]).toEqual([true, false, false])
  })

  it('is told whom to turn to about an agreement, on either side, for as long as they are the one', async () => {
    const { me, id, contact } = await tied('Min')
    const other = await association('Anden')
    const at = async (associationId: string) => (await owner().partnership.findFirstOrThrow({ where: { associationId }, orderBy: { number: 'desc' } })).id
    const own = await at(id)
    const colleague = await staff('CASEWORKER', { name: 'Karen Kontakt' })
    await owner().user.update({ where: { id: colleague.userId }, data: { title: 'Konsulent', phone: '+4520304050' } })
    const choose = (partnershipId: string, by: { contactId: string } | { userId: string }, more = {}) => owner().partnershipContact.create({ data: { partnershipId, ...by, fromDay: dayToDb(now), recordedBy: lead.userId, ...more } })
    const [bo, karen] = [await choose(own, { contactId: contact }), await choose(own, { userId: colleague.userId })]
    await choose(await at(other.id), { userId: lead.userId })
    // Of another association, chosen past every guard; and one who works here no more in any role that knows colleagues.
    await choose(own, { contactId: other.contact })
    await choose(own, { userId: others.ASSOCIATION_REPRESENTATIVE.userId })
    const told = async () => (await page(me))?.agreements.map(({ contacts }) => contacts.map(({ name }) => name))
    expect((await page(me))?.agreements[0]?.contacts).toEqual([{ side: 'association', name: 'Bo fra Min', title: null, phone: null }, { side: 'municipality', name: 'Karen Kontakt', title: 'Konsulent', phone: '+4520304050' }])
    expect(JSON.stringify(await page(me))).not.toContain('@test.invalid')
    const without = async (change: () => Promise<unknown>, back: () => Promise<unknown>) => { await change(); const names = await told(); await back(); return names }
    const set = (id: string, toDay: Date | null) => owner().partnershipContact.update({ where: { id }, data: { toDay } })
    expect(await without(() => set(bo.id, dayToDb(now)), () => set(bo.id, null))).toEqual([['Karen Kontakt']])
    expect(await without(() => set(karen.id, dayToDb(now)), () => set(karen.id, null))).toEqual([['Bo fra Min']])
    const speaks = (toDay: Date | null) => owner().associationContact.update({ where: { id: contact }, data: { toDay } })
    expect(await without(() => speaks(dayToDb(now)), () => speaks(null))).toEqual([['Karen Kontakt']])
    const role = (fromDay: Date, toDay: Date | null) => owner().roleGrant.updateMany({ where: { userId: colleague.userId }, data: { fromDay, toDay } })
    for (const [from, to] of [[-9, -1], [1, null]] as const) expect(await without(() => role(dayToDb(addDays(now, from)), to && dayToDb(addDays(now, to))), () => role(dayToDb(addDays(now, -9)), null))).toEqual([['Bo fra Min']])
    expect(await without(() => role(dayToDb(addDays(now, -9)), dayToDb(now)), () => role(dayToDb(addDays(now, -9)), null))).toEqual([['Bo fra Min', 'Karen Kontakt']])
    // Closed, and a right left standing by mistake.
    const works = async (active: boolean) => { await owner().user.update({ where: { id: colleague.userId }, data: { active } }); await role(dayToDb(addDays(now, -9)), null) }
    expect(await without(() => works(false), () => works(true))).toEqual([['Bo fra Min']])
    expect(await told()).toEqual([['Bo fra Min', 'Karen Kontakt']])
    const last = (toDay: Date) => owner().partnership.update({ where: { id: own }, data: { toDay } })
    expect([await without(() => last(dayToDb(addDays(now, -1))), () => last(dayToDb(now))), await told()]).toEqual([[[]], [['Bo fra Min', 'Karen Kontakt']]])
  })

  it('is told how many active volunteers come by it from five on', async () => {
    const { me, id } = await tied()
    for (const at of [1, 2, 3, 4, 5]) {
      expect((await page(me))?.facts.active).toBeNull()
      await owner().volunteer.update({ where: { id: await volunteer({ step: 'active', phone: `+457100000${at}` }) }, data: { associationId: id } })
    }
    await owner().volunteer.update({ where: { id: await volunteer({ step: 'interested', phone: '+4571000009' }) }, data: { associationId: id } })
    expect((await page(me))?.facts.active).toBe(5)
  })

  it('keeps what the association says about itself, and not its name', async () => {
    const { me, id } = await tied()
    const form = { about: 'Nyt', offers: 'Åben tirsdag', areas: ['midtby', 'maane'], website: 'https://eksempel.invalid/', version: '1', name: 'Andet navn', kind: 'sport' }
    expect((await as(me, () => submit(changeOwnAssociation, form))).redirectedTo).toBe('/min-forening')
    expect(await owner().association.findUnique({ where: { id } })).toMatchObject({ name: 'Naturens Venner', kind: 'social', about: 'Nyt', offers: 'Åben tirsdag', areas: ['midtby'], website: 'https://eksempel.invalid/', version: 2 })
    expect((await as(me, () => submit(changeOwnAssociation, form))).state?.message).toContain('ændret imens')
    expect((await as(me, () => submit(changeOwnAssociation, { ...form, website: 'javascript:x' }))).state?.fields).toHaveProperty('website')
  })

  it('keeps its own contacts, and no other association’s', async () => {
    const { me, id, contact } = await tied()
    const other = await association('Anden')
    expect((await as(me, () => submit(addOwnContact, { name: 'Ny', title: '', email: 'NY@Eksempel.invalid', phone: '20 12 34 56' }))).redirectedTo).toBe('/min-forening')
    expect(await owner().associationContact.findFirst({ where: { associationId: id, name: 'Ny' } })).toMatchObject({ email: 'ny@eksempel.invalid', phone: '+4520123456', recordedBy: me.userId, toDay: null })
    expect((await as(me, () => submit(addOwnContact, { name: '', phone: '12' }))).state?.fields).toHaveProperty('name')
    expect((await as(me, () => submit(endOwnContact, { associationContactId: other.contact }))).redirectedTo).toBeNull()
    expect((await as(me, () => submit(endOwnContact, { associationContactId: contact }))).redirectedTo).toBe('/min-forening')
    expect((await page(me))?.contacts.map(({ name }) => name)).toEqual(['Ny'])
    await owner().associationContact.createMany({ data: Array.from({ length: 19 }, (_, at) => ({ associationId: id, name: `N${at}`, fromDay: dayToDb(now) })) })
    expect((await as(me, () => submit(addOwnContact, { name: 'Én for meget' }))).state?.message).toContain('20')
  })
})

describe('a representative', () => {
  it('is tied by those who lead volunteers: somebody with that role alone, to one association at a time', async () => {
    const { me, id } = await tied()
    const [free, second] = [await staff('ASSOCIATION_REPRESENTATIVE'), await association('To')]
    const both = await staff('ASSOCIATION_REPRESENTATIVE', { roles: ['ASSOCIATION_REPRESENTATIVE', 'CASEWORKER'] })
    const users = (await freeRepresentatives(lead, id))?.users.map((user) => user.id)
    expect([free, me, both, lead].map(({ userId }) => users?.includes(userId))).toEqual([true, false, false, false])
    for (const who of [me, both, lead]) expect((await tie(second.id, who)).redirectedTo).toBeNull()
    const race = await Promise.all([tie(second.id, free), tie(id, free)])
    expect(race.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect(await owner().associationRepresentative.count({ where: { userId: free.userId } })).toBe(1)
    expect((await tie(second.id, await staff('ASSOCIATION_REPRESENTATIVE'), dayFields('until', addDays(now, -1)))).state?.fields).toHaveProperty('until')
  })

  it('is let go once', async () => {
    const { me, id } = await tied()
    const representativeId = (await owner().associationRepresentative.findFirstOrThrow({ where: { userId: me.userId } })).id
    const [first, again] = [await as(lead, () => submit(endRepresentative, { associationId: id, representativeId })), await as(lead, () => submit(endRepresentative, { associationId: id, representativeId }))]
    expect([first.redirectedTo, again.redirectedTo]).toEqual([`/associations/${id}`, null])
  })

  it.each([
    ['the tie', async ({ me, id }: Tied): Promise<void> => void (await as(lead, async () => submit(endRepresentative, { associationId: id, representativeId: (await owner().associationRepresentative.findFirstOrThrow({ where: { userId: me.userId } })).id })))],
    ['its last day', async ({ me }: Tied): Promise<void> => void (await owner().associationRepresentative.updateMany({ where: { userId: me.userId }, data: { fromDay: dayToDb(addDays(now, -9)), toDay: dayToDb(addDays(now, -1)) } }))],
    ['the role', async ({ me }: Tied): Promise<void> => void (await owner().roleGrant.updateMany({ where: { userId: me.userId }, data: { toDay: dayToDb(addDays(now, -1)) } }))],
    ['the association', async ({ id }: Tied): Promise<void> => void (await owner().association.update({ where: { id }, data: { closedOn: dayToDb(now) } }))],
    ['its acceptance', async ({ id }: Tied): Promise<void> => void (await owner().associationSignup.create({ data: { associationId: id, language: 'da' } }))],
  ] as const)('sees and writes nothing once %s is gone, at the next look', async (_what, end) => {
    const all = await tied()
    const { me, id, signed, contact } = all
    await owner().partnershipContact.create({ data: { partnershipId: (await owner().partnership.findFirstOrThrow({ where: { associationId: id } })).id, userId: lead.userId, fromDay: dayToDb(now), recordedBy: lead.userId } })
    expect((await page(me))?.agreements[0]?.contacts).toHaveLength(1)
    await end(all)
    expect([await page(me), await ownSignedFile(me, signed)]).toEqual([null, null])
    expect(await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.own_agreed_contacts()`)).toEqual([])
    expect((await as(me, () => submit(changeOwnAssociation, { about: 'x', version: '1' }))).redirectedTo).toBeNull()
    expect((await as(me, () => submit(addOwnContact, { name: 'x' }))).redirectedTo).toBeNull()
    expect((await as(me, () => submit(endOwnContact, { associationContactId: contact }))).redirectedTo).toBeNull()
  })

  it('nobody else has an association of their own, ties one, or learns who could be tied', async () => {
    const { me, id } = await tied()
    const row = (await owner().associationRepresentative.findFirstOrThrow({ where: { userId: me.userId } })).id
    const free = await staff('ASSOCIATION_REPRESENTATIVE')
    const ask = <T>(who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe<T[]>(sql))
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const who = others[role]
      expect([role, await ask(who, 'SELECT access.my_association()::text AS id'), await ask(who, 'SELECT id FROM access.free_representatives()'), await ask(who, `SELECT name FROM access.representatives_of('${id}')`), await ask(who, 'SELECT 1 FROM association_representative')]).toEqual([role, [{ id: null }], [], [], []])
      expect([role, await ask(who, `SELECT access.tie_representative('${id}', '${free.userId}', NULL) AS tied`)]).toEqual([role, [{ tied: false }]])
      expect([role, await transaction({ role: 'app', token: who.token }, (tx) => tx.$executeRawUnsafe(`UPDATE association_representative SET to_day = current_date WHERE id = '${row}'`))]).toEqual([role, 0])
      if (role !== 'ASSOCIATION_REPRESENTATIVE') await expect(page(who), role).rejects.toThrow('association.own')
    }
    await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO association_representative (association_id, user_id, from_day, recorded_by) VALUES ('${id}', '${free.userId}', current_date, '${lead.userId}')`))).rejects.toThrow('permission denied')
  })
})
