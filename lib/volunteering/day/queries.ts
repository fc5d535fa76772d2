import 'server-only'
import { type Actor, can } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { standings as associationStandings } from '@/lib/associations/register/sql'
import { type Day, dayOf } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { openConcerns } from '../concerns/sql'
import { undecided } from '../expenses/sql'
import { standings } from '../list/sql'
import { loginsToGive } from '../logins/sql'
import { waitsSince } from '../matching/waiting/sql'
import { askedPairs, followed, matches } from '../matches/sql'
import { type DayLine, linesOf } from './rules'

/** `unsafe`: how many of the concerns say that a volunteer felt unsafe. */
export type LeadDay = { lines: DayLine[]; unsafe: number }

/**
 * What waits for whoever leads volunteers, in numbers: every line counts the rows of the list it opens, by the same rule. Of who approves expenses and does nothing else here, those alone;
 * null for everybody else. Fourteen statements, whatever the numbers; nobody is shown, so nobody is logged as seen.
 */
export async function leadDay(actor: Actor, today: Day): Promise<LeadDay | null> {
  const leads = can(actor, 'volunteer.match') && can(actor, 'volunteer.read') && can(actor, 'association.read')
  if (!leads && !can(actor, 'expense.approve')) return null
  return readAs(actor, leads ? 'volunteer.match' : 'expense.read', async ({ tx }) => {
    const expenses = await undecided(tx)
    if (!leads) return { unsafe: 0, lines: linesOf({ expenses, concerns: [], running: [], asked: [], waiting: [], volunteers: [], associations: [], logins: [] }, today) }
    const [concerns, running, asked, waiting, volunteers, associations, logins] = [await openConcerns(tx), await followed(tx, await matches(tx, Prisma.sql`m.ended_on IS NULL`), today), await askedPairs(tx, today), await waitsSince(tx), await standings(tx, today), await associationStandings(tx, today), await loginsToGive(tx)]
    return { unsafe: concerns.filter(({ unsafe }) => unsafe).length, lines: linesOf({ expenses, concerns: concerns.map(({ raisedAt }) => dayOf(raisedAt)), running, asked, waiting, volunteers, associations, logins }, today) }
  })
}
