import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { RunGroup } from '../groups'
import type { RunState } from '../rules'
import type { LetterState } from '../placing/writes'

export const MEMBERS_PER_PAGE = 50

export type MemberLine = {
  personId: string
  name: string
  group: RunGroup
  reason: string
  scope: string
  note: string | null
  channel: 'DIGITAL_POST' | 'PAPER' | 'BY_HAND' | null
  dueOn: Day | null
  language: string | null
  largePrint: boolean
  letterId: string | null
  letterState: LetterState | null
  errorCode: string | null
  fileId: string | null
  sentOn: Day | null
}

/** The people of one group the reader may open, fifty at a time, by name. `hidden`: how many more there are, of whom nothing is told. */
export async function runMembers(actor: Actor, runId: string, group: RunGroup, page: number): Promise<{ rows: MemberLine[]; total: number; hidden: number }> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<MemberRow[]>`
      SELECT ${MEMBER}
      FROM run_member m JOIN person p ON p.id = m.person_id LEFT JOIN letter l ON l.run_id = m.run_id AND l.person_id = m.person_id
      WHERE m.run_id = ${runId}::uuid AND m.run_group = ${group}::run_group
      ORDER BY p.last_name, p.first_name, m.person_id LIMIT ${MEMBERS_PER_PAGE} OFFSET ${(page - 1) * MEMBERS_PER_PAGE}`
    const [sum] = await tx.$queryRaw<{ mine: number; everybody: number }[]>`SELECT (SELECT count(*)::int FROM run_member m JOIN person p ON p.id = m.person_id WHERE m.run_id = ${runId}::uuid AND m.run_group = ${group}::run_group) AS mine,
      (SELECT coalesce(sum(n), 0)::int FROM access.run_people(${runId}::uuid) WHERE run_group = ${group}::run_group) AS everybody`
    shown({ action: 'run.members', people: rows.map((row) => row.personId), details: { runId, group } })
    return { rows: rows.map(lineOf), total: sum?.mine ?? 0, hidden: Math.max(0, (sum?.everybody ?? 0) - (sum?.mine ?? 0)) }
  })
}

export type MemberDetails = { run: { id: string; name: string; state: RunState }; member: MemberLine; changes: { from: RunGroup; to: RunGroup; reason: string; at: Date; by: string | null }[] }

/** One person in one run, with how they came to be where they are. Null when there is no such pair or the person may not be opened. */
export async function runMember(actor: Actor, runId: string, personId: string): Promise<MemberDetails | null> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<(MemberRow & { runName: string; state: RunState; changes: { from: RunGroup; to: RunGroup; reason: string; at: string; by: string | null }[] | null })[]>`
      SELECT ${MEMBER}, r.name AS "runName", r.state::text,
        (SELECT json_agg(json_build_object('from', c.from_group, 'to', c.to_group, 'reason', c.reason, 'at', c.changed_at, 'by', (SELECT name FROM app_user WHERE id = c.changed_by)) ORDER BY c.id DESC)
          FROM run_member_change c WHERE c.run_id = m.run_id AND c.person_id = m.person_id) AS changes
      FROM run_member m JOIN run r ON r.id = m.run_id JOIN person p ON p.id = m.person_id LEFT JOIN letter l ON l.run_id = m.run_id AND l.person_id = m.person_id
      WHERE m.run_id = ${runId}::uuid AND m.person_id = ${personId}::uuid`
    if (!row) return null
    shown({ kind: 'VIEW', action: 'run.member-viewed', personId, details: { runId } })
    const { runName, state, changes, ...member } = row
    return { run: { id: runId, name: runName, state }, member: lineOf(member), changes: (changes ?? []).map((change) => ({ ...change, at: new Date(change.at) })) }
  })
}

type MemberRow = Omit<MemberLine, 'dueOn' | 'sentOn'> & { dueOn: string | null; sentOn: string | null }

const MEMBER = Prisma.sql`m.person_id AS "personId", p.first_name || ' ' || p.last_name AS name, m.run_group::text AS group, m.reason, m.scope, m.note, m.channel::text,
  m.due_on::text AS "dueOn", p.language, coalesce(p.large_print, false) AS "largePrint", l.id AS "letterId", l.state::text AS "letterState", l.error_code AS "errorCode", l.file_id AS "fileId",
  l.sent_on::text AS "sentOn"`

function lineOf(row: MemberRow): MemberLine {
  return { ...row, dueOn: row.dueOn ? toDay(row.dueOn) : null, sentOn: row.sentOn ? toDay(row.sentOn) : null }
}
