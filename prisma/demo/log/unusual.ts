import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, type Day, diffDays, momentAt } from '@/lib/platform/day'
import type { Life } from '../history/life'
import { randomFor } from '../random'
import type { DemoStaff } from '../users'
import { type DemoEvent } from './work'

/** Days without anything in the register: far enough for the list to find no work. Somebody is in touch with the protected all year. */
const QUIET = 40
const QUIET_PROTECTED = 14

/**
 * A few look-ups for the data protection officer's list. None of them is proof of anything: one was the duty phone, one a meeting. What is
 * invented is only that somebody looked.
 */
export function logOfTheUnusual(today: Day, lives: readonly Life[], staff: DemoStaff): DemoEvent[] {
  const draw = randomFor('log unusual')
  const here = draw.shuffled(lives.filter(({ who }) => !who.diedOn && !who.movedAwayOn))
  const open = here.filter((life) => life.who.protection === 'P0' && !life.who.vulnerable && isQuiet(life, today, QUIET))
  const hidden = here.find((life) => (life.who.protection === 'P1' || life.who.protection === 'P2') && isQuiet(life, today, QUIET_PROTECTED))
  const look = (by: string, on: Day, hour: number, minute: number, life: Life | undefined, purpose?: string): DemoEvent[] =>
    life ? [{ at: momentAt(on, hour, minute), kind: 'VIEW', action: 'person.viewed', by, role: 'VETERAN_COORDINATOR', personId: life.who.id, ...(purpose ? { purpose } : {}) }] : []
  const workday = (back: number) => { let day = addDays(today, -back); while (!isWorkingDay(day, [])) day = addDays(day, -1); return day }
  const next = () => open.pop()
  const again = next()
  return [
    // Late one evening, and once with a reason written: that one stays under the line.
    ...look(staff.colleague, workday(2), 22, 41, next()),
    ...look(staff.coordinator, workday(3), 20, 15, next(), 'Vagttelefon: pårørende ringede'),
    ...look(staff.colleague, workday(4), 14, 7, hidden),
    // Eleven files within the hour.
    ...Array.from({ length: 11 }, (_, n) => look(staff.colleague, workday(5), 15, 3 + n * 4, next())).flat(),
    ...[6, 4, 2].flatMap((back) => look(staff.coordinator, workday(back), 10, 50 + (back % 3), again)),
    // Of the weeks before: looked into already.
    ...look(staff.colleague, workday(13), 21, 20, next()),
    ...look(staff.coordinator, workday(15), 21, 48, next()),
  ]
}

function isQuiet(life: Life, today: Day, quietDays: number): boolean {
  const days = [
    ...life.letters.map((one) => one.sentOn), ...life.replies.flatMap((one) => [one.receivedOn, one.handledOn]), ...life.attempts.map((one) => one.happenedOn),
    ...life.tasks.flatMap((one) => [one.createdOn, one.doneOn, one.dueOn]), ...life.talks.flatMap((one) => [one.bookedOn, one.on]),
  ]
  return life.tasks.every((one) => one.doneOn) && life.replies.every((one) => one.handledOn) && days.every((day) => !day || Math.abs(diffDays(day, today)) > quietDays)
}
