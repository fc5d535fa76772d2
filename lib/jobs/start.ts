import 'server-only'
import { startWorker } from '@/lib/platform/jobs/worker'
import { closeSender } from '@/lib/platform/jobs/enqueue'
import { env } from '@/lib/platform/env'
import { errorCode, log } from '@/lib/platform/log/log'
import { onShutdown } from '@/lib/platform/shutdown'
import { handlers } from './handlers'

/** JOBS=inline: the web process works through the queue too. It serves even while the queue cannot be reached, and tries again. */
export async function startInlineJobs(): Promise<void> {
  onShutdown(closeSender)
  if (env().JOBS === 'inline') await keepTrying()
}

async function keepTrying(): Promise<void> {
  try {
    const worker = await startWorker(handlers)
    onShutdown(worker.stop)
  } catch (error) {
    log.warn('jobs.not-started', { code: errorCode(error) })
    setTimeout(() => void keepTrying(), 5000).unref()
  }
}
