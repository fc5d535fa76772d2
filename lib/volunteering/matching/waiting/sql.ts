import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** How many wait, of whom the caller may know as much. One statement. */
export async function countWaiting(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM access.waiting_requests()`
  return row?.count ?? 0
}

/** Since when each of those waits who wait for a volunteer, of whom the caller may know as much. One statement. */
export async function waitsSince(tx: Tx): Promise<Day[]> {
  return (await tx.$queryRaw<{ since: string }[]>`SELECT w.since::text AS since FROM access.waiting_requests() w`).map(({ since }) => toDay(since))
}
