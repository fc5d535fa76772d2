import 'server-only'
import { addDays, addYears, type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { ClosingDay } from './holidays'
import type { DeadlineRule } from './rules'
import { isWorkingDay } from './working-days'

/** Working days are counted along a list of them; start days outside it have no answer (NULL). */
const FIRST_COUNTED = toDay('1970-01-01')
const YEARS_AHEAD = 5

/**
 * The last day of a deadline as SQL, from the same rule rows as computeDeadline and with the same answer (a property test compares the
 * two), so that a list can sort, page and count a hundred thousand people. `start` is an expression of type date; NULL gives NULL, and so
 * does a start day no rule covers.
 */
export function deadlineSql(
  rules: readonly DeadlineRule[],
  code: string,
  start: Prisma.Sql,
  closingDays: readonly ClosingDay[],
  today: Day,
): Prisma.Sql {
  const versions = rules.filter((rule) => rule.code === code).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  if (versions.length === 0) throw new RangeError(`No deadline rule '${code}'`)
  const branches = versions.map((rule) => {
    const until = rule.validTo === null ? Prisma.empty : Prisma.sql` AND ${start} <= ${rule.validTo}::date`
    return Prisma.sql`WHEN ${start} >= ${rule.validFrom}::date${until} THEN ${dueSql(rule, start, closingDays, today)}`
  })
  return Prisma.sql`(CASE ${Prisma.join(branches, ' ')} END)`
}

function dueSql(rule: DeadlineRule, start: Prisma.Sql, closingDays: readonly ClosingDay[], today: Day): Prisma.Sql {
  const counted = spanSql(rule, start, closingDays, today)
  if (rule.roll === 'none') return counted
  const days = workingDays(closingDays, today)
  // The first working day that is not before the counted one.
  return Prisma.sql`(${days})[width_bucket((${counted}) - 1, ${days}) + 1]`
}

function spanSql(rule: DeadlineRule, start: Prisma.Sql, closingDays: readonly ClosingDay[], today: Day): Prisma.Sql {
  switch (rule.unit) {
    case 'DAY':
      return Prisma.sql`(${start} + ${rule.length}::int)`
    // PostgreSQL shortens a month that is too short just as addMonths does.
    case 'MONTH':
      return Prisma.sql`(${start} + make_interval(months => ${rule.length}::int))::date`
    case 'YEAR':
      return Prisma.sql`(${start} + make_interval(years => ${rule.length}::int))::date`
    case 'WORKING_DAY': {
      if (rule.length === 0) return start
      const days = workingDays(closingDays, today)
      return Prisma.sql`(${days})[width_bucket(${start}, ${days}) + ${rule.length}::int]`
    }
  }
}

let known: { key: string; days: Day[] } | null = null

/** Every working day in order. width_bucket finds a day's place in it, so the n-th working day after is the n-th place further on. */
function workingDays(closingDays: readonly ClosingDay[], today: Day): Prisma.Sql {
  const last = addYears(today, YEARS_AHEAD)
  const key = `${last}|${closingDays.map((closing) => closing.day).join()}`
  if (known?.key !== key) {
    const days: Day[] = []
    for (let day = FIRST_COUNTED; day <= last; day = addDays(day, 1)) if (isWorkingDay(day, closingDays)) days.push(day)
    known = { key, days }
  }
  return Prisma.sql`${known.days}::date[]`
}
