import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { settleConcern } from '@/lib/volunteering/concerns/actions'
import { followUpMatch } from '@/lib/volunteering/follow-ups/actions'
import { endMatch } from '@/lib/volunteering/matches/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { matched } from '../../support/pairs'
import { dayFields } from '../../support/volunteers'

let lead: Actor, elsewhere: Actor, unit = ''
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  // One leads volunteers in the unit that is told; the other in none.
  ;[lead, elsewhere] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VOLUNTEER_LEAD')]
})
const ask = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(sql))
const logged = (personId: string, action: string) => owner().auditEvent.count({ where: { personId, action } })

it('a lead who may not know the name follows up, settles and ends without being told whose match it is, and the log knows', async () => {
  for (const [who, told] of [[elsewhere, false], [lead, true]] as const) {
    const { id, matchId } = await matched(lead, unit)
    const concern = await owner().volunteerMatchConcern.create({ data: { matchId, personId: id, kind: 'worried', words: 'Jeg er bekymret', raisedBy: lead.userId } })
    const answers = [
      await ask(who, `SELECT to_jsonb(x) AS x FROM access.follow_up('${matchId}', 1, '${today()}', 'both', 'well', NULL) x`), await ask(who, `SELECT to_jsonb(x) AS x FROM access.settle_concern('${concern.id}', NULL) x`),
      await ask(who, `SELECT to_jsonb(x) AS x FROM access.end_match('${matchId}', 'both', 'reached', true, 4, NULL) x`),
    ]
    expect([told, answers.map((answer) => JSON.stringify(answer).includes(id))]).toEqual([told, [false, false, told]])
    for (const action of ['volunteer.match-followed-up', 'volunteer.concern-settled', 'volunteer.match-ended']) expect([action, await logged(id, action)]).toEqual([action, 1])
  }
})

it('and does so with the forms as well, each once in the log', async () => {
  const { id, matchId } = await matched(lead, unit)
  const { id: concernId } = await owner().volunteerMatchConcern.create({ data: { matchId, personId: id, kind: 'worried', words: 'Jeg er bekymret', raisedBy: lead.userId } })
  expect((await as(elsewhere, () => submit(followUpMatch, { matchId, number: '1', ...dayFields('onDay', today()), withWhom: 'both', outcome: 'well', words: '' }))).redirectedTo).toBe(`/volunteers/matches/${matchId}`)
  expect((await as(elsewhere, () => submit(settleConcern, { concernId, words: 'Ringet op' }))).state).toMatchObject({ ok: true })
  // Nobody waits anew whom the lead may not know of.
  expect((await as(elsewhere, () => submit(endMatch, { matchId, endedBy: 'both', cause: 'stuck', met: 'yes', rating: '4', words: '', again: 'on' }))).redirectedTo).toBe(`/volunteers/matches/${matchId}`)
  expect(await owner().volunteerRequest.count({ where: { personId: id } })).toBe(1)
  for (const action of ['volunteer.match-followed-up', 'volunteer.concern-settled', 'volunteer.match-ended']) expect([action, await owner().auditEvent.count({ where: { action, actorUserId: elsewhere.userId, personId: id } })]).toEqual([action, 1])
})

it('whoever is erased takes powers of attorney and the meetings they were for along, in either order', async () => {
  const { id: personId } = await veteran()
  const paper = await owner().powerOfAttorney.create({ data: { personId, givenTo: 'Lone', covers: 'Sagen om fleksjob', evidence: 'Underskrevet', fromDay: dayToDb(today()), toDay: dayToDb(addDays(today(), 90)), recordedBy: lead.userId } })
  const at = (hours: number) => new Date(+dayToDb(addDays(today(), 5)) + hours * 3_600_000)
  await owner().companionMeeting.create({ data: { personId, what: 'Samtale', place: 'Rådhuset', postcode: '8900', startsAt: at(9), endsAt: at(10), travelMinutes: 0, personLanguage: 'da', meetingLanguage: 'da', mayKnow: [], agreedRole: 'representative', powerOfAttorneyId: paper.id, kin: 'friend', createdBy: lead.userId } })
  await owner().$transaction([owner().powerOfAttorney.deleteMany({ where: { personId } }), owner().companionMeeting.deleteMany({ where: { personId } })])
  expect([await owner().powerOfAttorney.count({ where: { personId } }), await owner().companionMeeting.count({ where: { personId } })]).toEqual([0, 0])
})
