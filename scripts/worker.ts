// A worker process: `npm run worker`. Any number of them may run beside the web processes; set JOBS=worker there.
import './server-only'

// Loaded afterwards, not hoisted: the marker must be in place first.
const { start } = await import('@/lib/platform/start')
const { onShutdown } = await import('@/lib/platform/shutdown')
const { closeSender } = await import('@/lib/platform/jobs/enqueue')
const { startWorker } = await import('@/lib/platform/jobs/worker')
const { handlers } = await import('@/lib/jobs/handlers')

await start()
onShutdown(closeSender)
const worker = await startWorker(handlers)
onShutdown(worker.stop)
