import 'server-only'
import { type Day, dayOf } from '@/lib/platform/day'
import { reviews as reviewsOf } from '../accounts/sql'
import { type Actor, can } from '../permissions'
import { readAs } from '../read'
import { proposals } from '../rights/sql'
import { allUsers } from '../users/list/sql'
import type { DayFacts } from './rules'

/**
 * Since when what the reader may decide has waited: not what is for themselves or what they asked for, nor rights that need not be confirmed yet. Of who manages users, the users as well.
 * Nobody is shown, so nobody is logged as seen. Three statements, four with the users.
 */
export function approverDay(actor: Actor, today: Day): Promise<Omit<DayFacts, 'jobs'>> {
  return readAs(actor, 'right.approve', async ({ tx }) => {
    const rights = (await proposals(tx, actor, 'da')).filter(({ hindrance }) => hindrance === null).map(({ proposedAt }) => dayOf(proposedAt))
    const logins = await tx.$queryRaw<{ askedAt: Date }[]>`SELECT q.asked_at AS "askedAt" FROM access.asked_volunteer_logins() q WHERE NOT q.own`
    const reviews = (await reviewsOf(tx, actor, 'da')).filter(({ dueOn }) => dueOn <= today).map(({ dueOn }) => dueOn)
    return { rights, logins: logins.map(({ askedAt }) => dayOf(askedAt)), reviews, users: can(actor, 'user.manage') ? await allUsers(tx, 'da', today) : [] }
  })
}
