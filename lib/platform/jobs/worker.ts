import 'server-only'
import { PgBoss } from 'pg-boss'
import { ZONE } from '../day'
import { env } from '../env'
import { errorCode, log } from '../log/log'
import type { JobHandler, JobHandlers } from './handler'
import { type JobData, pollSeconds, type QueueName, schedules } from './queues'
import { recordRun } from './runs'

export type Worker = { stop: () => Promise<void> }

/**
 * Works through the queue until stopped. The same function in the web process (JOBS=inline) and in N worker processes. The queue's
 * tables are made by the migration step: the user that runs here may not create any.
 */
export async function startWorker(handlers: JobHandlers): Promise<Worker> {
  const stopping = new AbortController()
  const boss = new PgBoss({ connectionString: env().DATABASE_JOBS_URL, max: 4, migrate: false, createSchema: false, reindex: false, monitorVacuum: false, superviseIntervalSeconds: 30 })
  // What arrives here is often a bare copy of an error, so its class is gone; the code says enough.
  boss.on('error', (error: unknown) => log.warn('jobs.error', { code: (error as { code?: string }).code ?? errorCode(error) }))
  await boss.start()
  for (const queue of Object.keys(handlers) as QueueName[]) await consume(boss, queue, handlers[queue] as JobHandler<QueueName>, stopping.signal)
  for (const [queue, cron] of Object.entries(schedules)) if (queue in handlers) await boss.schedule(queue, cron, null, { tz: ZONE })
  log.info('jobs.started', { count: Object.keys(handlers).length })
  return {
    stop: async () => {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 20_000 })
      log.info('jobs.stopped')
    },
  }
}

async function consume<Queue extends QueueName>(boss: PgBoss, queue: Queue, handler: JobHandler<Queue>, signal: AbortSignal): Promise<void> {
  await boss.work<JobData[Queue]>(queue, { pollingIntervalSeconds: pollSeconds(queue), batchSize: 1 }, async ([job]) => {
    if (job) await recordRun(queue, () => handler(job.data, signal))
  })
}
