import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { mergePair, undoMerge } from '@/lib/people/duplicates/actions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { endMatch } from '@/lib/volunteering/matches/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { recordRows } from '../../support/merge-records'
import { ask, begin, helper, matched, type Matched, personSays, volunteerSays, type Waits, waits } from '../../support/pairs'

let coordinator: Actor, lead: Actor, unit = ''
beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  ;[lead, coordinator] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('VETERAN_COORDINATOR')]
})

/** Two records a coordinator reaches, as a pair that looks alike. */
async function alike(one: string, other: string) {
  const [leftId = '', rightId = ''] = [one, other].sort()
  for (const personId of [one, other]) await owner().personRole.create({ data: { personId, kind: 'VETERAN', fromDay: dayToDb(today()) } })
  const { id } = await owner().duplicatePair.create({ data: { leftId, rightId, score: 90, reasons: ['same-birth-date'], state: 'OPEN' } })
  return { pairId: id, leftId, rightId }
}
type Alike = Awaited<ReturnType<typeof alike>>
async function merge({ pairId, leftId, rightId }: Alike) {
  const version = async (id: string) => String((await owner().person.findUniqueOrThrow({ where: { id } })).version)
  const { state } = await as(coordinator, async () => submit(mergePair, { pairId, leftVersion: await version(leftId), rightVersion: await version(rightId) }))
  return state?.message ?? ''
}
async function undo({ leftId }: Alike) {
  const { id } = await owner().personMerge.findFirstOrThrow({ where: { keptId: leftId }, orderBy: { mergedAt: 'desc' } })
  return (await as(coordinator, () => submit(undoMerge, { mergeId: id }))).state?.message ?? ''
}
/** Whose the rows under a request are. */
const ownersUnder = async (requestId: string) => (await owner().$queryRaw<{ tab: string; owner: string }[]>`SELECT 'request' AS tab, person_id::text AS owner FROM volunteer_request WHERE id = ${requestId}::uuid
  UNION SELECT 'state', person_id::text FROM volunteer_request_state WHERE request_id = ${requestId}::uuid UNION SELECT 'step', person_id::text FROM volunteer_pair_step WHERE request_id = ${requestId}::uuid
  UNION SELECT 'question', person_id::text FROM volunteer_question WHERE request_id = ${requestId}::uuid UNION SELECT 'answer', person_id::text FROM volunteer_answer WHERE request_id = ${requestId}::uuid UNION SELECT 'match', person_id::text FROM volunteer_match WHERE request_id = ${requestId}::uuid
  UNION SELECT 'end', e.person_id::text FROM volunteer_match_end e JOIN volunteer_match m ON m.id = e.match_id WHERE m.request_id = ${requestId}::uuid
  UNION SELECT 'withdrawal', w.person_id::text FROM consent_withdrawal w JOIN consent c ON c.id = w.consent_id JOIN volunteer_match m ON m.volunteer_id = c.recipient_volunteer_id WHERE m.request_id = ${requestId}::uuid
  UNION SELECT 'consent', c.person_id::text FROM consent c JOIN volunteer_match m ON m.volunteer_id = c.recipient_volunteer_id WHERE m.request_id = ${requestId}::uuid ORDER BY 1`)
const all = (tabs: string[], owner: string) => tabs.sort().map((tab) => ({ tab, owner }))

describe('two records with volunteers become one and two again', () => {
  it('two matches with different volunteers both run on, and undone everything is as before', async () => {
    const [one, other] = [await matched(lead, unit), await matched(lead, unit)]
    await owner().volunteerFollowUp.create({ data: { matchId: other.matchId, personId: other.id, number: 1, onDay: dayToDb(today()), withWhom: 'both', outcome: 'well', recordedBy: lead.userId } })
    const pair = await alike(one.id, other.id)
    const before = await recordRows([one.id, other.id])
    expect(await merge(pair)).toBe('')
    expect(await owner().volunteerMatch.count({ where: { personId: pair.leftId } })).toBe(2)
    const open = await owner().$queryRaw<{ open: boolean }[]>`SELECT access.match_open(id) AS open FROM volunteer_match WHERE person_id = ${pair.leftId}::uuid`
    expect(open).toEqual([{ open: true }, { open: true }])
    expect(await undo(pair)).toBe('')
    expect(await recordRows([one.id, other.id])).toEqual(before)
  })

  it('what was written while they were one goes back with what it stands under: a match that began, the consent to it, and its end', async () => {
    for (const ends of [false, true]) {
      const made = [await waits(unit), await waits(unit)] as const
      const pair = await alike(made[0].id, made[1].id)
      const mine = made.find(({ id }) => id === pair.rightId) as Waits
      await owner().volunteerRequestState.deleteMany({ where: { personId: pair.leftId } })
      await owner().volunteerRequest.deleteMany({ where: { personId: pair.leftId } })
      expect(await merge(pair)).toBe('')
      await owner().assignment.create({ data: { personId: pair.leftId, userId: mine.caseworker.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
      const volunteerId = await helper()
      await ask(lead, mine.requestId, volunteerId)
      await volunteerSays(lead, mine.requestId, volunteerId)
      await personSays({ ...mine, id: pair.leftId }, volunteerId)
      await begin(mine.requestId, volunteerId)
      const { id: matchId } = await owner().volunteerMatch.findFirstOrThrow({ where: { requestId: mine.requestId } })
      if (ends) await as(lead, () => submit(endMatch, { matchId, endedBy: 'both', cause: 'stuck', met: 'yes', rating: '4', words: '' }))
      const tabs = ['request', 'state', 'step', 'answer', 'match', 'consent', ...(ends ? ['end', 'withdrawal'] : [])]
      expect(await ownersUnder(mine.requestId)).toEqual(all(tabs, pair.leftId))
      expect(await undo(pair)).toBe('')
      expect(await ownersUnder(mine.requestId)).toEqual(all(tabs, pair.rightId))
      if (!ends) expect(await owner().$queryRaw`SELECT access.match_open(${matchId}::uuid) AS open`).toEqual([{ open: true }])
    }
  })

  it('is refused, with what to do, where both have a match with the same volunteer', async () => {
    const first = await matched(lead, unit, { capacity: 2 })
    const second = await also(first.volunteerId)
    const pair = await alike(first.id, second.id)
    expect(await merge(pair)).toContain('samme frivillige')
    await as(lead, () => submit(endMatch, { matchId: second.matchId, endedBy: 'both', cause: 'other', met: 'yes', rating: '', words: '' }))
    expect(await merge(pair)).toBe('')
  })

  it('is refused where one is the other’s volunteer, or near to them', async () => {
    const run = async (tie: (match: Matched, otherId: string) => Promise<unknown>) => {
      const [match, other] = [await matched(lead, unit), await waits(unit)]
      await tie(match, other.id)
      await owner().volunteerRequest.deleteMany({ where: { personId: other.id } })
      return merge(await alike(match.id, other.id))
    }
    const tied = (volunteerId: string, personId: string) => owner().volunteerTie.create({ data: { volunteerId, personId, tiedBy: lead.userId } })
    expect(await run(({ volunteerId }, otherId) => tied(volunteerId, otherId))).toContain('frivillig for den anden')
    expect(await run(async ({ volunteerId }, otherId) => {
      const near = await waits(unit)
      await tied(volunteerId, near.id)
      await owner().relation.create({ data: { personId: otherId, relatedPersonId: near.id, kind: 'SIBLING' } })
    })).toContain('frivillig for den anden')
    expect(await run(async (_, otherId) => tied(await helper(), otherId))).toBe('')
  })

  it('is refused where both wait for the same, stand in the same group, or have somebody along at the same time', async () => {
    const [one, other] = [await waits(unit), await waits(unit)]
    const pair = await alike(one.id, other.id)
    expect(await merge(pair)).toContain('Begge venter')
    await owner().volunteerRequestState.create({ data: { requestId: other.requestId, personId: other.id, number: 2, state: 'withdrawn', recordedBy: lead.userId } })
    const group = await owner().volunteerGroup.create({ data: { kindCode: 'veterans', name: 'Tirsdagsgruppen', createdBy: lead.userId } })
    const places = await Promise.all([one, other].map(({ id }) => owner().volunteerGroupCitizen.create({ data: { groupId: group.id, personId: id, fromDay: dayToDb(today()), addedBy: lead.userId } })))
    expect(await merge(pair)).toContain('samme gruppe')
    await owner().volunteerGroupCitizen.update({ where: { id: places[0]?.id }, data: { toDay: dayToDb(today()) } })
    const at = (hours: number) => new Date(+dayToDb(addDays(today(), 5)) + hours * 3_600_000)
    const meets = (personId: string, from: number) => owner().companionMeeting.create({ data: { personId, what: 'Samtale', place: 'Rådhuset', postcode: '8900', startsAt: at(from), endsAt: at(from + 1), travelMinutes: 0, personLanguage: 'da', meetingLanguage: 'da', mayKnow: [], agreedRole: 'listener', kin: 'friend', createdBy: lead.userId } })
    const [, second] = [await meets(one.id, 9), await meets(other.id, 9.5)]
    expect(await merge(pair)).toContain('samme tid')
    await owner().companionStep.create({ data: { meetingId: second.id, personId: other.id, number: 1, step: 'cancelled', onDay: dayToDb(today()), recordedBy: lead.userId } })
    const before = await recordRows([one.id, other.id])
    expect(await merge(pair)).toBe('')
    await owner().companionStep.create({ data: { meetingId: (await meets(pair.leftId, 20)).id, personId: pair.leftId, number: 1, step: 'cancelled', onDay: dayToDb(today()), recordedBy: lead.userId } })
    expect(await undo(pair)).toBe('')
    expect((await recordRows([one.id, other.id])).filter((row) => before.includes(row))).toEqual(before)
  })
})

/** Another citizen of the same volunteer. */
async function also(volunteerId: string) {
  const person = await waits(unit)
  await ask(lead, person.requestId, volunteerId)
  await volunteerSays(lead, person.requestId, volunteerId)
  await personSays(person, volunteerId)
  await begin(person.requestId, volunteerId)
  return { ...person, matchId: (await owner().volunteerMatch.findFirstOrThrow({ where: { requestId: person.requestId } })).id }
}

/** What stands under two goes along with the first. A meeting stays with whom it is about, whosever paper it names; a screening has all its answers from the start, and minutes follow the case of their item. */
const apart = ['companion_meeting of power_of_attorney', 'contact_case of case_file', 'meeting_minute of meeting_item', 'progress_value of progress_aim', 'screening_answer of screening']

it('every row that says whose it is beside the row it stands under goes along with that', async () => {
  const pairs = await owner().$queryRaw<{ child: string; parent: string; moved: boolean }[]>`
    WITH whose AS (SELECT c.oid, c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'person_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace)
    SELECT DISTINCT c.relname AS child, p.relname AS parent, EXISTS (SELECT 1 FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid WHERE t.tgrelid = p.oid AND NOT t.tgisinternal
        AND (encode(t.tgargs, 'escape') ~ ('(^|000)' || c.relname || '\\\\000') OR f.prosrc ~ ('UPDATE ' || c.relname || '( [a-z]+)? SET person_id = NEW.person_id'))) AS moved
    FROM pg_constraint k JOIN whose c ON c.oid = k.conrelid JOIN whose p ON p.oid = k.confrelid WHERE k.contype = 'f' AND c.oid <> p.oid AND p.relname NOT IN ('app_user', 'audit_event') ORDER BY 1, 2`
  expect(pairs.length).toBeGreaterThan(20)
  expect(pairs.filter(({ moved }) => !moved).map(({ child, parent }) => `${child} of ${parent}`)).toEqual(apart)
})
