import type { Day } from '@/lib/platform/day'
import { dayOf } from '@/lib/platform/day'
import { type Account, isInState } from '../users/list/rules'

/** What can wait for whoever decides on rights or looks after the users, the most urgent first, and the list that holds exactly the rows a line counts. */
export const dayLists = {
  jobs: '/admin/jobs?only=red', left: '/admin?state=left', rights: '/rights?only=rights', logins: '/rights?only=logins', reviews: '/rights?only=reviews',
  expired: '/admin?state=expired', quiet: '/admin?state=quiet', invited: '/admin?state=invited',
} as const
export type DayKey = keyof typeof dayLists
const urgent: readonly DayKey[] = ['jobs', 'left']
const calm: readonly DayKey[] = ['quiet', 'invited']
export const urgencyOf = (key: DayKey): 'error' | 'warning' | 'info' => (urgent.includes(key) ? 'error' : calm.includes(key) ? 'info' : 'warning')
/** `first`: the day of the one that has waited longest; null where it is not known. */
export type DayLine = { key: DayKey; count: number; first: Day | null }
/** Days since each has waited; of users, the users themselves. */
export type DayFacts = { jobs: readonly (Day | null)[]; rights: readonly Day[]; logins: readonly Day[]; reviews: readonly Day[]; users: readonly Account[] }

function line(key: DayKey, days: readonly (Day | null)[]): DayLine[] {
  const known = days.filter((day) => day !== null)
  return days.length === 0 ? [] : [{ key, count: days.length, first: known.length === 0 ? null : known.reduce((a, b) => (b < a ? b : a)) }]
}

/** What waits, in the order it is to be taken; nothing where nothing does. Users are counted by the rule of their lists. */
export function linesOf({ jobs, rights, logins, reviews, users }: DayFacts, today: Day): DayLine[] {
  const those = (state: 'left' | 'expired' | 'quiet' | 'invited', since: (user: Account) => Day | null) => line(state, users.filter((user) => isInState(state, user, today)).map(since))
  return [
    ...line('jobs', jobs), ...those('left', () => null), ...line('rights', rights), ...line('logins', logins), ...line('reviews', reviews),
    ...those('expired', ({ createdAt }) => dayOf(createdAt)), ...those('quiet', ({ lastSignInAt, createdAt }) => dayOf(lastSignInAt ?? createdAt)), ...those('invited', ({ createdAt }) => dayOf(createdAt)),
  ]
}
