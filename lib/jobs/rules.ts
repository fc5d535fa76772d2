import { addDays, dayOf, momentAt } from '@/lib/platform/day'

/** Minutes a scheduled job may be behind before somebody has to look. */
const graceMinutes = 30

/** The last moment a daily plan "minute hour * * *" (Danish time) was due; null for plans that are only a safety net of every minute. */
export function lastDue(plan: string, now: Date): Date | null {
  const match = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(plan)
  if (!match) return null
  const today = dayOf(now)
  const at = momentAt(today, Number(match[2]), Number(match[1]))
  return at <= now ? at : momentAt(addDays(today, -1), Number(match[2]), Number(match[1]))
}

export type JobState = 'ok' | 'failed' | 'late' | 'unused'
/** Somebody has to look at it: the same for the list, the alert and the first page. */
export const isRed = ({ state }: { state: JobState }): boolean => state === 'failed' || state === 'late'
export type LastRun = { startedAt: Date; ok: boolean | null }

/**
 * `late`: a planned job that has not run since it was due, half an hour ago or more. `installedAt` keeps a new installation from
 * being red for a night it did not live through. A job that is sent for and never was is `unused`, not late.
 */
export function jobState(plan: string | undefined, last: LastRun | null, installedAt: Date, now: Date): JobState {
  if (last?.ok === false) return 'failed'
  const due = plan ? lastDue(plan, new Date(now.getTime() - graceMinutes * 60_000)) : null
  if (due && due > installedAt && (!last || last.startedAt < due)) return 'late'
  return last ? 'ok' : 'unused'
}
