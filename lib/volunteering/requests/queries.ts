import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { Named } from '../list/sql'
import type { EndCause } from '../matches/rules'
import type { Cause, SaidBy } from '../matching/rules'
import { personPairsSql, personRefusalsSql, type RawPersonPair, readPersonPair } from './pairs/sql'
import type { RequestState } from './rules'
import { stateSql } from './writes'

export type PersonRequest = {
  id: string; number: number; role: string; since: Day; times: string[]; areas: string[]; languages: string[]; challenges: string[]; ageFrom: number | null; ageTo: number | null; words: string | null; state: RequestState; by: string
  /** Whom the citizen chose: the first name while they stand in the catalogue, empty when they no longer do. */ wish: string | null
}
/** Who was asked, or has a match, for one of the requests: first names, which the citizen is told as well. */
export type PersonPair = { requestId: string; volunteerId: string; firstName: string; askedOn: Day; personYes: boolean | null; volunteerYes: boolean | null; startedOn: Day | null; endedOn: Day | null; cause: EndCause | null }
/** Who was turned down for one of the requests, by the first name. */
export type PersonRefusal = { requestId: string; volunteerId: string; firstName: string; cause: Cause; onDay: Day; saidBy: SaidBy }
export type Choices = { roles: Named[]; areas: Named[] }
/** `told`: whether a live consent lets the name reach those who lead volunteers, and `needs` as well; `unit`: theirs. */
export type PersonRequests = { requests: PersonRequest[]; pairs: PersonPair[]; refused: PersonRefusal[]; told: boolean; needs: boolean; unit: string | null; lists: Choices }
type Row = Omit<PersonRequests, 'requests' | 'pairs' | 'refused'> & { refused: (Omit<PersonRefusal, 'onDay'> & { onDay: string })[]; requests: (Omit<PersonRequest, 'since'> & { since: string })[]; pairs: RawPersonPair[] }

const names = (tx: Tx) => tx.$queryRaw<[Choices]>`SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM volunteer_role WHERE retired_on IS NULL) AS roles,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM local_area WHERE retired_on IS NULL) AS areas`

/** What the person waits for, the newest first, and whether those who can find somebody may know who it is. One statement. */
export function personRequests<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<PersonRequests, N> | null> {
  const read: Also<PersonRequests> = async ({ tx }, person) => {
    const [row] = await tx.$queryRaw<[Row]>`
      WITH said AS (SELECT c.fields FROM consent c JOIN unit u ON u.id = c.recipient_unit_id AND u.kind = 'VOLUNTEERING' JOIN person p ON p.id = c.person_id
        WHERE c.person_id = ${person.id}::uuid AND c.purpose = 'referral' AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id) AND p.protection = 'P0' AND NOT p.shielded)
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'role', r.role_code, 'since', r.since, 'times', r.times, 'areas', r.areas, 'languages', r.languages, 'challenges', r.challenges,
          'ageFrom', r.age_from, 'ageTo', r.age_to, 'words', r.words, 'state', ${stateSql}, 'by', u.name, 'wish', CASE WHEN r.wished_volunteer_id IS NOT NULL THEN coalesce((SELECT c.first_name FROM access.volunteer_catalogue(r.person_id) c WHERE c.volunteer_id = r.wished_volunteer_id), '') END) ORDER BY r.created_at DESC), '[]') FROM volunteer_request r JOIN app_user u ON u.id = r.created_by WHERE r.person_id = ${person.id}::uuid AND NOT r.for_meeting) AS requests,
        (${personPairsSql(person.id)}) AS pairs, (${personRefusalsSql(person.id)}) AS refused,
        EXISTS (SELECT 1 FROM said) AS told, EXISTS (SELECT 1 FROM said WHERE 'needs' = ANY (fields)) AS needs, (SELECT u.id::text FROM unit u WHERE u.kind = 'VOLUNTEERING' AND u.closed_on IS NULL ORDER BY u.name_da LIMIT 1) AS unit,
        jsonb_build_object('roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM volunteer_role),
          'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameDa', name_da, 'nameEn', name_en) ORDER BY position), '[]') FROM local_area)) AS lists`
    return { ...row, requests: row.requests.map((one) => ({ ...one, since: toDay(one.since) })), pairs: row.pairs.map(readPersonPair), refused: row.refused.map((one) => ({ ...one, onDay: toDay(one.onDay) })) }
  }
  return openPerson(actor, personId, 'waiting', read, also, 'volunteer.request')
}

/** What a request chooses among, and the first name of who was chosen from the catalogue; null where nobody of that id stands in it for this person. Two statements at most. */
export function requestChoices<N>(actor: Actor, personId: string, wish: string | null, also: Also<N>): Promise<OpenPerson<Choices & { wish: Wish | null }, N> | null> {
  return openPerson(actor, personId, 'waiting-new', async ({ tx }, person) => ({ ...(await names(tx))[0], wish: wish === null ? null : await wished(tx, person.id, wish) }), also, 'volunteer.request')
}

export type Wish = { id: string; firstName: string; roles: string[] }
async function wished(tx: Tx, personId: string, wish: string): Promise<Wish | null> {
  const [row] = await tx.$queryRaw<Wish[]>`SELECT c.volunteer_id::text AS id, c.first_name AS "firstName", c.roles FROM access.volunteer_catalogue(${personId}::uuid) c WHERE c.volunteer_id = ${wish}::uuid`
  return row ?? null
}
