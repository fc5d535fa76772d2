import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Actor } from '../../permissions'
import { readAs } from '../../read'
import { isFound, isInState, type UserState, userStates } from './rules'
import { USERS_PAGE, type UsersView } from './schema'
import { allUsers, type ListedUser } from './sql'

/** `total`: of the list, whatever the page. `units`: those somebody works in. */
export type UserList = { rows: ListedUser[]; total: number; counts: { state: UserState; count: number }[]; units: { id: string; name: string }[] }

/** A page of one of the lists of users, and how many are on each: the number and the list are counted from the same rows. One statement. */
export function usersPage(actor: Actor, { state, page, ...filter }: UsersView, locale: 'da' | 'en', today: Day): Promise<UserList> {
  return readAs(actor, 'user.manage', async ({ tx, shown }) => {
    const everybody = await allUsers(tx, locale, today)
    const all = everybody.filter((user) => isFound(filter, user))
    const found = all.filter((user) => isInState(state, user, today))
    const units = [...new Map(everybody.flatMap(({ unitId, unit }) => (unitId && unit ? [[unitId, unit] as const] : [])))].map(([id, name]) => ({ id, name }))
    shown({ action: 'user.list' })
    return {
      rows: found.slice((page - 1) * USERS_PAGE, page * USERS_PAGE), total: found.length, units: units.sort((a, b) => a.name.localeCompare(b.name, locale)),
      counts: userStates.map((one) => ({ state: one, count: all.filter((user) => isInState(one, user, today)).length })),
    }
  })
}
