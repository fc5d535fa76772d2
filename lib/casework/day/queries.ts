import 'server-only'
import { type Answers, type Part, readParts } from '@/lib/access/parts'
import { can, type Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Opened, openedPart } from '@/lib/access/reasons/queries'
import { workingDayBefore } from '@/lib/deadlines/working-days'
import type { Day } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { type RemarkToMe, remarksPart } from '../contacts/remarks/queries'
import { awayPart } from '../handover/cover/queries'
import type { Meanwhile } from '../handover/cover/sql'
import { type QueueList, queueDayPart } from '../queues/queries'
import { type News, newsPart, type Received, waitingPart } from '../referrals/received/queries'
import { type OfferedCase, offeredPart } from '../sharing/queries'
import { type Desk, deskPart, type UnitTasks, unitTasksPart } from '../tasks/queries'
import { type Caseload, ownLoadPart } from '../weights/sql'

/** Each part null for whoever has not the right to it. */
export type MyDay = { /** Since the last working day. */ opened: Opened[] | null; desk: Desk | null; offered: OfferedCase[] | null; /** What was referred to the reader's unit, and waits for an answer. */ referred: Received[] | null; /** What the reader referred: answered, or not in time. */ news: News[] | null; people: QueueList | null; /** What colleagues said about what the reader wrote. */ remarks: RemarkToMe[] | null; /** How many cases the reader has, and how many their unit means for one. */ load: Caseload | null; /** What was done with the reader's people while they were away. */ away: Meanwhile | null; unit: UnitTasks[] | null }

/** What waits for the reader on the first page: one statement, and one row of the log for each part, because it is opened all day. `done`: the task just closed. `also`: parts of contexts this one does not read from, in the same statement. */
export async function myDay<P extends Record<string, Part<unknown>> = Record<never, never>>(actor: Actor, today: Day, done: string | null, also: P = {} as P): Promise<MyDay & Answers<P>> {
  // Somebody whose last role has ended is still signed in, and finds an empty page.
  if (!can(actor, 'self')) return { ...Object.fromEntries(Object.keys(also).map((name) => [name, null])), opened: null, desk: null, offered: null, referred: null, news: null, people: null, remarks: null, load: null, away: null, unit: null } as MyDay & Answers<P>
  return readAs(actor, 'self', (context) => readParts(context, Prisma.sql`/* keep:day */`, {
    opened: openedPart(actor, workingDayBefore(today)), desk: deskPart(actor, done), offered: offeredPart, referred: waitingPart, news: newsPart(actor, today), people: queueDayPart(actor, today),
    remarks: remarksPart(actor, today), load: ownLoadPart(actor), away: awayPart(actor, today), unit: unitTasksPart, ...also,
  })) as Promise<MyDay & Answers<P>>
}
