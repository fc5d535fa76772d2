import 'server-only'
import { type Day, dayOf } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** Since when each login waits that the caller, who leads volunteers, may give. One statement. */
export async function loginsToGive(tx: Tx): Promise<Day[]> {
  return (await tx.$queryRaw<{ askedAt: Date }[]>`SELECT l.asked_at AS "askedAt" FROM access.logins_to_give() l`).map(({ askedAt }) => dayOf(askedAt))
}
