import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** Since when each of those waits who wait for a volunteer, of whom the caller may know as much. One statement. */
export async function waitsSince(tx: Tx): Promise<Day[]> {
  return (await tx.$queryRaw<{ since: string }[]>`SELECT w.since::text AS since FROM access.waiting_requests() w`).map(({ since }) => toDay(since))
}
