import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, type Day, momentAt } from '@/lib/platform/day'

/** The working days of the demo, from some days before the first case to some weeks ahead: nobody is called to a talk on a Sunday or on Whit Monday. */
export type Calendar = { days: readonly Day[]; /** Place of the first working day from this day on. */ from: (day: Day) => number; today: number; at: (day: Day, minutes: number) => Date }

export function calendarFor(first: Day, today: Day, last: Day): Calendar {
  const days: Day[] = []
  const places = new Map<Day, number>()
  for (let day = first; day <= last; day = addDays(day, 1)) {
    places.set(day, days.length)
    if (isWorkingDay(day, [])) days.push(day)
  }
  const noons = new Map<Day, number>()
  return {
    days, from: (day) => places.get(day) ?? (day < first ? 0 : days.length - 1), today: days.findLastIndex((day) => day < today),
    // Nobody works in the hour the clocks are changed: counted from noon.
    at(day, minutes) {
      let noon = noons.get(day)
      if (noon === undefined) noons.set(day, (noon = momentAt(day, 12).getTime()))
      return new Date(noon + (minutes - 720) * 60_000)
    },
  }
}

/** In July hardly anybody is at work, and between Christmas and New Year nobody calls. */
export const isQuiet = (day: Day) => day.slice(5, 7) === '07' || day.slice(5) >= '12-22' || day.slice(5) <= '01-02'
