import 'server-only'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { placeOpenRuns } from '../runs/placing/writes'
import { refreshTasks } from './writes'

const MINUTES = 10 * 60_000

/** `outreach.daily`: what only the calendar changes. Tasks whose day has come, and runs where a move or a wish registered ahead takes effect. */
export const dailyOutreach: JobHandler<'outreach.daily'> = async () => {
  const day = today()
  const { opened, closed } = await transaction({ role: 'worker' }, (tx) => refreshTasks(tx, day), MINUTES)
  const moved = await transaction({ role: 'worker' }, (tx) => placeOpenRuns(tx, day), MINUTES)
  return { opened, closed, moved }
}
