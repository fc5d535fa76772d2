import 'server-only'
import { seal, unseal } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'

/** Hours a search can be gone back to. Older ones of the same person are removed when a new one is made. */
const KEPT_HOURS = 12

export async function saveSearch(tx: Tx, userId: string, query: string): Promise<string> {
  await tx.$executeRaw`DELETE FROM person_search WHERE user_id = ${userId}::uuid AND created_at < now() - make_interval(hours => ${KEPT_HOURS}::int)`
  const [row] = await tx.$queryRaw<{ id: string }[]>`INSERT INTO person_search (user_id, query) VALUES (${userId}::uuid, ${seal(query)}) RETURNING id`
  if (!row) throw new Error('The search was not kept')
  return row.id
}

export type SavedSearch = { query: string; draft: Record<string, string | string[]> | null }

/** The words behind an id, for the one who searched; null when it is not theirs or has been removed. */
export async function openSearch(tx: Tx, id: string): Promise<SavedSearch | null> {
  const [row] = await tx.$queryRaw<{ query: Uint8Array; draft: Uint8Array | null }[]>`
    SELECT query, draft FROM person_search WHERE id = ${id}::uuid AND created_at > now() - make_interval(hours => ${KEPT_HOURS}::int)`
  return row ? { query: unseal(row.query), draft: row.draft ? JSON.parse(unseal(row.draft)) : null } : null
}

/** Keeps what was typed about a new person while somebody looks at the likely duplicates. */
export async function keepDraft(tx: Tx, id: string, draft: Record<string, unknown>): Promise<void> {
  await tx.$executeRaw`UPDATE person_search SET draft = ${seal(JSON.stringify(draft))} WHERE id = ${id}::uuid`
}
