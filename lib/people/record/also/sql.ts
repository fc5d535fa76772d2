import 'server-only'
import { Prisma } from '@/lib/platform/db'
import type { AlsoPart } from '../queries'

/** What two contexts say about the person, read in the page's own statement. */
export function bothParts<A, B>(first: AlsoPart<A>, second: AlsoPart<B>): AlsoPart<[A, B]> {
  return async (context, personId) => {
    const [a, b] = [await first(context, personId), await second(context, personId)]
    return { sql: Prisma.sql`SELECT jsonb_build_object('first', (${a.sql}), 'second', (${b.sql}))`, of: (value) => [a.of((value as { first: unknown }).first), b.of((value as { second: unknown }).second)] }
  }
}
