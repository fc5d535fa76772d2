import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { CaseKind } from '../cases/rules'
import type { CancelReason, Repeats } from './rules'
import type { Minute } from './sql'

type Unit = { id: string; nameDa: string; nameEn: string }
export type Seat = { id: string; name: string; title: string | null; unit: Unit | null }
export type MeetingRow = { id: string; onDay: Day; seriesOn: Day; starts: string; place: string; partners: string | null; repeats: Repeats; heldAt: Date | null; cancelledAt: Date | null; cancelledWhy: CancelReason | null; version: number; unit: Unit; participants: Seat[]; /** Cases on the agenda, also those the reader may not read. */ count: number; /** Of the reader's unit: theirs to change and to hold. */ own: boolean }
type Raw = Omit<MeetingRow, 'onDay' | 'seriesOn'> & { onDay: string; seriesOn: string }
const MOST = 60

async function readMeetings(tx: Tx, actor: Actor, id: string | null): Promise<MeetingRow[]> {
  const rows = await tx.$queryRaw<Raw[]>`SELECT m.id::text, m.on_day::text AS "onDay", m.series_on::text AS "seriesOn", m.starts, m.place, m.partners, m.repeats, m.held_at AS "heldAt", m.cancelled_at AS "cancelledAt", m.cancelled_why AS "cancelledWhy", m.version, coalesce(m.unit_id = ${actor.unitId}::uuid, false) AS own,
      jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit, access.meeting_count(m.id) AS count,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'title', u.title, 'unit', CASE WHEN un.id IS NOT NULL THEN jsonb_build_object('id', un.id, 'nameDa', un.name_da, 'nameEn', un.name_en) END) ORDER BY un.id IS DISTINCT FROM m.unit_id, un.name_da, u.name), '[]')
        FROM meeting_participant p JOIN app_user u ON u.id = p.user_id LEFT JOIN unit un ON un.id = u.unit_id WHERE p.meeting_id = m.id) AS participants
    FROM meeting m JOIN unit n ON n.id = m.unit_id WHERE ${id}::uuid IS NULL OR m.id = ${id}::uuid ORDER BY m.held_at IS NOT NULL, m.on_day DESC, m.id LIMIT ${MOST}::int`
  return rows.map(({ onDay, seriesOn, ...row }) => ({ ...row, onDay: toDay(onDay), seriesOn: toDay(seriesOn) }))
}

/** The meetings of one's unit and those one takes part in. One statement; nobody is named in them. */
export function meetings(actor: Actor): Promise<MeetingRow[]> {
  return readAs(actor, 'meeting.read', async ({ tx, shown }) => {
    const rows = await readMeetings(tx, actor, null)
    shown({ action: 'meeting.listed' })
    return rows
  })
}

export type MinuteOfItem = Minute & { task: { id: string; owner: string | null; dueOn: Day; state: 'open' | 'done' | 'dropped' } | null }
/** An item as the reader may read it; `open` null: there is one, and that is all. */
export type AgendaItem = { nth: number; open: { itemId: string; caseId: string; personId: string; name: string; kind: CaseKind; about: string | null; unit: Unit; words: string; by: string; /** The reader can open the person, and not only hear of them here. */ reach: boolean; /** Units at the table that may not hear of it now: told to those who reach the person. */ lacks: { nameDa: string; nameEn: string }[]; mayMinute: boolean; minutes: MinuteOfItem[]; owners: { id: string; name: string }[] } | null }
export type OpenMeeting = { meeting: MeetingRow; items: AgendaItem[]; /** The meeting that follows. */ nextId: string | null }
type RawItem = { nth: number; itemId: string | null; caseId: string; personId: string; name: string; kind: CaseKind; about: string | null; unit: Unit; words: string; by: string; reach: boolean; lacks: { nameDa: string; nameEn: string }[]; mayMinute: boolean; minutes: (Omit<MinuteOfItem, 'at' | 'task'> & { at: string; task: { id: string; owner: string | null; dueOn: string; state: 'open' | 'done' | 'dropped' } | null })[] }

/** One meeting with its agenda; everybody whose name is read stands in the log. Null where it is not the reader's. Two or three statements. */
export function openMeeting(actor: Actor, id: string): Promise<OpenMeeting | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'meeting.read', async ({ tx, shown }) => {
    const [meeting] = await readMeetings(tx, actor, id)
    if (!meeting) return null
    const rows = await tx.$queryRaw<RawItem[]>`SELECT a.nth, a.item_id::text AS "itemId", a.case_id::text AS "caseId", a.person_id::text AS "personId", a.name, a.kind, a.about, a.words, a.marked_by AS by, a.reach, a.may_minute AS "mayMinute", a.minutes,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('nameDa', l.name_da, 'nameEn', l.name_en) ORDER BY l.name_da), '[]') FROM access.meeting_lacks(${id}::uuid, a.case_id) k JOIN unit l ON l.id = k.unit_id) AS lacks,
        CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) END AS unit FROM access.meeting_agenda(${id}::uuid) a LEFT JOIN unit n ON n.id = a.case_unit ORDER BY a.nth`
    const [next] = (meeting.heldAt ?? meeting.cancelledAt) ? await tx.$queryRaw<{ id: string }[]>`SELECT m.id::text FROM meeting m WHERE m.follows_id = ${id}::uuid` : []
    const items = rows.map((row): AgendaItem => ({ nth: row.nth, open: row.itemId === null ? null : openItem({ ...row, itemId: row.itemId }, meeting, actor) }))
    shown({ action: 'meeting.viewed', people: items.flatMap(({ open }) => open?.personId ?? []), details: { meeting: id } })
    return { meeting, items, nextId: next?.id ?? null }
  })
}

function openItem({ nth: _, minutes, ...row }: RawItem & { itemId: string }, meeting: MeetingRow, actor: Actor): NonNullable<AgendaItem['open']> {
  return { ...row, owners: meeting.participants.filter(({ id }) => id !== actor.userId), minutes: minutes.map(({ task, at, ...one }) => ({ ...one, at: new Date(at), task: task && { ...task, dueOn: toDay(task.dueOn) } })) }
}

export type Candidate = Seat & { unit: Unit }
/** What the form for a meeting needs: who can sit there, and the meeting where one is changed. */
export function meetingForm(actor: Actor, id: string | null): Promise<{ candidates: Candidate[]; meeting: MeetingRow | null } | null> {
  if (id !== null && !z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'meeting.manage', async ({ tx, shown }) => {
    const [meeting] = id === null ? [] : await readMeetings(tx, actor, id)
    if (id !== null && !(meeting?.own && meeting.heldAt === null && meeting.cancelledAt === null)) return null
    const candidates = await tx.$queryRaw<Candidate[]>`SELECT k.id::text, k.name, k.title, jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit FROM access.meeting_candidates() k JOIN unit n ON n.id = k.unit_id ORDER BY k.unit_id IS DISTINCT FROM ${actor.unitId}::uuid, n.name_da, k.name LIMIT 500`
    shown({ action: 'meeting.listed' })
    return { candidates, meeting: meeting ?? null }
  })
}

/** A coming meeting the case can be marked for. `lacks`: units at the table the person has not said may read it. */
export type Markable = { id: string; onDay: Day; starts: string; unit: Unit; lacks: { nameDa: string; nameEn: string }[] }
export type CaseToMark = { case: { id: string; kind: CaseKind; unit: Unit }; meetings: Markable[] } | null
/** One open case and the meetings it can be marked for, the soonest first; those it stands on already are left out. Two statements besides those of the frame. */
export function caseToMark<N>(actor: Actor, personId: string, caseId: string, also: Also<N>): Promise<OpenPerson<CaseToMark, N> | null> {
  const read: Also<CaseToMark> = async ({ tx }, { id }) => {
    if (!z.uuid().safeParse(caseId).success) return null
    const [found] = await tx.$queryRaw<NonNullable<CaseToMark>['case'][]>`SELECT f.id::text, f.kind, jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit FROM case_file f JOIN unit n ON n.id = f.unit_id
      WHERE f.id = ${caseId}::uuid AND f.person_id = ${id}::uuid AND (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) <> 'closed'`
    if (!found) return null
    const rows = await tx.$queryRaw<(Omit<Markable, 'onDay'> & { onDay: string })[]>`SELECT m.id::text, m.on_day::text AS "onDay", m.starts, jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('nameDa', l.name_da, 'nameEn', l.name_en) ORDER BY l.name_da), '[]') FROM access.meeting_lacks(m.id, ${caseId}::uuid) k JOIN unit l ON l.id = k.unit_id) AS lacks
      FROM meeting m JOIN unit n ON n.id = m.unit_id WHERE m.held_at IS NULL AND m.cancelled_at IS NULL AND NOT EXISTS (SELECT 1 FROM meeting_item i WHERE i.meeting_id = m.id AND i.case_id = ${caseId}::uuid) ORDER BY m.on_day, m.starts, m.id LIMIT 20`
    return { case: found, meetings: rows.map(({ onDay, ...row }) => ({ ...row, onDay: toDay(onDay) })) }
  }
  return openPerson(actor, personId, 'case-meeting', read, also, 'case.manage')
}
