import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { cancelCompanion } from '@/lib/volunteering/companions/actions'
import { tellCancelled } from '@/lib/volunteering/companions/jobs'
import { personCompanion } from '@/lib/volunteering/companions/queries'
import { followUpCompanion, holdCompanionMeeting, prepareCompanion } from '@/lib/volunteering/companions/steps/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { agreesTo, wantsCompanion } from '../../support/companions'
import { owner } from '../../support/db'
import { planned } from '../../support/plans'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor, unit = ''
type Made = { id: string; caseworker: Actor; stranger: Actor; companionId: string; requestId: string | null }
const wants = async (more: Record<string, string | string[]> = {}): Promise<Made> => {
  const made = await planned()
  await agreesTo(made.id, made.caseworker, unit)
  await wantsCompanion(made.caseworker, made.id, more)
  const meeting = await owner().companionMeeting.findFirstOrThrow({ where: { personId: made.id } })
  return { ...made, companionId: meeting.id, requestId: meeting.requestId }
}
/** Both said yes, with a live match and the consent to this volunteer. */
async function agreed(made: Made): Promise<string> {
  const [volunteerId, requestId] = [await volunteer({ roles: ['companion'], step: 'active' }), made.requestId ?? '']
  const { id } = await owner().volunteerMatch.create({ data: { requestId, volunteerId, personId: made.id, roleCode: 'companion', startedOn: dayToDb(today()), startedBy: lead.userId } })
  await owner().volunteerRequestState.create({ data: { requestId, personId: made.id, number: 2, state: 'met', recordedBy: lead.userId } })
  await owner().consent.create({ data: { personId: made.id, purpose: 'referral', fields: ['contact'], recipientName: 'Test Frivillig', recipientVolunteerId: volunteerId, how: 'spoken', evidence: 'Sagt til den, der har borgeren', wording: 'Vi må fortælle det', givenOn: dayToDb(today()), expiresOn: dayToDb(addDays(today(), 30)), recordedBy: made.caseworker.userId } })
  return id
}
/** As if the meeting had been this many days ago. */
const ago = (made: Made, days: number) => owner().$executeRawUnsafe(`UPDATE companion_meeting SET starts_at = now() - interval '${days} days', ends_at = now() - interval '${days} days' + interval '1 hour' WHERE id = '${made.companionId}'`)
const ids = ({ id, companionId }: Made) => ({ personId: id, companionId })
const prepare = (made: Made, more: Record<string, string> = {}, who = made.caseworker) => as(who, () => submit(prepareCompanion, { ...ids(made), ...dayFields('on', today()), note: 'Det vigtigste er ro', agenda: '1. Hvad så nu?', companionRole: 'supporter', ...more }))
const hold = (made: Made, held = 'yes', who = made.caseworker) => as(who, () => submit(holdCompanionMeeting, { ...ids(made), held }))
const follow = (made: Made, more: Record<string, string> = {}, who = made.caseworker) => as(who, () => submit(followUpCompanion, { ...ids(made), ...dayFields('on', today()), supported: '5', balanced: 'unknown', understood: '4', note: 'Det gik godt', ...more }))
const open = async (made: Made, who = made.caseworker) => (await personCompanion(who, made.id, made.companionId, async () => null))?.content?.more ?? null
const matchOf = async (matchId: string) => (await owner().$queryRaw<[{ fields: string[] | null }]>`SELECT access.match_fields(${matchId}::uuid) AS fields`)[0].fields

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('a meeting with a companion', () => {
  it('is prepared, held and followed up, and the match and what it told end with it', async () => {
    const made = await wants()
    expect((await prepare(made)).state?.message).toContain('kan ikke skrives nu')
    const matchId = await agreed(made)
    expect((await open(made))?.meeting.state).toBe('agreed')
    expect((await hold(made)).state?.message).toContain('kan ikke skrives nu')
    expect((await prepare(made)).redirectedTo).toBe(`/people/${made.id}/companions/${made.companionId}`)
    expect((await prepare(made, { companionRole: 'note-taker', note: '' })).redirectedTo).toBeTruthy()
    expect(await open(made)).toMatchObject({ meeting: { state: 'prepared' }, steps: [{ number: 2, step: 'prepared', role: 'note-taker', note: null }, { number: 1, role: 'supporter', note: 'Det vigtigste er ro', agenda: '1. Hvad så nu?', on: today() }] })
    await ago(made, 1)
    expect((await follow(made)).state?.message).toContain('kan ikke skrives nu')
    expect((await hold(made)).redirectedTo).toBeTruthy()
    expect([(await open(made))?.meeting.state, await matchOf(matchId)]).toEqual(['held', ['contact']])
    expect((await follow(made)).redirectedTo).toBeTruthy()
    expect(await open(made)).toMatchObject({ meeting: { state: 'followed-up' }, steps: [{ step: 'followed-up', supported: 5, balanced: null, understood: 4, note: 'Det gik godt' }, { step: 'held' }, {}, {}] })
    expect(await matchOf(matchId)).toBeNull()
    expect(await owner().volunteerMatchEnd.findFirst({ where: { matchId } })).toMatchObject({ cause: 'reached', met: true })
    expect(await owner().consent.count({ where: { personId: made.id, recipientVolunteerId: { not: null }, withdrawal: null } })).toBe(0)
    expect((await follow(made, { supported: '3' })).redirectedTo).toBeTruthy()
    expect(await owner().auditEvent.count({ where: { personId: made.id, action: { in: ['companion.prepared', 'companion.held', 'companion.followed-up'] } } })).toBe(5)
  })

  it('that was not held, or is cancelled after both said yes, ends the match as well', async () => {
    const [missed, off] = [await wants(), await wants()]
    const [one, two] = [await agreed(missed), await agreed(off)]
    await ago(missed, 1)
    expect((await hold(missed, 'no')).redirectedTo).toBeTruthy()
    expect((await follow(missed)).state?.message).toContain('kan ikke skrives nu')
    expect((await as(off.caseworker, () => submit(cancelCompanion, ids(off)))).redirectedTo).toBeTruthy()
    expect([(await open(missed))?.meeting.state, (await open(off))?.meeting.state, await matchOf(one), await matchOf(two)]).toEqual(['not-held', 'cancelled', null, null])
    expect(await owner().volunteerMatchEnd.findMany({ where: { matchId: { in: [one, two] } }, select: { cause: true, met: true } })).toEqual([{ cause: 'other', met: false }, { cause: 'other', met: false }])
    // Whoever was to come along is told, once, and not whose meeting it was.
    const { volunteerId } = await owner().volunteerMatch.findUniqueOrThrow({ where: { id: two } })
    await owner().volunteer.update({ where: { id: volunteerId }, data: { email: 'bisidder@hjem.invalid' } })
    await owner().person.update({ where: { id: off.id }, data: { firstName: 'Ingrid', lastName: 'Overgaard' } })
    for (let twice = 0; twice < 2; twice++) await tellCancelled({ meetingId: ids(off).companionId }, new AbortController().signal)
    const mails = await owner().outboxMessage.findMany({ where: { recipient: 'bisidder@hjem.invalid' } })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.body).toContain('aflyst')
    for (const name of ['Ingrid', 'Overgaard']) expect(mails[0]?.body).not.toContain(name)
  })

  it('asks for days that fit, an answer to each question, and a power of attorney for whoever is to act', async () => {
    const made = await wants({ whose: 'friend' })
    const wrong = async (sent: ReturnType<typeof prepare>) => Object.keys((await sent).state?.fields ?? {})
    expect(await wrong(prepare(made, dayFields('on', addDays(today(), 1))))).toEqual(['on'])
    expect(await wrong(prepare(made, { companionRole: 'representative' }))).toEqual(['companionRole'])
    await ago(made, 2)
    await hold(made)
    expect(await wrong(follow(made, { supported: '', understood: '6' }))).toEqual(['supported', 'understood'])
    expect(await wrong(follow(made, dayFields('on', addDays(today(), -3))))).toEqual(['on'])
    expect(await wrong(follow(made, dayFields('on', addDays(today(), 1))))).toEqual(['on'])
    expect((await follow(made, { note: '' })).redirectedTo).toBeTruthy()
  })

  it('is written about by those who have the person, one step after the other, in the database as well', async () => {
    const made = await wants({ whose: 'parent' })
    const other = await wants({ whose: 'parent' })
    for (const who of [made.stranger, other.caseworker, lead, await staff('MANAGER')]) {
      for (const sent of [prepare(made, {}, who), hold(made, 'no', who), follow(made, {}, who)]) expect((await sent).redirectedTo).toBeNull()
      expect(await open(made, who).catch(() => null)).toBeNull()
    }
    expect((await prepare({ ...made, companionId: other.companionId })).state?.message).toContain('findes ikke')
    expect(await open({ ...made, companionId: other.companionId })).toBeNull()
    const step = (number: number, what: string, more = '', day = 'current_date') => transaction({ role: 'app', token: made.caseworker.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by${more && ', agreed_role'}) VALUES ('${made.companionId}', '${made.id}', ${number}, '${what}', ${day}, '${made.caseworker.userId}'${more})`))
    await expect(step(2, 'prepared', ", 'listener'")).rejects.toThrow(/counted/)
    await expect(step(1, 'held')).rejects.toThrow(/does not go/)
    await expect(step(1, 'followed-up')).rejects.toThrow(/does not go/)
    await expect(step(1, 'prepared', ", 'representative'")).rejects.toThrow(/power of attorney/)
    await expect(step(1, 'prepared', ", 'listener'", 'current_date + 1')).rejects.toThrow(/does not go/)
    await step(1, 'prepared', ", 'listener'")
    await ago(made, 1)
    await step(2, 'held')
    for (const [what, more] of [['prepared', ", 'listener'"], ['cancelled', ''], ['not-held', '']] as const) await expect(step(3, what, more), what).rejects.toThrow(/does not go/)
    await expect(transaction({ role: 'app', token: made.caseworker.token }, (tx) => tx.$executeRawUnsafe(`INSERT INTO companion_step (meeting_id, person_id, number, step, on_day, recorded_by) VALUES ('${other.companionId}', '${made.id}', 1, 'cancelled', current_date, '${made.caseworker.userId}')`))).rejects.toThrow(/row-level security/)
  })

  it('of two who write the next step at once is written by one', async () => {
    const made = await wants({ whose: 'other' })
    await ago(made, 1)
    const answers = await Promise.all([hold(made), hold(made, 'no')])
    expect(answers.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect(await owner().companionStep.count({ where: { meetingId: made.companionId } })).toBe(1)
  })
})
