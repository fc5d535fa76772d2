import { now } from '@/lib/platform/clock'
import { type Day, momentAt } from '@/lib/platform/day'

/** When something was written down on that day, never later than now: a demo made in the morning knows nothing of the afternoon. */
export function writtenAt(day: Day, hour: number, minute: number): Date {
  const [at, latest] = [momentAt(day, hour, minute), now()]
  return at < latest ? at : latest
}
