import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { joinAsCitizen, joinAsVolunteer, leaveAsCitizen, leaveAsVolunteer, logGroupMeeting, saveGroup } from '@/lib/volunteering/groups/actions'
import { groupChoices, listGroups, openGroup, personGroups } from '@/lib/volunteering/groups/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor
const others = {} as Record<RoleName, Actor>
const save = (more: Record<string, string> = {}, who = lead) => as(who, () => submit(saveGroup, { groupId: '', version: '0', kind: 'veterans', name: 'Gåholdet', place: '', meets: '', seats: '', leaderId: '', ...more }))
const made = async (more: Record<string, string> = {}) => (await save(more)).redirectedTo?.split('/').at(-1) ?? ''
const join = (who: Actor, personId: string, groupId: string) => as(who, () => submit(joinAsCitizen, { personId, groupId }))
const leave = (who: Actor, personId: string, groupId: string) => as(who, () => submit(leaveAsCitizen, { personId, groupId }))
const of = async (who: Actor, personId: string) => (await personGroups(who, personId, async () => null))?.content?.more ?? null
const raw = (who: Actor, sql: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql))
const insert = (who: Actor, personId: string, groupId: string) => transaction({ role: 'app', token: who.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO volunteer_group_citizen (group_id, person_id, from_day, added_by) VALUES ('${groupId}', '${personId}', current_date, '${who.userId}')`))

beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
  for (const role of roles) others[role] = await staff(role)
})

describe('a group', () => {
  it('is made and changed by those who lead volunteers; two who change it at once are told', async () => {
    const id = await made({ seats: '12', meets: 'Lørdage kl. 10' })
    expect((await openGroup(lead, id))?.group).toMatchObject({ name: 'Gåholdet', kind: 'veterans', seats: 12, citizens: 0, closed: false, version: 1 })
    expect((await save({ groupId: id, version: '1', name: 'Gåturen', closed: 'on' })).redirectedTo).toBeTruthy()
    expect((await openGroup(lead, id))?.group).toMatchObject({ name: 'Gåturen', closed: true, version: 2 })
    expect((await save({ groupId: id, version: '1', name: 'Noget andet' })).state?.message).toContain('ændret')
    for (const [wrong, field] of [[{ name: ' ' }, 'name'], [{ kind: 'nothing' }, 'kind'], [{ seats: '0' }, 'seats'], [{ leaderId: '019a0000-0000-7000-8000-00000000dead' }, 'leaderId']] as const) expect(Object.keys((await save(wrong)).state?.fields ?? {})).toEqual([field])
    expect(await openGroup(lead, '019a0000-0000-7000-8000-00000000dead')).toBeNull()
  })

  it('of a kind that is used no longer can still be changed and closed; a new one has a kind of today', async () => {
    const id = await made({ kind: 'relatives' })
    await owner().volunteerGroupKind.update({ where: { code: 'relatives' }, data: { retiredOn: dayToDb(today()) } })
    expect((await openGroup(lead, id))?.kinds.map(({ code }) => code)).toContain('relatives')
    expect((await save({ groupId: id, version: '1', kind: 'relatives', closed: 'on' })).redirectedTo).toBeTruthy()
    expect((await save({ kind: 'relatives' })).state?.fields).toHaveProperty('kind')
    expect((await groupChoices(lead)).kinds.map(({ code }) => code)).not.toContain('relatives')
    await owner().volunteerGroupKind.update({ where: { code: 'relatives' }, data: { retiredOn: null } })
  })

  it('has volunteers by name, and every time it met with how many came', async () => {
    const [id, volunteerId] = [await made(), await volunteer({ step: 'active' })]
    const move = (action: typeof joinAsVolunteer) => as(lead, () => submit(action, { groupId: id, volunteerId }))
    expect((await openGroup(lead, id))?.others.some((one) => one.id === volunteerId)).toBe(true)
    expect((await move(joinAsVolunteer)).redirectedTo).toBeTruthy()
    expect((await move(joinAsVolunteer)).state?.message).toContain('allerede gjort')
    expect((await openGroup(lead, id))?.members).toMatchObject([{ id: volunteerId }])
    expect((await move(leaveAsVolunteer)).redirectedTo).toBeTruthy()
    expect((await openGroup(lead, id))?.members).toEqual([])
    // Nobody joins who does not help today, and nobody a group that is closed.
    const asked = await volunteer({ step: 'talked' })
    expect((await as(lead, () => submit(joinAsVolunteer, { groupId: id, volunteerId: asked }))).state?.fields).toHaveProperty('volunteerId')
    const shut = await made()
    await save({ groupId: shut, version: '1', closed: 'on' })
    expect((await as(lead, () => submit(joinAsVolunteer, { groupId: shut, volunteerId }))).state?.message).toContain('lukket')
    const met = (on = today(), citizens = '8') => as(lead, () => submit(logGroupMeeting, { groupId: id, volunteers: '3', citizens, ...dayFields('on', on) }))
    expect((await met()).redirectedTo).toBeTruthy()
    expect((await openGroup(lead, id))?.meetings).toMatchObject([{ volunteers: 3, citizens: 8, onDay: today() }])
    expect([(await met(addDays(today(), 1))).state?.fields?.on?.length, (await met(today(), '-1')).state?.fields?.citizens?.length]).toEqual([1, 1])
  })

  it('is read and written by nobody else; those who care for citizens are told of groups, and not of who helps', async () => {
    const [id, volunteerId] = [await made(), await volunteer({ step: 'active' })]
    await as(lead, () => submit(joinAsVolunteer, { groupId: id, volunteerId }))
    await as(lead, () => submit(logGroupMeeting, { groupId: id, volunteers: '3', citizens: '8', ...dayFields('on', today()) }))
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const who = others[role]
      await expect(listGroups(who), role).rejects.toThrow('volunteer.read')
      await expect(openGroup(who, id), role).rejects.toThrow('volunteer.read')
      expect([(await save({}, who)).redirectedTo, (await as(who, () => submit(leaveAsVolunteer, { groupId: id, volunteerId }))).redirectedTo]).toEqual([null, null])
      for (const table of ['volunteer_group_helper', 'volunteer_group_meeting', 'volunteer_group_citizen']) expect([role, table, (await raw(who, `SELECT 1 FROM ${table}`)).length]).toEqual([role, table, 0])
      const told = ['VETERAN_COORDINATOR', 'CASEWORKER'].includes(role)
      expect([role, (await raw(who, 'SELECT 1 FROM volunteer_group')).length > 0, (await raw(who, 'SELECT 1 FROM volunteer_group_kind')).length > 0]).toEqual([role, told, told || role === 'ADMINISTRATOR'])
    }
    for (const sql of ['DELETE FROM volunteer_group', 'DELETE FROM volunteer_group_helper', 'UPDATE volunteer_group_meeting SET citizens = 0', 'UPDATE volunteer_group_helper SET volunteer_id = volunteer_id', "UPDATE volunteer_group_kind SET code = 'x'"]) await expect(raw(lead, sql), sql).rejects.toThrow('permission denied')
  })
})

describe('a citizen', () => {
  it('comes to a group and leaves it by whoever has them in hand; those who lead it hear a number', async () => {
    const [{ id: personId, caseworker, stranger }, id] = [await planned(), await made()]
    expect((await join(caseworker, personId, id)).redirectedTo).toBe(`/people/${personId}/waiting/groups`)
    expect((await of(caseworker, personId))?.mine).toMatchObject([{ id, to: null }])
    expect((await openGroup(lead, id))?.group.citizens).toBe(1)
    expect(JSON.stringify(await openGroup(lead, id))).not.toContain(personId)
    expect(await raw(lead, 'SELECT 1 FROM volunteer_group_citizen')).toEqual([])
    expect((await join(caseworker, personId, id)).state?.fields?.groupId?.[0]).toContain('allerede gjort')
    expect((await leave(caseworker, personId, id)).redirectedTo).toBeTruthy()
    expect([(await openGroup(lead, id))?.group.citizens, (await leave(caseworker, personId, id)).redirectedTo]).toEqual([0, null])
    expect((await of(caseworker, personId))?.mine).toMatchObject([{ id, to: today() }])
    for (const who of [stranger, ...Object.values(others)]) {
      expect((await join(who, personId, id)).redirectedTo).toBeNull()
      expect(await of(who, personId).catch(() => null)).toBeNull()
      await expect(insert(who, personId, id)).rejects.toThrow(/row-level security/)
    }
    expect(await owner().auditEvent.count({ where: { personId, action: { in: ['group.citizen-joined', 'group.citizen-left'] } } })).toBe(2)
  })

  it('finds no seat where there is none, nor in a group that is closed or for volunteers alone; the database counts as well', async () => {
    const [one, two] = [await planned(), await planned()]
    const [small, closed, own] = [await made({ seats: '1' }), await made(), await made({ kind: 'experience' })]
    await save({ groupId: closed, version: '1', closed: 'on' })
    await join(one.caseworker, one.id, small)
    expect((await join(two.caseworker, two.id, small)).state?.fields?.groupId?.[0]).toContain('ikke flere pladser')
    for (const id of [closed, own]) expect((await join(two.caseworker, two.id, id)).state?.fields?.groupId?.[0]).toContain('tager imod')
    await expect(insert(two.caseworker, two.id, small)).rejects.toThrow(/The group is full|seats/)
    for (const id of [closed, own]) await expect(insert(two.caseworker, two.id, id)).rejects.toThrow(/takes nobody|open/)
    await expect(insert(one.caseworker, one.id, small)).rejects.toThrow(/twice|once/)
    // Two at once: the second waits for the first, and finds no seat.
    const last = await made({ seats: '1' })
    const [written, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = transaction({ role: 'app', token: one.caseworker.token }, async (tx) => { await tx.$executeRawUnsafe(`INSERT INTO volunteer_group_citizen (group_id, person_id, from_day, added_by) VALUES ('${last}', '${one.id}', current_date, '${one.caseworker.userId}')`); written.resolve(); await over.promise })
    await written.promise
    const second = insert(two.caseworker, two.id, last).then(() => 'written', (error: Error) => String(error))
    await new Promise((done) => setTimeout(done, 300))
    over.resolve()
    await first
    expect(await second).toMatch(/full|seats/)
  })
})
