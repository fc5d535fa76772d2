import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import type { CaseKind } from '../../cases/rules'
import { type Clock, clockOf, nextOf, type NextStep } from '../../contacts/rules'
import { entriesOf, newestFirst, newestSql } from '../../contacts/sql'
import { Prisma } from '@/lib/platform/db'
import type { CaseWeight } from '../../weights/rules'
import { tasksSql, taskOf, type RawTask, type TaskRow } from '../../tasks/sql'

export type QueuePanel = {
  id: string; name: string; protected: boolean; clock: Clock; next: NextStep | null
  /** The sticky note. */
  note: { text: string; by: string; at: Date } | null
  /** Those that are not closed. */
  cases: { id: string; kind: CaseKind; state: 'open' | 'hold'; weight: CaseWeight }[]
  /** What was agreed the last time anything was. */
  agreed: { on: Day; text: string } | null
  /** The soonest first. */
  tasks: TaskRow[]
}
const SHOWN_TASKS = 6
type Raw = { name: string; protected: boolean; newest: unknown; agreed: { on: string; text: string } | null; tasks: RawTask[]; note: { text: string | null; by: string; at: string } | null; cases: QueuePanel['cases'] }

/** The person one looks at beside the list: the sticky note, the cases, what was agreed last, what comes next, what is open. Null for nobody the reader may see. One statement; in the log it is a look at that person. */
export function queuePanel(actor: Actor, personId: string, today: Day): Promise<QueuePanel | null> {
  return readAs(actor, 'contact.read', async ({ tx, shown }) => {
    const [found] = await tx.$queryRaw<Raw[]>`/* keep:queue-panel */ SELECT p.first_name || ' ' || p.last_name AS name, p.protection <> 'P0' AS protected, ${newestSql(personId)} AS newest,
        (SELECT jsonb_build_object('on', (c.happened_at AT TIME ZONE 'Europe/Copenhagen')::date, 'text', c.agreed) FROM contact c WHERE c.person_id = p.id AND c.redacted_at IS NULL AND c.agreed IS NOT NULL ORDER BY ${newestFirst} LIMIT 1) AS agreed,
        (SELECT jsonb_build_object('text', n.text, 'by', u.name, 'at', n.recorded_at) FROM person_note n JOIN app_user u ON u.id = n.recorded_by WHERE n.person_id = p.id ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) AS note,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'state', s.state, 'weight', coalesce((SELECT w.weight FROM case_weight w WHERE w.case_id = f.id ORDER BY w.number DESC LIMIT 1), 'ordinary')) ORDER BY f.opened_at, f.id), '[]')
          FROM case_file f CROSS JOIN LATERAL (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) s WHERE f.person_id = p.id AND s.state <> 'closed') AS cases,
        ${tasksSql(Prisma.sql`t.person_id = ${personId}::uuid AND t.state = 'open'`, Prisma.sql`t.due_on, t.id`, SHOWN_TASKS)} AS tasks
      FROM person p WHERE p.id = ${personId}::uuid AND p.merged_into_id IS NULL`
    if (!found) return null
    shown({ kind: 'VIEW', action: 'person.viewed', personId, details: { page: 'queue' } })
    const newest = entriesOf(found.newest)
    return { id: personId, name: found.name, protected: found.protected, clock: clockOf(newest, today), next: nextOf(newest), note: found.note?.text ? { text: found.note.text, by: found.note.by, at: new Date(found.note.at) } : null, cases: found.cases, agreed: found.agreed && { on: toDay(found.agreed.on), text: found.agreed.text }, tasks: found.tasks.map(taskOf) }
  })
}
