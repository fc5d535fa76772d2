import { nextWorkingDay } from '@/lib/deadlines/working-days'
import type { Day } from '@/lib/platform/day'

/** That day, or the first after it on which anybody is at work. */
export function workingDay(day: Day): Day {
  return nextWorkingDay(day, []).day
}
