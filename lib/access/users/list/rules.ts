import { addDays, type Day, dayOf } from '@/lib/platform/day'
import { QUIET_DAYS } from '../../accounts/rules'
import type { RoleName } from '../../matrix'

/** The lists of users. `invited`: the link still works; `expired`: it ran out before they chose a password; `quiet`: long without a sign-in; `left`: closed, and their people or talks are nobody's. */
export const userStates = ['all', 'open', 'invited', 'expired', 'quiet', 'closed', 'left'] as const
export type UserState = (typeof userStates)[number]

/** Neither a role nor a unit is a choice as well: those are the ones somebody forgot. */
export const NONE = 'none'
export type UserFilter = { words: string | null; role: RoleName | typeof NONE | null; unit: string | null }

export type Account = { active: boolean; federated: boolean; hasPassword: boolean; lastSignInAt: Date | null; createdAt: Date; /** While a link works. */ invitedUntil: Date | null; /** People without anybody responsible, and booked talks, that a closed user leaves. */ people: number; talks: number }

type Login = Pick<Account, 'active' | 'federated' | 'hasPassword' | 'lastSignInAt' | 'invitedUntil'>
/** Has never got in: no password, not known to the provider. */
const isWaiting = ({ active, federated, hasPassword, lastSignInAt }: Login) => active && !federated && !hasPassword && lastSignInAt === null
export const isQuiet = ({ active, lastSignInAt, createdAt }: Pick<Account, 'active' | 'lastSignInAt' | 'createdAt'>, today: Day) => active && dayOf(lastSignInAt ?? createdAt) < addDays(today, -QUIET_DAYS)

/** What stands beside the name: one of four, each of them a list of its own. */
export const standingOf = (user: Login): 'open' | 'invited' | 'expired' | 'closed' => (!user.active ? 'closed' : !isWaiting(user) ? 'open' : user.invitedUntil ? 'invited' : 'expired')

export function isInState(state: UserState, user: Account, today: Day): boolean {
  if (state === 'all') return true
  if (state === 'quiet') return isQuiet(user, today)
  return state === 'left' ? !user.active && user.people + user.talks > 0 : standingOf(user) === state
}

type Named = { name: string; email: string; title: string | null; roles: readonly RoleName[]; unitId: string | null }
/** Every word somewhere in name, address or title, whatever the case; and the role and unit that were chosen. */
export function isFound({ words, role, unit }: UserFilter, user: Named): boolean {
  const text = `${user.name} ${user.email} ${user.title ?? ''}`.toLocaleLowerCase('da')
  if (!(words ?? '').toLocaleLowerCase('da').split(/\s+/).every((word) => text.includes(word))) return false
  if (role && !(role === NONE ? user.roles.length === 0 : user.roles.includes(role))) return false
  return !unit || (unit === NONE ? user.unitId === null : user.unitId === unit)
}
