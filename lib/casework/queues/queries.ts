import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import type { Part } from '@/lib/access/parts'
import { readAs } from '@/lib/access/read'
import { type Recent, recentSql } from '@/lib/people/recent/sql'
import { type Day, diffDays, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { CaseKind } from '../cases/rules'
import type { Clock, NextStep } from '../contacts/rules'
import type { Place } from '../methods/rules'
import { type Followed, followedBy } from '../methods/sql'
import type { CaseWeight } from '../weights/rules'
import { type Caseload, ownLoadSql } from '../weights/sql'
import { type Facts, type OwnCase, overLimits, type Queue, SILENT_DAYS } from './rules'
import { columnsOf, PAGE_SIZE, queueState, type QueueState } from './schema'
import { countsSql, factsSql, filterSql, orderSql, queueSql, shownSql, viewsSql } from './sql'

export type QueueCase = OwnCase & { id: string; kind: CaseKind; /** Where the list shows it. */ weight: CaseWeight | null; place: Place | null }
/** One line, ready to show. */
export type QueueRow = Omit<Facts, 'cases'> & { id: string; name: string; protected: boolean; clock: Clock; next: NextStep | null; cases: QueueCase[]; tasks: number; /** Open agreements of the plan whose day has passed. */ planPassed: number; /** The sticky note, where the list shows it. */ note: string | null; draftAt: Date | null; /** For whom the reader covers, and through which day. */ cover: { name: string; to: Day } | null }
/** A case of the reader's unit that nobody has: no more of the person than the name. */
export type FreeCase = { id: string; personId: string; name: string; kind: CaseKind; about: string | null; openedOn: Day; /** Since when nobody has it. */ since: Day }
/** A list kept under a name: the reader's own, or one of their unit. `by`: whose. */
export type SavedView = { id: string; name: string; search: string; version: number; mine: boolean; shared: boolean; by: string }
export type QueueCounts = Record<Queue, number>
export type QueueList = {
  counts: QueueCounts
  /** The oldest day of an agreement in a plan that has passed. */
  oldestAgreement: Day | null
  /** In the queue after the filters: what the pages hold. */
  total: number
  rows: QueueRow[]
  free: FreeCase[]
  /** Days without a talk that are too many, as the reader's unit says. */
  silentDays: number
  /** How many cases the reader has; where one could be taken. */
  load: Caseload | null
  views: SavedView[]
  /** Whom the reader opened last; on the first page. */
  recent: Recent[]
  /** Methods of which the reader has more open cases than meant for one. */
  over: ReturnType<typeof overLimits>
}

type RawRow = {
  person_id: string; first_name: string; last_name: string; protected: boolean; silent_after: number | null; own: boolean; since: string | null; last_on: string | null; tried: number; next_on: string | null; next_step: string | null; tasks: number; task_on: string | null
  cover: { name: string; to: string } | null; promised_on: string | null; plan_on: string | null; plan_passed: number; returned_on: string | null; draft_at: string | null; draft_on: string | null; cases: { id: string; kind: CaseKind; state: OwnCase['state']; from: string; until: string | null; everyWeeks: number | null }[]; note: string | null; weights: Record<string, CaseWeight> | null
}
type RawFree = Omit<FreeCase, 'openedOn' | 'since'> & { openedOn: string; since: string }
type Answer = { views: SavedView[] | null; recent: Recent[] | null; counts: QueueCounts; oldestAgreement: string | null; total: number; rows: RawRow[] | null; cases: { id: string; state: OwnCase['state'] }[] | null; free: RawFree[] | null; silentDays: number; load: Caseload | null }

/**
 * The list and the number beside every queue, in one statement, so that nothing can happen between them; a second one says where the cases stand in their
 * methods. The number of statements does not grow with the list.
 */
export function queueList(actor: Actor, today: Day, state: QueueState, pageSize = PAGE_SIZE): Promise<QueueList> {
  return readAs(actor, 'case.read', async ({ tx, shown }) => {
    const [found] = await tx.$queryRaw<{ list: Answer }[]>`/* keep:queues */ SELECT (${listSql(actor, today, state, queueSql(state.queue, state.days, today), pageSize)}) AS list`
    if (!found) throw new Error('The queues gave no row')
    const list = listOf(found.list, state, today, await followedBy(tx, (found.list.cases ?? []).map(({ id }) => id), { turnsOnly: true }))
    shown({ action: 'case.queue-listed', people: [...list.rows.map(({ id }) => id), ...list.free.map(({ personId }) => personId)], details: { queue: state.queue, ...(columnsOf(state).includes('note') && { notes: true }) } })
    return list
  })
}

/** More than anybody or any unit has; the file says no other rows than the pages. */
const MOST_EXPORTED = 20_000

/** The queue with all its pages, for a spreadsheet: with a fresh proof, and in the log as given out, of everybody in it. Not of the queue of cases nobody has: who is no more than a name to the reader does not leave the house. */
export function queueExport(actor: Actor, today: Day, state: QueueState): Promise<QueueList> {
  return readAs(actor, 'case.export', async ({ tx, shown }) => {
    const whole = { ...state, page: 1 }
    const [found] = await tx.$queryRaw<{ list: Answer }[]>`SELECT (${listSql(actor, today, whole, queueSql(state.queue, state.days, today), MOST_EXPORTED)}) AS list`
    if (!found) throw new Error('The queues gave no row')
    const list = listOf(found.list, whole, today, await followedBy(tx, (found.list.cases ?? []).map(({ id }) => id), { turnsOnly: true }))
    shown({ kind: 'DISCLOSURE', action: 'case.queue-exported', people: list.rows.map(({ id }) => id), details: { queue: state.queue, rows: list.rows.length, ...(columnsOf(state).includes('note') && { notes: true }) } })
    return list
  })
}

/** Of what is due today or has passed, at most so many stand on the first page. */
const ON_THE_DAY = 8

/** For the first page: how many stand in every queue, and what is due, the longest passed first; not where the cases stand in their methods. */
export function queueDayPart(actor: Actor, today: Day): Part<QueueList> {
  const state: QueueState = { ...queueState({}), queue: 'passed' }
  return {
    may: 'case.read',
    sql: listSql(actor, today, state, Prisma.sql`d.own AND d.due_on <= ${today}::date`, ON_THE_DAY, true),
    of(value, shown) {
      const list = listOf(value as Answer, state, today, new Map())
      shown({ action: 'case.queue-listed', people: [...new Set([...list.rows, ...list.recent].map(({ id }) => id))], details: { queue: 'day' } })
      return list
    },
  }
}

/** The list as one value of jsonb. `home`: with whom one opened last, and without the views. */
function listSql(actor: Actor, today: Day, state: QueueState, where: Prisma.Sql, pageSize: number, home = false): Prisma.Sql {
  const skip = (state.page - 1) * pageSize
  const free = state.queue === 'unclaimed'
  return Prisma.sql`WITH d AS MATERIALIZED (${factsSql(actor, state.scope, today)}),
    wanted AS (SELECT d.* FROM d WHERE (${where}) AND (${filterSql(state)})),
    page AS (SELECT d.*, row_number() OVER (ORDER BY ${orderSql(state)}) AS place FROM wanted d ORDER BY ${orderSql(state)} LIMIT ${pageSize}::int OFFSET ${skip}::int)
    SELECT jsonb_build_object('counts', (SELECT ${countsSql(state.days, today)} FROM d), 'oldestAgreement', (SELECT min(d.plan_on) FROM d WHERE ${queueSql('agreements', null, today)}), 'total', (SELECT count(*)::int FROM wanted), 'rows', (SELECT jsonb_agg(to_jsonb(p) || jsonb_build_object('cover', (SELECT jsonb_build_object('name', u.name, 'to', a.to_day) FROM assignment a JOIN absence b ON b.id = a.absence_id JOIN app_user u ON u.id = b.user_id WHERE a.person_id = p.person_id AND a.user_id = ${actor.userId}::uuid AND a.from_day <= ${today}::date AND a.to_day >= ${today}::date LIMIT 1)) || ${shownSql(home ? [] : columnsOf(state))} ORDER BY p.place) FROM page p),
      'cases', CASE WHEN ${state.scope} = 'mine' THEN (SELECT jsonb_agg(one) FROM d, jsonb_array_elements(d.cases) one) ELSE (SELECT jsonb_agg(one) FROM page d, jsonb_array_elements(d.cases) one) END,
      'free', CASE WHEN ${free} THEN (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'personId', u.person_id, 'name', u.name, 'kind', u.kind, 'about', u.about, 'openedOn', u.opened_on, 'since', u.since) ORDER BY u.since, u.id)
        FROM (SELECT u.* FROM access.unclaimed_cases() u ORDER BY u.since, u.id LIMIT ${pageSize}::int OFFSET ${skip}::int) u) END,
      'silentDays', coalesce((SELECT n.silent_days FROM unit n WHERE n.id = ${actor.unitId}::uuid), ${SILENT_DAYS}::int), 'load', CASE WHEN ${free} THEN (${ownLoadSql(actor)}) END, 'views', ${home ? Prisma.sql`NULL` : viewsSql(actor)}, 'recent', ${home ? recentSql : Prisma.sql`NULL`})`
}

function listOf(found: Answer, state: QueueState, today: Day, followed: Map<string, Followed>): QueueList {
  const placed = (found.cases ?? []).map(({ id, state: how }) => ({ state: how, place: followed.get(id)?.place ?? null }))
  return {
    load: found.load, silentDays: found.silentDays, views: found.views ?? [], recent: found.recent ?? [], counts: found.counts, oldestAgreement: day(found.oldestAgreement), total: state.queue === 'unclaimed' ? found.counts.unclaimed : found.total, rows: (found.rows ?? []).map((row) => rowOf(row, (id) => followed.get(id)?.place ?? null, today)),
    free: (found.free ?? []).map(({ openedOn, since, ...one }) => ({ ...one, openedOn: toDay(openedOn), since: toDay(since) })), over: state.scope === 'mine' ? overLimits([{ cases: placed }]) : [],
  }
}

const day = (text: string | null): Day | null => (text === null ? null : toDay(text))

function rowOf(row: RawRow, placeOf: (caseId: string) => Place | null, today: Day): QueueRow {
  const last = day(row.last_on)
  const nextOn = day(row.next_on)
  return {
    id: row.person_id, name: `${row.first_name} ${row.last_name}`, protected: row.protected, own: row.own, since: day(row.since), last, tried: row.tried, nextOn, taskOn: day(row.task_on), promisedOn: day(row.promised_on), planOn: day(row.plan_on), planPassed: row.plan_passed, returnedOn: day(row.returned_on), silentAfter: row.silent_after, draftOn: day(row.draft_on),
    draftAt: row.draft_at === null ? null : new Date(row.draft_at), cover: row.cover && { name: row.cover.name, to: toDay(row.cover.to) }, tasks: row.tasks, note: row.note, clock: { last, days: last && diffDays(last, today), tried: row.tried }, next: nextOn && { on: nextOn, text: row.next_step },
    cases: row.cases.map((one) => ({ ...one, from: toDay(one.from), until: day(one.until), place: placeOf(one.id), weight: row.weights && (row.weights[one.id] ?? 'ordinary') })),
  }
}
