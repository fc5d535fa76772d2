import { protectionTasks } from '@/lib/casework/tasks/jobs'
import { dueIn } from '@/lib/casework/tasks/rules'
import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { DESK, type TaskStory, TASKS } from './task-stories'
import type { DemoStaff } from './users'

/** What is to be done for the people somebody is responsible for, what stands in the units' queues, and what is only on one's own desk. */
export async function loadTasks(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const units = Object.fromEntries((await db.unit.findMany({ select: { id: true, code: true } })).map(({ id, code }) => [code, id]))
  for (const who of ['caseworker', 'coordinator', 'colleague'] as const) {
    const people = await db.assignment.findMany({ where: { userId: staff[who], toDay: null, fromDay: { lte: dayToDb(addDays(today, -60)) }, person: { protection: 'P0' } }, select: { personId: true }, orderBy: { personId: 'asc' }, take: TASKS.length })
    const unitId = units[who === 'caseworker' ? 'jobcenter' : 'veteran'] ?? null
    for (const [nth, { personId }] of people.entries()) {
      // Every third person's first task was promised in their last talk.
      const talk = nth % 3 === 0 ? await db.contact.findFirst({ where: { personId, outcome: 'reached' }, select: { id: true }, orderBy: { happenedAt: 'desc' } }) : null
      for (const [at, story] of (TASKS[nth] ?? []).entries()) await write(db, today, story, { personId, userId: staff[who], unitId, contactId: at === 0 ? talk?.id : undefined })
    }
    for (const story of DESK[who]) await write(db, today, story, { personId: null, userId: staff[who], unitId })
  }
  // What the night would have found.
  await db.$transaction((tx) => protectionTasks(tx, today))
}

async function write(db: PrismaClient, today: Day, story: TaskStory, { personId, userId, unitId, contactId }: { personId: string | null; userId: string; unitId: string | null; contactId?: string }): Promise<void> {
  const [made, dueOn] = [addDays(today, -story.made), addDays(today, story.due)]
  // A day that was counted shows how; it is counted from the day the task was written.
  const counted = story.counted ? dueIn(story.counted, 'task-made', made, []) : null
  const at = momentAt(made, 9, 10 + story.made % 40)
  const repeat = story.repeat ? { repeatEvery: story.repeat[0], repeatUnit: story.repeat[1], repeatFrom: dayToDb(dueOn) } : {}
  const { id } = await db.task.create({ data: {
    personId, text: story.text, ...(contactId && { source: 'contact', sourceId: contactId }), dueOn: dayToDb(counted?.due ?? dueOn), explanation: counted?.explanation ?? [], createdBy: userId, createdAt: at,
    ownerId: story.queue ? null : userId, unitId: story.queue === 'unit' || (personId === null && story.queue) ? unitId : null, ...repeat,
  } })
  if (story.closed !== undefined) await db.task.update({ where: { id }, data: { state: story.dropped ? 'dropped' : 'done', reason: story.dropped ?? null } })
  const closedAt = momentAt(addDays(today, -(story.closed ?? 0)), 14, 20)
  // The history stands as it would have been written at the time, by whoever did it.
  await db.taskEvent.updateMany({ where: { taskId: id, kind: 'made' }, data: { at, byUser: userId } })
  if (story.closed === undefined) return
  await db.taskEvent.updateMany({ where: { taskId: id, kind: { not: 'made' } }, data: { at: closedAt, byUser: userId } })
  await db.task.update({ where: { id }, data: { closedAt, closedBy: userId } })
}
