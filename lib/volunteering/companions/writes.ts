import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { now } from '@/lib/platform/clock'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { spokenCode } from '../requests/rules'
import { endRequest } from '../requests/writes'
import { partsOfWeek, standing, stands } from './rules'
import { meetingFacts, toldSql } from './sql'
import type { CompanionInput } from './schema'

type Known = { alive: boolean; role: boolean; areas: string[]; attorney: boolean; told: string[] | null; busy: boolean }
/** What the database will ask again, so that the reason stands by its field. */
const known = async (tx: Tx, { personId, day, meeting: m }: CompanionInput): Promise<Known | undefined> => (await tx.$queryRaw<Known[]>`
  SELECT EXISTS (SELECT 1 FROM person p WHERE p.id = ${personId}::uuid AND p.merged_into_id IS NULL AND p.died_on IS NULL) AS alive, EXISTS (SELECT 1 FROM volunteer_role WHERE code = 'companion' AND retired_on IS NULL) AS role,
    ARRAY(SELECT a.code FROM local_area a WHERE a.retired_on IS NULL AND ${m.postcode} = ANY (a.postcodes) ORDER BY a.position) AS areas,
    EXISTS (SELECT 1 FROM power_of_attorney a WHERE a.id = ${m.powerOfAttorneyId}::uuid AND a.person_id = ${personId}::uuid AND a.ended_on IS NULL AND ${day}::date BETWEEN a.from_day AND a.to_day) AS attorney,
    (${toldSql(personId)}) AS told,
    EXISTS (SELECT 1 FROM companion_meeting o WHERE o.person_id = ${personId}::uuid AND o.starts_at < ${m.endsAt} AND o.ends_at > ${m.startsAt} AND NOT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = o.id AND t.step IN ('cancelled', 'not-held'))
      AND NOT (EXISTS (SELECT 1 FROM volunteer_match x JOIN volunteer_match_end e ON e.match_id = x.id WHERE x.request_id = o.request_id) AND NOT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = o.id AND t.step = 'held'))
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = o.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') <> 'withdrawn') AS busy`)[0]

/** Writes a meeting, and where nobody of their own comes along a request with it. Returns the meeting and its request. Throws Refused, by field, with what the database would refuse. */
export async function addMeeting(tx: Tx, actor: Actor, input: CompanionInput, today: Day): Promise<{ id: string; requestId: string | null }> {
  const { personId, day, meeting } = input
  const found = await known(tx, input)
  if (!found?.alive) throw new Refused('matching.error.person')
  await refuseBehindGlass(tx, personId)
  if (day < today) throw new Refused('companions.error.past', {}, 'day')
  // Whoever brings somebody of their own may write it down afterwards; looked for is nobody any more.
  if (!meeting.kin && meeting.startsAt <= now()) throw new Refused('companions.error.begun', {}, 'starts')
  if (!found.role && !meeting.kin) throw new Refused('companions.error.noRole')
  if (meeting.powerOfAttorneyId && !found.attorney) throw new Refused('companions.error.attorney', {}, 'companionRole')
  if (meeting.mayKnow.some((field) => !found.told?.includes(field))) throw new Refused('companions.error.consent', {}, 'mayKnow')
  if (found.busy) throw new Refused('companions.error.atOnce', {}, 'day')
  const [id, requestId] = [crypto.randomUUID(), meeting.kin ? null : crypto.randomUUID()]
  if (requestId) {
    await tx.volunteerRequest.createMany({ data: [{
      id: requestId, personId, roleCode: 'companion', since: dayToDb(today), times: partsOfWeek(meeting.startsAt, meeting.endsAt), areas: found.areas, languages: [spokenCode({ language: meeting.personLanguage, level: 'native' })], challenges: [], createdBy: actor.userId, forMeeting: true,
    }] })
    await tx.volunteerRequestState.createMany({ data: [{ requestId, personId, number: 1, state: 'waiting', recordedBy: actor.userId }] })
  }
  await tx.companionMeeting.createMany({ data: [{ ...meeting, id, personId, requestId, createdBy: actor.userId }] })
  return { id, requestId }
}

/** The meeting is not to be, or nobody is wanted any more. Throws Refused when it is not there for the writer, or was held. */
export async function cancelMeeting(tx: Tx, actor: Actor, personId: string, meetingId: string, today: Day): Promise<void> {
  await refuseBehindGlass(tx, personId)
  const found = await meetingFacts(tx, personId, meetingId)
  if (!found || !stands(standing(found))) throw new Refused('companions.error.gone')
  if (found.request === 'waiting' && found.requestId) return endRequest(tx, actor, personId, found.requestId, 'withdrawn')
  await tx.companionStep.createMany({ data: [{ meetingId, personId, number: found.steps.length + 1, step: 'cancelled', onDay: dayToDb(today), recordedBy: actor.userId }] })
  // Whoever was to come along must not stand there alone.
  await enqueue(tx, 'companion.cancelled', { meetingId })
}
