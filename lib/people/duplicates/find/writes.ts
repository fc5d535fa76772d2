import 'server-only'
import { Prisma, type Tx } from '@/lib/platform/db'
import { identityFacts } from '../likely'
import { scorePair } from '../rules'

const CANDIDATES = 20_000
const BATCH = 2000

/**
 * Finds pairs that may be one person and keeps them with score and reasons; what was said about a pair stays said, and open pairs that no
 * longer look alike go. Candidates share a birth date, a phone, an e-mail, an address or a whole folded name: comparing everybody with
 * everybody would be five thousand million pairs in a large municipality. For the job; the transaction must see everybody.
 */
export async function findDuplicates(tx: Tx): Promise<{ candidates: number; open: number; removed: number }> {
  const pairs = await tx.$queryRaw<{ left: string; right: string }[]>(CANDIDATE_SQL)
  const facts = new Map<string, Awaited<ReturnType<typeof identityFacts>>[number]>()
  const ids = [...new Set(pairs.flatMap((pair) => [pair.left, pair.right]))]
  for (let at = 0; at < ids.length; at += BATCH) for (const fact of await identityFacts(tx, ids.slice(at, at + BATCH))) facts.set(fact.id, fact)
  const found = pairs.flatMap(({ left, right }) => {
    const [a, b] = [facts.get(left), facts.get(right)]
    const score = a && b ? scorePair(a, b) : null
    return score ? [{ left, right, score: score.score, reasons: score.reasons }] : []
  })
  const rows = JSON.stringify(found)
  await tx.$executeRaw`INSERT INTO duplicate_pair (left_id, right_id, score, reasons)
    SELECT f.left, f.right, f.score, f.reasons FROM jsonb_to_recordset(${rows}::jsonb) AS f("left" uuid, "right" uuid, score int, reasons text[])
    ON CONFLICT (left_id, right_id) DO UPDATE SET score = EXCLUDED.score, reasons = EXCLUDED.reasons WHERE duplicate_pair.state = 'OPEN'`
  const removed = await tx.$executeRaw`DELETE FROM duplicate_pair d WHERE d.state = 'OPEN'
    AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(${rows}::jsonb) AS f("left" uuid, "right" uuid) WHERE f.left = d.left_id AND f.right = d.right_id)`
  return { candidates: pairs.length, open: found.length, removed }
}

const CANDIDATE_SQL = Prisma.sql`
  WITH live AS (SELECT id, birth_date, search_name FROM person WHERE merged_into_id IS NULL),
  keyed AS (
    SELECT id, 'n' || search_name AS key FROM live WHERE search_name <> ''
    UNION ALL SELECT c.person_id, 'c' || c.value FROM contact_point c JOIN live ON live.id = c.person_id WHERE c.to_day IS NULL
    UNION ALL SELECT id, 'b' || birth_date || left(search_name, 2) FROM live WHERE birth_date IS NOT NULL
    UNION ALL SELECT a.person_id, 'a' || a.search_street || '|' || coalesce(a.floor, '') || '|' || coalesce(a.door, '') || left(live.search_name, 2) FROM address a JOIN live ON live.id = a.person_id WHERE a.to_day IS NULL
  ),
  -- A switchboard number or a name of hundreds says nothing about any two of them.
  telling AS (SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND 12)
  SELECT DISTINCT a.id AS left, b.id AS right FROM keyed a JOIN telling USING (key) JOIN keyed b ON b.key = a.key AND a.id < b.id ORDER BY 1, 2 LIMIT ${CANDIDATES}`
