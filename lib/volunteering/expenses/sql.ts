import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'

/** How an expense `e` stands, as `s`. */
export const newest = Prisma.sql`JOIN LATERAL (SELECT n.state, n.on_day, n.number FROM volunteer_expense_step n WHERE n.expense_id = e.id ORDER BY n.number DESC LIMIT 1) s ON true`

/** Since when each of those nobody has decided stands so. One statement. */
export async function undecided(tx: Tx): Promise<Day[]> {
  const rows = await tx.$queryRaw<{ since: string }[]>`SELECT s.on_day::text AS since FROM volunteer_expense e ${newest} WHERE s.state = 'sent'`
  return rows.map(({ since }) => toDay(since))
}
