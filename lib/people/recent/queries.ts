import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Recent, recentSql } from './sql'

/** Whom the reader opened last, by name alone. One statement; everybody in it is named in the log, and an empty list is no row of it. */
export function recentPeople(actor: Actor): Promise<Recent[]> {
  return readAs(actor, 'person.search', async ({ tx, shown }) => {
    const [found] = await tx.$queryRaw<{ recent: Recent[] | null }[]>`SELECT ${recentSql} AS recent`
    const recent = found?.recent ?? []
    if (recent.length > 0) shown({ action: 'person.recent-listed', people: recent.map(({ id }) => id) })
    return recent
  })
}
