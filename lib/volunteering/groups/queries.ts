import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { Named } from '../list/sql'

export type GroupKind = Named & { aboutDa: string; aboutEn: string; citizens: boolean }
/** `citizens`: how many there are, and nothing of who. */
export type Group = { id: string; kind: string; name: string; place: string | null; meets: string | null; seats: number | null; closed: boolean; citizens: number; version: number; leader: { id: string; name: string } | null; helpers: number; lastMet: string | null }
export type GroupList = { groups: Group[]; kinds: GroupKind[] }
export type GroupMeeting = { id: string; onDay: Day; volunteers: number; citizens: number }
export type OpenGroup = { group: Group; kinds: GroupKind[]; members: { id: string; name: string; since: Day }[]; meetings: GroupMeeting[]; /** Who could join: active, and not in it. */ others: { id: string; name: string }[] }
export type PersonGroups = { mine: { id: string; name: string; kind: string; meets: string | null; place: string | null; from: Day; to: Day | null }[]; groups: Group[]; kinds: GroupKind[] }

/** Kinds of today; beside groups also those that are used no longer and a group still has. */
const kindsOf = (which: Prisma.Sql) => Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'nameDa', k.name_da, 'nameEn', k.name_en, 'aboutDa', k.about_da, 'aboutEn', k.about_en, 'citizens', k.citizens) ORDER BY k.position), '[]') FROM volunteer_group_kind k WHERE k.retired_on IS NULL OR ${which}) AS kinds`
/** Groups that are open first, by name. Helpers and meetings are counted of what the reader may read. */
const groupsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind_code, 'name', g.name, 'place', g.place, 'meets', g.meets, 'seats', g.seats, 'closed', g.closed_on IS NOT NULL, 'version', g.version, 'citizens', coalesce(c.many, 0),
  'leader', (SELECT jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name) FROM volunteer v WHERE v.id = g.leader_id), 'helpers', (SELECT count(*) FROM volunteer_group_helper h WHERE h.group_id = g.id AND h.to_day IS NULL), 'lastMet', (SELECT max(m.on_day) FROM volunteer_group_meeting m WHERE m.group_id = g.id)) ORDER BY g.closed_on IS NOT NULL, g.name), '[]')
  FROM volunteer_group g LEFT JOIN access.group_citizens() c ON c.group_id = g.id) AS groups`
const read = async (tx: Tx): Promise<GroupList> => (await tx.$queryRaw<[GroupList]>`SELECT ${groupsSql}, ${kindsOf(Prisma.sql`EXISTS (SELECT 1 FROM volunteer_group g WHERE g.kind_code = k.code)`)}`)[0]

/** Every group with how many are in it. One statement. */
export function listGroups(actor: Actor): Promise<GroupList> {
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const found = await read(tx)
    shown({ action: 'group.listed', details: { shown: found.groups.length } })
    return found
  })
}

/** One group: who helps in it, how often it met and how many came. Null where there is none. Two statements. */
export function openGroup(actor: Actor, groupId: string): Promise<OpenGroup | null> {
  if (!z.uuid().safeParse(groupId).success) return Promise.resolve(null)
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const { groups, kinds } = await read(tx)
    const group = groups.find(({ id }) => id === groupId)
    if (!group) return null
    const [row] = await tx.$queryRaw<[{ members: { id: string; name: string; since: string }[]; meetings: (Omit<GroupMeeting, 'onDay'> & { onDay: string })[]; others: { id: string; name: string }[] }]>`SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name, 'since', h.from_day) ORDER BY v.first_name, v.number), '[]') FROM volunteer_group_helper h JOIN volunteer v ON v.id = h.volunteer_id WHERE h.group_id = ${groupId}::uuid AND h.to_day IS NULL) AS members,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'onDay', m.on_day, 'volunteers', m.volunteers, 'citizens', m.citizens) ORDER BY m.on_day DESC, m.id DESC), '[]') FROM volunteer_group_meeting m WHERE m.group_id = ${groupId}::uuid) AS meetings,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name) ORDER BY v.first_name, v.number), '[]') FROM volunteer v WHERE (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active'
        AND NOT EXISTS (SELECT 1 FROM volunteer_group_helper h WHERE h.group_id = ${groupId}::uuid AND h.volunteer_id = v.id AND h.to_day IS NULL)) AS others`
    shown({ kind: 'VIEW', action: 'group.viewed', details: { group: groupId } })
    return { group, kinds, members: row.members.map((one) => ({ ...one, since: toDay(one.since) })), meetings: row.meetings.map((one) => ({ ...one, onDay: toDay(one.onDay) })), others: row.others }
  })
}

/** The kinds and who could lead a new group. One statement. */
export function groupChoices(actor: Actor): Promise<{ kinds: GroupKind[]; others: { id: string; name: string }[] }> {
  return readAs(actor, 'volunteer.manage', async ({ tx }) => (await tx.$queryRaw<[{ kinds: GroupKind[]; others: { id: string; name: string }[] }]>`SELECT ${kindsOf(Prisma.sql`false`)},
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.first_name || ' ' || v.last_name) ORDER BY v.first_name, v.number), '[]') FROM volunteer v WHERE (SELECT s.step FROM volunteer_step s WHERE s.volunteer_id = v.id ORDER BY s.number DESC LIMIT 1) = 'active') AS others`)[0])
}

/** The groups a person is or was in, and those there are. Two statements. */
export function personGroups<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<PersonGroups, N> | null> {
  return openPerson(actor, personId, 'groups', async ({ tx }, person) => {
    const [found, mine] = [await read(tx), await tx.$queryRaw<(Omit<PersonGroups['mine'][number], 'from' | 'to'> & { from: string; to: string | null })[]>`SELECT g.id::text, g.name, g.kind_code AS kind, g.meets, g.place, c.from_day::text AS from, c.to_day::text AS to
      FROM volunteer_group_citizen c JOIN volunteer_group g ON g.id = c.group_id WHERE c.person_id = ${person.id}::uuid ORDER BY c.to_day IS NOT NULL, c.from_day DESC`]
    return { ...found, mine: mine.map((one) => ({ ...one, from: toDay(one.from), to: one.to === null ? null : toDay(one.to) })) }
  }, also, 'volunteer.request')
}
