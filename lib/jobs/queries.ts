import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { now } from '@/lib/platform/clock'
import { type Day, dayOf } from '@/lib/platform/day'
import { queues, schedules, type QueueName } from '@/lib/platform/jobs/queues'
import { isRed, jobState, type JobState } from './rules'

export type JobLine = {
  name: QueueName; plan: string | null; state: JobState; startedAt: Date | null; seconds: number | null; counts: Record<string, number> | null; errorCode: string | null
}

type Found = { name: string; startedAt: Date; finishedAt: Date | null; ok: boolean | null; counts: unknown; errorCode: string | null }

/** Every kind of job with its last run. No job is left out because it did nothing: that is what one looks for here. */
export function jobLines(actor: Actor): Promise<JobLine[]> {
  return readAs(actor, 'job.read', async ({ tx }) => {
    const runs = await tx.$queryRaw<Found[]>`
      SELECT DISTINCT ON (name) name, started_at AS "startedAt", finished_at AS "finishedAt", ok, counts, error_code AS "errorCode"
      FROM job_run ORDER BY name, started_at DESC`
    const [first] = await tx.$queryRaw<{ at: Date | null }[]>`SELECT min(created_at) AS at FROM app_user`
    return (Object.keys(queues) as QueueName[]).map((name) => line(name, runs.find((run) => run.name === name) ?? null, first?.at ?? now()))
  })
}

/** Since which day each job that failed or did not run has been so; null where it never ran. */
export async function stoppedJobs(actor: Actor): Promise<(Day | null)[]> {
  return (await jobLines(actor)).filter(isRed).map(({ startedAt }) => startedAt && dayOf(startedAt))
}

function line(name: QueueName, run: Found | null, installedAt: Date): JobLine {
  const plan = schedules[name]
  const seconds = run?.finishedAt ? Math.round((run.finishedAt.getTime() - run.startedAt.getTime()) / 100) / 10 : null
  const counts = (run?.counts ?? null) as Record<string, number> | null
  return { name, plan: plan ?? null, state: jobState(plan, run, installedAt, now()), startedAt: run?.startedAt ?? null, seconds, counts, errorCode: run?.errorCode ?? null }
}
