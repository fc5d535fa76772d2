// A worker process: `npm run worker`. Any number of them may run beside the web processes; set JOBS=worker there.
import { handlers } from '@/lib/jobs/handlers'
import { closeSender } from '@/lib/platform/jobs/enqueue'
import { startWorker } from '@/lib/platform/jobs/worker'
import { onShutdown } from '@/lib/platform/shutdown'
import { start } from '@/lib/platform/start'

await start()
onShutdown(closeSender)
const worker = await startWorker(handlers)
onShutdown(worker.stop)
