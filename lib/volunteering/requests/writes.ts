import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayToDb } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { RequestState } from './rules'
import type { RequestInput } from './schema'

/** How a request `r` stands, as a value of a statement over it. */
export const stateSql = Prisma.sql`coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting')`

/** Writes that somebody waits. Throws Refused for a person out of reach, a role or an area there is not, a day to come, and where they wait for the role already. */
export async function addRequest(tx: Tx, actor: Actor, { personId, since, request }: RequestInput, today: Day): Promise<string> {
  if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null, diedOn: null }, select: { id: true } }))) throw new Refused('matching.error.person')
  await refuseBehindGlass(tx, personId)
  if (since > today) throw new Refused('volunteering.error.future', {}, 'since')
  const [known] = await tx.$queryRaw<{ role: boolean; areas: number; waits: boolean }[]>`SELECT EXISTS (SELECT 1 FROM volunteer_role WHERE code = ${request.roleCode} AND retired_on IS NULL) AS role, (SELECT count(*)::int FROM local_area WHERE code = ANY (${request.areas}::text[]) AND retired_on IS NULL) AS areas,
    EXISTS (SELECT 1 FROM volunteer_request r WHERE r.person_id = ${personId}::uuid AND r.role_code = ${request.roleCode} AND NOT r.for_meeting AND ${stateSql} = 'waiting') AS waits`
  if (!known?.role) throw new Refused('matching.error.role', {}, 'role')
  if (known.areas !== new Set(request.areas).size) throw new Refused('volunteering.error.area', {}, 'areas')
  if (known.waits) throw new Refused('matching.error.waits', {}, 'role')
  if (request.wishedVolunteerId !== null && !(await wishable(tx, personId, request.wishedVolunteerId, request.roleCode))) throw new Refused('matching.error.wish')
  const id = crypto.randomUUID()
  await tx.volunteerRequest.createMany({ data: [{ ...request, id, personId, since: dayToDb(since), createdBy: actor.userId }] })
  await tx.volunteerRequestState.createMany({ data: [{ requestId: id, personId, number: 1, state: 'waiting', recordedBy: actor.userId }] })
  return id
}

/** Ends the waiting. Throws Refused when it is not there for the writer, or has ended already. */
export async function endRequest(tx: Tx, actor: Actor, personId: string, requestId: string, state: Exclude<RequestState, 'waiting'>): Promise<void> {
  await refuseBehindGlass(tx, personId)
  const [row] = await tx.$queryRaw<{ state: RequestState; number: number }[]>`SELECT ${stateSql} AS state, (SELECT coalesce(max(s.number), 0)::int FROM volunteer_request_state s WHERE s.request_id = r.id) AS number
    FROM volunteer_request r WHERE r.id = ${requestId}::uuid AND r.person_id = ${personId}::uuid`
  if (row?.state !== 'waiting') throw new Refused('matching.error.gone')
  await tx.volunteerRequestState.createMany({ data: [{ requestId, personId, number: row.number + 1, state, recordedBy: actor.userId }] })
}

/** Whether somebody of that id stands in the catalogue for this person, and does what is asked for. */
async function wishable(tx: Tx, personId: string, wish: string, role: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ can: boolean }[]>`SELECT ${role} = ANY (c.roles) AS can FROM access.volunteer_catalogue(${personId}::uuid) c WHERE c.volunteer_id = ${wish}::uuid`
  return row?.can ?? false
}
