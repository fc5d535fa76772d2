import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { cancelCompanion } from '@/lib/volunteering/companions/actions'
import { endAttorney, recordAttorney } from '@/lib/volunteering/companions/attorney/actions'
import { companionChoices, personCompanions } from '@/lib/volunteering/companions/queries'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { agreesTo, wantsCompanion } from '../../support/companions'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { dayFields } from '../../support/volunteers'

const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))
let lead: Actor, unit = ''
const meetings = async (by: Actor, personId: string) => (await personCompanions(by, personId, async () => null))?.content?.more.meetings ?? null
const attorney = (by: Actor, personId: string, to: Day, more = {}) => as(by, () => submit(recordAttorney, { personId, givenTo: 'Advokat Hansen', covers: 'Sagen om sygedagpenge', evidence: 'Underskrevet papir i sagen', ...dayFields('from', today()), ...dayFields('to', to), ...more }))

beforeAll(async () => {
  await loadReference(owner())
  await owner().localArea.create({ data: { code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Town centre', postcodes: ['8900'] } })
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('a companion to a meeting', () => {
  it('is asked for with what is known filled in, and the lead sees district and time by a live consent', async () => {
    const { id, caseworker } = await planned({ firstName: 'Amal', lastName: 'Bisidsen' })
    await owner().unit.update({ where: { id: caseworker.unitId ?? '' }, data: { place: 'Rådhusgården 3, 8900 Randers C' } })
    expect((await companionChoices(caseworker, id, async () => null))?.content?.more).toMatchObject({ place: 'Rådhusgården 3, 8900 Randers C', postcode: '8900', told: null, attorneys: [] })
    expect((await wantsCompanion(caseworker, id)).redirectedTo).toBe(`/people/${id}/companions`)
    expect(await meetings(caseworker, id)).toMatchObject([{ state: 'wanted', role: 'listener', place: 'Rådhusgården 3', travelMinutes: 30, startsAt: momentAt(addDays(today(), 7), 10), kin: null, mayKnow: [] }])
    const row = async () => (await listWaiting(lead, today())).rows.find(({ role, since, name }) => role === 'companion' && since === today() && (name === null || name === 'Amal Bisidsen'))
    expect(await row()).toMatchObject({ told: false, name: null, areas: [], meeting: null })
    await agreesTo(id, caseworker, unit)
    expect(await row()).toMatchObject({ told: true, name: 'Amal Bisidsen', areas: ['midtby'], languages: ['ar-native'], meeting: { startsAt: momentAt(addDays(today(), 7), 10), endsAt: momentAt(addDays(today(), 7), 11), role: 'listener' } })
    await owner().person.update({ where: { id }, data: { protection: 'P1' } })
    expect(await row()).toMatchObject({ told: false, name: null, areas: [], meeting: null })
    expect(await transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT 1 FROM companion_meeting UNION ALL SELECT 1 FROM power_of_attorney UNION ALL SELECT 1 FROM companion_step`)).toEqual([])
  })

  it('may know what the person agreed to and no more: by a consent of their own to those who lead volunteers, for this, that holds', async () => {
    const [{ id, unitId, caseworker }, another] = [await planned(), await planned()]
    const told = async (by = caseworker) => (await companionChoices(by, id, async () => null))?.content?.more.told
    const cleared = await staff('CASEWORKER', { unitId, clearances: ['SHIELDED', 'PROTECTED_ADDRESS'] })
    await owner().assignment.create({ data: { personId: id, userId: cleared.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    // The same caseworker has somebody else, who agreed.
    await owner().assignment.create({ data: { personId: another.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    await agreesTo(another.id, caseworker, unit)
    const yes = { personId: id, purpose: 'referral', fields: ['contact', 'needs'], recipientUnitId: unit, how: 'written', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: caseworker.userId }
    for (const not of [{ purpose: 'meeting' }, { recipientUnitId: caseworker.unitId }, { givenOn: dayToDb(addDays(today(), 1)) }, { givenOn: dayToDb(addDays(today(), -9)), expiresOn: dayToDb(addDays(today(), -1)) }]) {
      const made = await owner().consent.create({ data: { ...yes, ...not } })
      expect(await told(), JSON.stringify(not)).toBeNull()
      expect((await wantsCompanion(caseworker, id, { mayKnow: 'contact' })).state?.fields).toHaveProperty('mayKnow')
      await owner().consent.delete({ where: { id: made.id } })
    }
    const { id: consentId } = await owner().consent.create({ data: yes })
    expect([await told(), await told(cleared)]).toEqual([['contact', 'needs'], ['contact', 'needs']])
    await owner().consentWithdrawal.create({ data: { consentId, personId: id, withdrawnOn: dayToDb(today()), how: 'spoken', recordedBy: caseworker.userId } })
    expect(await told()).toBeNull()
    await owner().consent.create({ data: yes })
    expect(await told(cleared)).toEqual(['contact', 'needs'])
    await owner().person.update({ where: { id }, data: { protection: 'P1' } })
    expect(await told(cleared)).toBeNull()
  })

  it('may be wanted for several meetings, and for another wait as well, but not for two at the same time', async () => {
    const { id, caseworker } = await planned()
    expect((await wantsCompanion(caseworker, id)).redirectedTo).toBeTruthy()
    expect((await wantsCompanion(caseworker, id, {}, addDays(today(), 8))).redirectedTo).toBeTruthy()
    expect((await wantsCompanion(caseworker, id, { starts: '10:30', ends: '12:00' })).state?.fields?.day?.[0]).toContain('allerede et møde')
    expect((await wantsCompanion(caseworker, id, { starts: '11:00', ends: '12:00' })).redirectedTo).toBeTruthy()
    const all = (await meetings(caseworker, id)) ?? []
    expect(all.map(({ state }) => state)).toEqual(['wanted', 'wanted', 'wanted'])
    await as(caseworker, () => submit(cancelCompanion, { personId: id, companionId: all[0]?.id ?? '' }))
    expect((await as(caseworker, () => submit(cancelCompanion, { personId: id, companionId: all[0]?.id ?? '' }))).state?.message).toContain('aflyst')
    expect((await wantsCompanion(caseworker, id)).redirectedTo).toBeTruthy()
    expect(await owner().auditEvent.count({ where: { personId: id, action: { in: ['companion.requested', 'companion.cancelled'] } } })).toBe(5)
    // The database says the same to whoever comes past the form.
    const sql = `INSERT INTO companion_meeting (person_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, kin, created_by)
      SELECT person_id, what, place, postcode, starts_at + interval '5 minutes', ends_at, travel_minutes, person_language, meeting_language, '{}', 'listener', 'friend', '${caseworker.userId}' FROM companion_meeting WHERE id = '${all[1]?.id ?? ''}'`
    await expect(asked(caseworker, sql)).rejects.toThrow(/companion_meeting_at_once|two meetings at once/)
  })

  it('of one’s own is written down, and nobody is looked for', async () => {
    const { id, caseworker } = await planned()
    const before = await owner().volunteerRequest.count()
    expect((await wantsCompanion(caseworker, id, { whose: 'sibling', kinName: 'Ida', mayKnow: 'contact' })).redirectedTo).toBeTruthy()
    expect(await meetings(caseworker, id)).toMatchObject([{ state: 'agreed', kin: 'sibling', kinName: 'Ida', number: null, mayKnow: [] }])
    expect(await owner().volunteerRequest.count()).toBe(before)
    const [one] = (await meetings(caseworker, id)) ?? []
    await as(caseworker, () => submit(cancelCompanion, { personId: id, companionId: one?.id ?? '' }))
    expect(await meetings(caseworker, id)).toMatchObject([{ state: 'cancelled' }])
  })

  it('is told what a live consent names and no more, in the database as well', async () => {
    const { id, caseworker } = await planned()
    expect((await wantsCompanion(caseworker, id, { mayKnow: 'contact' })).state?.fields?.mayKnow?.[0]).toContain('nævner det ikke')
    await agreesTo(id, caseworker, unit, ['contact', 'case'])
    expect((await companionChoices(caseworker, id, async () => null))?.content?.more.told).toEqual(['contact'])
    expect((await wantsCompanion(caseworker, id, { mayKnow: ['contact', 'needs'] })).state?.fields?.mayKnow).toBeTruthy()
    expect((await wantsCompanion(caseworker, id, { mayKnow: 'contact' })).redirectedTo).toBeTruthy()
    expect(await meetings(caseworker, id)).toMatchObject([{ mayKnow: ['contact'] }])
    const { requestId } = await owner().companionMeeting.findFirstOrThrow({ where: { personId: id } })
    await expect(owner().$executeRawUnsafe(`INSERT INTO companion_meeting (person_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, kin, created_by) VALUES ('${id}', 'xx', 'xx', '8900', now(), now() + interval '1 hour', 0, 'da', 'da', '{contact}', 'listener', 'friend', '${caseworker.userId}')`)).rejects.toThrow(/companion_meeting_who/)
    await expect(asked(caseworker, `INSERT INTO companion_meeting (person_id, request_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, created_by) VALUES ('${id}', '${requestId}', 'xx', 'xx', '8900', now(), now() + interval '1 hour', 0, 'da', 'da', '{needs}', 'listener', '${caseworker.userId}')`)).rejects.toThrow(/live consent/)
  })

  it('who is to act for the person needs a power of attorney that holds that day', async () => {
    const [{ id, caseworker }, other] = [await planned(), await planned()]
    const as8 = (attorneyId: string, day?: Day) => wantsCompanion(caseworker, id, { companionRole: 'representative', attorneyId }, day)
    expect((await as8('')).state?.fields?.companionRole?.[0]).toContain('fuldmagt')
    await attorney(other.caseworker, other.id, addDays(today(), 30))
    const { id: foreign } = await owner().powerOfAttorney.findFirstOrThrow({ where: { personId: other.id } })
    expect((await as8(foreign)).state?.fields?.companionRole).toBeTruthy()
    expect((await attorney(caseworker, id, addDays(today(), 7))).redirectedTo).toBeTruthy()
    const { id: own } = await owner().powerOfAttorney.findFirstOrThrow({ where: { personId: id } })
    expect((await as8(own, addDays(today(), 8))).state?.fields?.companionRole).toBeTruthy()
    expect((await as8(own)).redirectedTo).toBeTruthy()
    expect(await meetings(caseworker, id)).toMatchObject([{ role: 'representative', attorneyHolds: true }])
    expect((await as(other.caseworker, () => submit(endAttorney, { personId: id, attorneyId: own }))).redirectedTo).toBeNull()
    expect((await as(caseworker, () => submit(endAttorney, { personId: id, attorneyId: own }))).redirectedTo).toBeTruthy()
    expect((await as(caseworker, () => submit(endAttorney, { personId: id, attorneyId: own }))).state?.message).toContain('allerede')
    expect(await meetings(caseworker, id)).toMatchObject([{ attorneyHolds: false }])
    expect((await as8(own)).state?.fields?.companionRole).toBeTruthy()
    await expect(asked(caseworker, `INSERT INTO companion_meeting (person_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, power_of_attorney_id, kin, created_by) VALUES ('${id}', 'xx', 'xx', '8900', now() + interval '2 days', now() + interval '49 hours', 0, 'da', 'da', '{}', 'representative', '${own}', 'friend', '${caseworker.userId}')`)).rejects.toThrow(/power of attorney/)
    await expect(asked(caseworker, `UPDATE power_of_attorney SET covers = 'Alt' WHERE id = '${own}'`)).rejects.toThrow('permission denied')
    await expect(asked(caseworker, `UPDATE power_of_attorney SET ended_on = current_date, ended_by = '${other.caseworker.userId}' WHERE id = '${own}'`)).rejects.toThrow(/row-level security/)
  })

  it('is refused on a day that is over, with an end before the start, and where words are missing', async () => {
    const { id, caseworker } = await planned()
    const wrong = async (more: Record<string, string>, day?: Day) => Object.keys((await wantsCompanion(caseworker, id, more, day)).state?.fields ?? {})
    expect(await wrong({}, addDays(today(), -1))).toEqual(['day'])
    expect(await wrong({ ends: '09:00' })).toEqual(['ends'])
    expect(await wrong({ starts: 'nu' })).toEqual(['starts'])
    expect(await wrong({ what: '', postcode: '89', travel: '999', companionRole: '' })).toEqual(['what', 'postcode', 'travel', 'companionRole'])
    expect((await wantsCompanion(caseworker, id, { ends: '', travel: '' })).redirectedTo).toBeTruthy()
    expect(await meetings(caseworker, id)).toMatchObject([{ endsAt: momentAt(addDays(today(), 7), 11), travelMinutes: 30 }])
  })
})

describe('whoever does not have the person', () => {
  it('reads nothing, writes nothing, and is told nothing by what refuses', async () => {
    const [{ id, caseworker, stranger }, other] = [await planned(), await planned()]
    await wantsCompanion(caseworker, id)
    await attorney(caseworker, id, addDays(today(), 30))
    const [{ id: meetingId }, { id: attorneyId }] = [await owner().companionMeeting.findFirstOrThrow({ where: { personId: id } }), await owner().powerOfAttorney.findFirstOrThrow({ where: { personId: id } })]
    const others: Partial<Record<RoleName, Actor>> = {}
    for (const role of roles) others[role] = await staff(role, { unitId: role === 'VOLUNTEER_LEAD' ? unit : undefined })
    for (const who of [stranger, other.caseworker, ...Object.values(others)]) {
      expect(await transaction({ role: 'app', token: who.token }, (tx) => tx.$queryRaw`SELECT 1 FROM companion_meeting WHERE person_id = ${id}::uuid UNION ALL SELECT 1 FROM power_of_attorney WHERE person_id = ${id}::uuid`)).toEqual([])
      expect(await meetings(who, id).catch(() => null)).toBeNull()
      expect((await wantsCompanion(who, id)).redirectedTo).toBeNull()
      expect((await attorney(who, id, addDays(today(), 3))).redirectedTo).toBeNull()
      expect((await as(who, () => submit(cancelCompanion, { personId: id, companionId: meetingId }))).redirectedTo).toBeNull()
      const values = `('${id}', 'xx', 'xx', '8900', now() + interval '7 days', now() + interval '169 hours', 0, 'da', 'da', '{}', 'listener', 'friend', '${who.userId}')`
      for (const sql of [
        `INSERT INTO companion_meeting (person_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, kin, created_by) VALUES ${values}`,
        `INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) VALUES ('${meetingId}', '${id}', 7, 'held', current_date, '${who.userId}')`,
        `INSERT INTO power_of_attorney (person_id, given_to, covers, evidence, from_day, to_day, recorded_by) VALUES ('${id}', 'xx', 'xxx', 'xxxxxxxxxx', current_date, current_date, '${who.userId}')`,
      ]) await expect(asked(who, sql), sql).rejects.toThrow(/row-level security/)
      expect(await asked(who, `UPDATE power_of_attorney SET ended_on = current_date, ended_by = '${who.userId}' WHERE id = '${attorneyId}'`)).toBe(0)
    }
    for (const sql of ["UPDATE companion_meeting SET what = 'x'", 'DELETE FROM companion_meeting', 'DELETE FROM power_of_attorney', "UPDATE companion_step SET note = 'x'", 'DELETE FROM companion_step']) await expect(asked(caseworker, sql), sql).rejects.toThrow('permission denied')
  })

  it('behind emergency access reads, and writes nothing', async () => {
    const { id, caseworker, stranger } = await planned()
    await wantsCompanion(caseworker, id)
    await owner().breakGlass.create({ data: { userId: stranger.userId, personId: id, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
    expect(await meetings(stranger, id)).toHaveLength(1)
    expect((await wantsCompanion(stranger, id, {}, addDays(today(), 9))).redirectedTo).toBeNull()
    expect((await attorney(stranger, id, addDays(today(), 9))).redirectedTo).toBeNull()
  })
})

describe('a request for a meeting', () => {
  it('is no way round waiting once: without its meeting it is not committed, and the meeting is of the same person', async () => {
    const [{ id, caseworker }, other] = [await planned(), await planned()]
    await expect(asked(caseworker, `INSERT INTO volunteer_request (person_id, role_code, since, created_by, for_meeting) VALUES ('${id}', 'companion', current_date, '${caseworker.userId}', true)`)).rejects.toThrow(/volunteer_request_meeting|names the meeting/)
    const { id: plain } = await owner().volunteerRequest.create({ data: { personId: other.id, roleCode: 'companion', since: dayToDb(today()), createdBy: other.caseworker.userId } })
    const of = (requestId: string) => `INSERT INTO companion_meeting (person_id, request_id, what, place, postcode, starts_at, ends_at, travel_minutes, person_language, meeting_language, may_know, agreed_role, created_by) VALUES ('${id}', '${requestId}', 'xx', 'xx', '8900', now(), now() + interval '1 hour', 0, 'da', 'da', '{}', 'listener', '${caseworker.userId}')`
    await expect(asked(caseworker, of(plain))).rejects.toThrow(/belongs to a request/)
    expect((await wantsCompanion(other.caseworker, other.id)).redirectedTo).toBeTruthy()
  })
})
