import 'server-only'
import { transaction } from '../db'
import { errorCode, log } from '../log/log'
import { withoutWords } from '../log/words'
import type { JobCounts } from './handler'

/** Runs one job and leaves a line that says it ran and what it did. A failure is written down and thrown on, for the queue to try again. */
export async function recordRun(name: string, run: () => Promise<JobCounts>): Promise<void> {
  const startedAt = new Date()
  try {
    const counts = await run()
    if (counts === null) return
    await write({ name, startedAt, ok: true, counts })
    log.info('job.done', { job: name, ms: Date.now() - startedAt.getTime() })
  } catch (error) {
    const code = errorCode(error)
    log.error('job.failed', { job: name, code })
    // The database may be the very thing that failed: the job's own error goes first.
    await write({ name, startedAt, ok: false, errorCode: code }).catch(() => {})
    // The queue keeps what is thrown, words and all, beside the job.
    throw withoutWords(error)
  }
}

type JobLine = { name: string; startedAt: Date; ok: boolean; counts?: Record<string, number>; errorCode?: string }

function write(line: JobLine): Promise<unknown> {
  return transaction({ role: 'worker' }, (tx) => tx.jobRun.createMany({ data: [{ ...line, finishedAt: new Date() }] }))
}
