import type { Day } from '@/lib/platform/day'

/**
 * Replacement numbers only (day of birth + 60): nobody has them, so no made-up person can meet a real one. The seventh digit tells the
 * century as the CPR Office lays down; the rest counts up, so that no two are the same.
 */
export function replacementNumbers(): (birth: Day) => string {
  const taken = new Map<string, number>()
  return (birth) => {
    const [year, month, dayOfMonth] = birth.split('-') as [string, string, string]
    const date = `${Number(dayOfMonth) + 60}${month}${year.slice(2)}`
    const count = (taken.get(date) ?? 0) + 1
    taken.set(date, count)
    const serial = (Number(year.slice(2)) * 37 + count * 113) % 1000
    return `${date}${year < '2000' ? '1' : '4'}${String(serial).padStart(3, '0')}`
  }
}
