import { lastDue } from '@/lib/jobs/rules'
import { now } from '@/lib/platform/clock'
import { schedules } from '@/lib/platform/jobs/queues'
import type { PrismaClient } from '../generated/client'

const NIGHTS = 3
const DAY = 86_400_000

/** The nightly jobs ran: without it a municipality whose users were made long ago would seem not to have been looked after since. */
export async function loadJobRuns(db: PrismaClient): Promise<void> {
  await db.jobRun.createMany({
    data: Object.entries(schedules).flatMap(([name, plan], at) => {
      const due = lastDue(plan, now())
      if (!due) return []
      return Array.from({ length: NIGHTS }, (_, back) => new Date(due.getTime() - back * DAY)).map((startedAt) => ({ name, startedAt, finishedAt: new Date(startedAt.getTime() + 400 + at * 130), ok: true }))
    }),
  })
}
