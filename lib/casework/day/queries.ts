import 'server-only'
import { can, type Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Opened, openedByColleagues } from '@/lib/access/reasons/queries'
import { workingDayBefore } from '@/lib/deadlines/working-days'
import type { Day } from '@/lib/platform/day'
import { type RemarkToMe, remarksToMe } from '../contacts/remarks/queries'
import { queueDay, type QueueList } from '../queues/queries'
import { queueState } from '../queues/schema'
import { type OfferedCase, offeredCases } from '../sharing/queries'
import { type Caseload, ownLoad } from '../weights/sql'
import { whileAway } from '../handover/cover/queries'
import type { Meanwhile } from '../handover/cover/sql'
import { type Desk, taskDesk, type UnitTasks, unitTasks } from '../tasks/queries'

/** Each part null for whoever has not the right to it. */
export type MyDay = { /** Since the last working day. */ opened: Opened[]; desk: Desk | null; offered: OfferedCase[] | null; people: QueueList | null; /** What colleagues said about what the reader wrote. */ remarks?: RemarkToMe[]; /** How many cases the reader has, and how many their unit means for one. */ load?: Caseload | null; /** What was done with the reader's people while they were away. */ away?: Meanwhile | null; unit: UnitTasks[] | null }

/** What waits for the reader on the first page. One transaction and one row of the log for each part, because it is opened all day. `done`: the task just closed. */
export async function myDay(actor: Actor, today: Day, done: string | null): Promise<MyDay> {
  // Somebody whose last role has ended is still signed in, and finds an empty page.
  if (!can(actor, 'self')) return { opened: [], desk: null, offered: null, people: null, unit: null }
  return readAs(actor, 'self', async (context) => ({
    opened: can(actor, 'person.read') ? await openedByColleagues(actor, workingDayBefore(today), context) : [],
    desk: can(actor, 'task.read') ? await taskDesk(actor, done, context) : null,
    offered: can(actor, 'case.receive') ? await offeredCases(actor, context) : null,
    people: can(actor, 'case.read') ? await queueDay(actor, today, queueState({}), context) : null,
    ...(can(actor, 'case.manage') && { load: await ownLoad(context.tx, actor), away: await whileAway(actor, today, context) }),
    ...(can(actor, 'contact.read') && { remarks: await remarksToMe(actor, today, context) }),
    unit: can(actor, 'task.overview') ? await unitTasks(actor, context) : null,
  }))
}
