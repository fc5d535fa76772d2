import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Part, readPart } from '@/lib/access/parts'
import type { ClosingDay } from '@/lib/deadlines/holidays'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { closingOf, closingSql, type RawTask, taskOf, type TaskRow, tasksSql } from './sql'

/** Nobody works through more in one list; one that is longer says so. */
export const MOST_OPEN = 500
const MOST_CLOSED = 30
const soonest = Prisma.sql`t.due_on, t.created_at, t.id`

export type { TaskEvent, TaskRow } from './sql'
export type OwnerChoice = { id: string; name: string; responsible: boolean }
type UnitName = { nameDa: string; nameEn: string }
export type PersonTasks = { open: TaskRow[]; closed: TaskRow[]; owners: OwnerChoice[]; unit: UnitName | null; closing: ClosingDay[]; /** What a new one is written from. */ contact: { id: string; text: string; on: Day | null } | null }
type RawPerson = { open: RawTask[]; closed: RawTask[]; owners: OwnerChoice[]; unit: UnitName | null; closing: unknown; contact: { id: string; text: string | null; on: string | null } | null }

const unitSql = (actor: Actor) => Prisma.sql`(SELECT jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en) FROM unit n WHERE n.id = ${actor.unitId}::uuid)`

/** The tasks about one person: the open ones by day, what was closed last, and whose a new one can be. One statement besides those of the frame. */
export function personTasks<N>(actor: Actor, personId: string, contact: string | null, also: Also<N>): Promise<OpenPerson<PersonTasks, N> | null> {
  const read: Also<PersonTasks> = async ({ tx }, { id }) => {
    const [found] = await tx.$queryRaw<RawPerson[]>`
      WITH responsible AS (SELECT DISTINCT a.user_id AS id FROM assignment a WHERE a.person_id = ${id}::uuid AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date))
      SELECT ${tasksSql(Prisma.sql`t.person_id = ${id}::uuid AND t.state = 'open'`, soonest, MOST_OPEN)} AS open,
        ${tasksSql(Prisma.sql`t.person_id = ${id}::uuid AND t.state <> 'open'`, Prisma.sql`t.closed_at DESC, t.id`, MOST_CLOSED)} AS closed,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'responsible', r.id IS NOT NULL) ORDER BY r.id IS NULL, u.name), '[]') FROM app_user u LEFT JOIN responsible r ON r.id = u.id
          WHERE u.active AND u.id <> ${actor.userId}::uuid AND (r.id IS NOT NULL OR u.unit_id = ${actor.unitId}::uuid)) AS owners,
        ${unitSql(actor)} AS unit, ${closingSql} AS closing,
        (SELECT jsonb_build_object('id', c.id, 'text', coalesce(c.next_step, c.agreed), 'on', c.next_on) FROM contact c WHERE c.id = ${contact}::uuid AND c.redacted_at IS NULL AND c.person_id = ${id}::uuid) AS contact`
    if (!found) throw new Error('The tasks gave no row')
    const { open, closed, closing, contact: from, ...rest } = found
    return { ...rest, open: open.map(taskOf), closed: closed.map(taskOf), closing: closingOf(closing), contact: from && { id: from.id, text: from.text ?? '', on: from.on === null ? null : toDay(from.on) } }
  }
  return openPerson(actor, personId, 'tasks', read, also, 'task.read')
}

export type Desk = {
  /** Mine, by day. */
  mine: TaskRow[]
  /** Nobody's yet: of my unit, and of whoever has the person in hand. */
  queue: TaskRow[]
  /** Mine, about people I no longer reach: nothing of them but the day. */
  outOfReach: { id: string; dueOn: Day }[]
  unit: UnitName | null
  /** The one just closed, for taking it back. */
  done: TaskRow | null
  closing: ClosingDay[]
}
type RawDesk = { tasks: RawTask[]; gone: { id: string; dueOn: string }[]; unit: UnitName | null; closing: unknown }

/** What waits on one's own desk and in the queue, soonest first. The first page and the list read the same rows. */
export function deskPart(actor: Actor, done: string | null): Part<Desk> {
  // One branch each: an OR of the three reads every task there is.
  const where = Prisma.sql`t.id IN (SELECT o.id FROM task o WHERE o.state = 'open' AND o.owner_id = ${actor.userId}::uuid UNION ALL SELECT o.id FROM task o WHERE o.state = 'open' AND o.owner_id IS NULL AND (o.unit_id IS NULL OR o.unit_id = ${actor.unitId}::uuid) UNION ALL SELECT ${done}::uuid)`
  return {
    may: 'task.read',
    sql: Prisma.sql`SELECT jsonb_build_object('tasks', ${tasksSql(where, soonest, MOST_OPEN)}, 'unit', ${unitSql(actor)}, 'closing', ${closingSql},
      'gone', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'dueOn', g.due_on) ORDER BY g.due_on, g.id), '[]') FROM access.tasks_out_of_reach() g))`,
    of(value, shown) {
      const found = value as RawDesk
      const tasks = found.tasks.map(taskOf)
      const open = tasks.filter(({ state }) => state === 'open')
      shown({ action: 'task.listed', people: tasks.flatMap(({ personId }) => personId ?? []) })
      return {
        mine: open.filter(({ owner }) => owner?.id === actor.userId), queue: open.filter(({ owner }) => owner === null), unit: found.unit, closing: closingOf(found.closing),
        outOfReach: found.gone.map(({ id, dueOn }) => ({ id, dueOn: toDay(dueOn) })), done: tasks.find(({ id, state }) => id === done && state !== 'open') ?? null,
      }
    },
  }
}

/** The list by itself. One statement besides the audit row. */
export const taskDesk = (actor: Actor, done: string | null): Promise<Desk> => readPart(actor, Prisma.sql`/* keep:desk */`, deskPart(actor, done))

export type UnitTasks = { /** Null: the queue of the unit. */ id: string | null; name: string | null; active: boolean | null; open: number; overdue: number; /** About people the colleague no longer reaches. */ unseen: number }

/** How many tasks there are in one's unit, by colleague: numbers alone, in the order the database says. */
export const unitTasksPart: Part<UnitTasks[]> = {
  may: 'task.overview',
  sql: Prisma.sql`SELECT jsonb_agg(jsonb_build_object('id', u.user_id, 'name', u.name, 'active', u.active, 'open', u.open, 'overdue', u.overdue, 'unseen', u.unseen) ORDER BY u.ordinality) FROM access.unit_tasks() WITH ORDINALITY u`,
  of(value, shown) {
    shown({ action: 'task.unit-counted' })
    return (value ?? []) as UnitTasks[]
  },
}
