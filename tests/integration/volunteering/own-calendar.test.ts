import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as feedRoute } from '@/app/api/calendar/[token]/route'
import { GET as fileRoute } from '@/app/(volunteer)/min-side/kalender.ics/route'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb, momentAt } from '@/lib/platform/day'
import { endLogin } from '@/lib/volunteering/logins/actions'
import { endMatch } from '@/lib/volunteering/matches/actions'
import { endOwnFeed, startOwnFeed } from '@/lib/volunteering/own/calendar/actions'
import { ownFeedFields } from '@/lib/volunteering/own/fields'
import { ownFeedState } from '@/lib/volunteering/own/calendar/queries'
import { ownFeed } from '@/lib/volunteering/own/calendar/writes'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { agreesTo, wantsCompanion } from '../../support/companions'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { signedIn, volunteer } from '../../support/volunteers'

let lead: Actor, unit = '', me: Actor, id = ''
let meeting: { id: string; matchId: string; consentId: string; meetingId: string; caseworker: Actor }
const day = addDays(today(), 7)

/** Somebody whom the volunteer goes along with next week, both having said yes. */
async function going(volunteerId: string) {
  const { id: personId, caseworker } = await planned({ firstName: 'Amal', lastName: 'Bisidsen' })
  await agreesTo(personId, caseworker, unit)
  await wantsCompanion(caseworker, personId, { starts: '10:00', ends: '11:00' })
  const { id: meetingId, requestId } = await owner().companionMeeting.findFirstOrThrow({ where: { personId } })
  const match = await owner().volunteerMatch.create({ data: { requestId: requestId ?? '', volunteerId, personId, roleCode: 'companion', startedOn: dayToDb(today()), startedBy: lead.userId } })
  await owner().volunteerRequestState.create({ data: { requestId: requestId ?? '', personId, number: 2, state: 'met', recordedBy: lead.userId } })
  const consent = await owner().consent.create({ data: { personId, purpose: 'referral', fields: ['contact'], recipientName: 'Test', recipientVolunteerId: volunteerId, how: 'spoken', evidence: 'Sagt', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: caseworker.userId } })
  return { id: personId, matchId: match.id, consentId: consent.id, meetingId, caseworker }
}
const address = async (actor = me) => /calendar\/([\w-]{43})\.ics$/.exec((await as(actor, () => submit(startOwnFeed, {}))).state?.message ?? '')?.[1] ?? ''
const feed = async (token: string) => (await feedRoute(new Request('http://x/'), { params: Promise.resolve({ token: `${token}.ics` }) })).text()
const file = (actor = me) => as(actor, async () => (await fileRoute()).text())
const kinds = async (token: string) => (await ownFeed(token)).map(({ kind }) => kind).sort()

beforeAll(async () => {
  await loadReference(owner())
  await owner().localArea.create({ data: { code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Town centre', postcodes: ['8900'] } })
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})
beforeEach(async () => {
  id = await volunteer({ roles: ['companion'], step: 'active' })
  me = await signedIn(id)
  meeting = await going(id)
  const course = await owner().volunteerCourse.create({ data: { kind: 'supervision', title: 'Supervision om sorg', onDay: dayToDb(day), starts: '18:30', minutes: 90, place: 'Frivillighuset', seats: 5, createdBy: lead.userId } })
  await owner().volunteerSeat.create({ data: { courseId: course.id, volunteerId: id, state: 'signed', recordedBy: me.userId } })
})

describe('a volunteer’s own calendar', () => {
  it('holds when one goes along to a meeting and when a course is, by the written list, and not who, what or where anybody meets', async () => {
    const token = await address()
    const rows = await ownFeed(token)
    expect(rows.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'course', id: expect.any(String), startsAt: momentAt(day, 18, 30), endsAt: momentAt(day, 20), place: 'Frivillighuset', sequence: 0, cancelled: false, language: 'da' },
      { kind: 'meeting', id: meeting.matchId, startsAt: momentAt(day, 10), endsAt: momentAt(day, 11), place: null, sequence: 0, cancelled: false, language: 'da' },
    ])
    for (const row of rows) expect(Object.keys(row).length).toBe(ownFeedFields.own_feed.length)
    const [columns] = await owner().$queryRaw<{ names: string[] }[]>`SELECT ARRAY(SELECT a.n FROM unnest(p.proargnames, p.proargmodes) WITH ORDINALITY AS a(n, m, at) WHERE a.m = 't' ORDER BY a.at) AS names FROM pg_proc p WHERE p.proname = 'own_feed'`
    expect(columns?.names).toEqual(ownFeedFields.own_feed)
    for (const text of [await feed(token), await file()]) {
      expect(text.match(/SUMMARY:(.*)/g)?.map((line) => line.trim())).toEqual(['SUMMARY:Aftale som frivillig', 'SUMMARY:Aftale som frivillig'])
      expect(text.match(/DTSTART:(\d{8}T\d{6}Z)/g)).toHaveLength(2)
      expect(text.match(/LOCATION:(.*)/g)?.map((line) => line.trim())).toEqual(['LOCATION:Frivillighuset'])
      expect(text).not.toMatch(/Amal|Bisidsen|jobcent|Rådhusgården|indgangen|8900|sorg/i)
    }
  })

  it.each<[string, () => Promise<unknown>]>([
    ['the consent is withdrawn', () => owner().consentWithdrawal.create({ data: { consentId: meeting.consentId, personId: meeting.id, how: 'spoken', withdrawnOn: dayToDb(today()), recordedBy: meeting.caseworker.userId } })],
    ['the address is protected', () => owner().person.update({ where: { id: meeting.id }, data: { protection: 'P1' } })],
    ['the person is shielded', () => owner().person.update({ where: { id: meeting.id }, data: { protection: 'P3', shielded: true } })],
    ['the match has ended', () => as(lead, () => submit(endMatch, { matchId: meeting.matchId, endedBy: 'both', cause: 'reached', met: 'yes', rating: '4', words: '' }))],
  ])('holds nothing of the meeting from the moment %s', async (_what, happens) => {
    const token = await address()
    expect(await kinds(token)).toEqual(['course', 'meeting'])
    await happens()
    expect(await kinds(token)).toEqual(['course'])
    expect((await file()).match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect((await feed(token)).match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  it('keeps a cancelled course as cancelled, and lets go of a seat given up', async () => {
    const token = await address()
    await owner().volunteerCourse.updateMany({ where: { title: 'Supervision om sorg' }, data: { cancelledOn: dayToDb(today()) } })
    expect((await ownFeed(token)).find(({ kind }) => kind === 'course')).toMatchObject({ cancelled: true, sequence: 1 })
    expect(await feed(token)).toContain('STATUS:CANCELLED')
    await owner().volunteerSeat.updateMany({ where: { volunteerId: id }, data: { state: 'gave-up' } })
    expect(await kinds(token)).toEqual(['meeting'])
  })
})

describe('its address', () => {
  it('is one at a time, kept nowhere, and ends when it is turned off', async () => {
    const first = await address()
    expect(await owner().$queryRaw`SELECT 1 FROM submission WHERE outcome::text LIKE ${`%${first}%`}`).toEqual([])
    expect((await ownFeedState(me))?.feed).toMatchObject({ lastReadAt: null })
    await feed(first)
    expect((await ownFeedState(me))?.feed?.lastReadAt).toBeInstanceOf(Date)
    const second = await address()
    expect([await kinds(first), await kinds(second)]).toEqual([[], ['course', 'meeting']])
    await as(me, () => submit(endOwnFeed, {}))
    expect([await kinds(second), (await ownFeedState(me))?.feed]).toEqual([[], null])
    // What does not hold answers as what holds nothing.
    expect(await feed(second)).toBe(await feed('x'.repeat(43)))
  })

  it('ends with the login, the role and the volunteer, and does not come back with a new login', async () => {
    const token = await address()
    await as(lead, () => submit(endLogin, { volunteerId: id }))
    expect([await kinds(token), await owner().calendarFeed.count({ where: { userId: me.userId } })]).toEqual([[], 0])
    for (const ends of [
      (who: Actor) => owner().roleGrant.deleteMany({ where: { userId: who.userId } }),
      (_who: Actor, volunteerId: string) => owner().volunteerStep.create({ data: { volunteerId, number: 2, step: 'ended', reason: 'wish', onDay: dayToDb(today()), recordedBy: lead.userId } }),
    ]) {
      const volunteerId = await volunteer({ roles: ['companion'], step: 'active' })
      const who = await signedIn(volunteerId)
      await going(volunteerId)
      const other = await address(who)
      expect(await kinds(other)).toEqual(['meeting'])
      await ends(who, volunteerId)
      expect(await kinds(other)).toEqual([])
    }
  })

  it('is made by volunteers with a login alone, of themselves', async () => {
    for (const role of roles) {
      const who = await staff(role)
      expect((await as(who, () => submit(startOwnFeed, {}))).state?.ok, role).toBeFalsy()
      if (role !== 'VOLUNTEER') await expect(ownFeedState(who), role).rejects.toThrow('volunteer.own')
      else expect(await ownFeedState(who)).toBeNull()
    }
    const other = await signedIn(await volunteer({ step: 'active' }))
    expect(await kinds(await address(other))).toEqual([])
  })
})
