import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { GroupInput } from './schema'

/** Writes a new group, or what has changed of one. Throws Refused for a kind or a leader there is not, and where somebody else has changed it meanwhile. */
export async function writeGroup(tx: Tx, actor: Actor, { groupId, version, kind, closed, ...group }: GroupInput, today: Day): Promise<string> {
  // A kind that is used no longer stays with the groups that have it: they can still be changed and closed.
  const had = groupId === null ? null : await tx.volunteerGroup.findFirst({ where: { id: groupId }, select: { kindCode: true } })
  if (kind !== had?.kindCode && !(await tx.volunteerGroupKind.findFirst({ where: { code: kind, retiredOn: null }, select: { id: true } }))) throw new Refused('groups.error.kind', {}, 'kind')
  if (group.leaderId !== null && !(await tx.volunteer.findFirst({ where: { id: group.leaderId }, select: { id: true } }))) throw new Refused('groups.error.volunteer', {}, 'leaderId')
  if (groupId === null) {
    const id = crypto.randomUUID()
    await tx.volunteerGroup.createMany({ data: [{ ...group, id, kindCode: kind, createdBy: actor.userId }] })
    return id
  }
  const was = await tx.volunteerGroup.findFirst({ where: { id: groupId }, select: { closedOn: true } })
  const { count } = await tx.volunteerGroup.updateMany({ where: { id: groupId, version }, data: { ...group, kindCode: kind, closedOn: closed ? (was?.closedOn ?? dayToDb(today)) : null, version: version + 1 } })
  if (count === 0) throw new Refused(was ? 'volunteering.error.meanwhile' : 'groups.error.gone')
  return groupId
}

/** A volunteer joins a group, or leaves it. Throws Refused where that is so already, and where a group that is closed or a volunteer who does not help today would be joined. */
export async function moveHelper(tx: Tx, actor: Actor, { groupId, volunteerId }: { groupId: string; volunteerId: string }, joins: boolean, today: Day): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string }[]>`SELECT g.id::text FROM volunteer_group g WHERE g.id = ${groupId}::uuid FOR UPDATE`
  if (locked.length === 0 || !(await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { id: true } }))) throw new Refused('groups.error.gone')
  if (joins) {
    const [may] = await tx.$queryRaw<[{ open: boolean; active: boolean }]>`SELECT (SELECT g.closed_on IS NULL FROM volunteer_group g WHERE g.id = ${groupId}::uuid) AS open, (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = ${volunteerId}::uuid ORDER BY s.number DESC LIMIT 1) = 'active' AS active`
    if (!may.open) throw new Refused('groups.error.closed')
    if (!may.active) throw new Refused('groups.error.volunteer', {}, 'volunteerId')
  }
  const live = await tx.volunteerGroupHelper.findFirst({ where: { groupId, volunteerId, toDay: null }, select: { id: true } })
  if (joins === (live !== null)) throw new Refused('groups.error.already')
  if (live) await tx.volunteerGroupHelper.updateMany({ where: { id: live.id }, data: { toDay: dayToDb(today) } })
  else await tx.volunteerGroupHelper.createMany({ data: [{ groupId, volunteerId, fromDay: dayToDb(today), addedBy: actor.userId }] })
}

/** A citizen joins a group: seats are counted by the database as well. Throws Refused for a person out of reach, a group that takes nobody, one they are in, and one that is full. */
export async function joinCitizen(tx: Tx, actor: Actor, personId: string, groupId: string, today: Day): Promise<void> {
  if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null, diedOn: null }, select: { id: true } }))) throw new Refused('matching.error.person')
  await refuseBehindGlass(tx, personId)
  const [group] = await tx.$queryRaw<{ open: boolean; full: boolean; inIt: boolean }[]>`SELECT g.closed_on IS NULL AND k.citizens AS open, coalesce((SELECT c.many FROM access.group_citizens() c WHERE c.group_id = g.id), 0) >= coalesce(g.seats, 1000000) AS full,
    EXISTS (SELECT 1 FROM volunteer_group_citizen c WHERE c.group_id = g.id AND c.person_id = ${personId}::uuid AND c.to_day IS NULL) AS "inIt" FROM volunteer_group g JOIN volunteer_group_kind k ON k.code = g.kind_code WHERE g.id = ${groupId}::uuid`
  if (!group?.open) throw new Refused('groups.error.choose', {}, 'groupId')
  if (group.inIt) throw new Refused('groups.error.already', {}, 'groupId')
  if (group.full) throw new Refused('groups.error.full', {}, 'groupId')
  await tx.volunteerGroupCitizen.createMany({ data: [{ personId, groupId, fromDay: dayToDb(today), addedBy: actor.userId }] })
}

/** They come no longer. Throws Refused where they are not in it. */
export async function leaveCitizen(tx: Tx, personId: string, groupId: string, today: Day): Promise<void> {
  await refuseBehindGlass(tx, personId)
  const { count } = await tx.volunteerGroupCitizen.updateMany({ where: { personId, groupId, toDay: null }, data: { toDay: dayToDb(today) } })
  if (count === 0) throw new Refused('groups.error.already')
}
