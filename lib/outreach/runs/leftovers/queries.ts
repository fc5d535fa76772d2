import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

export type LetterLine = {
  letterId: string
  personId: string
  name: string
  channel: 'DIGITAL_POST' | 'PAPER' | 'BY_HAND'
  state: 'UNCERTAIN' | 'FAILED'
  errorCode: string | null
  key: string
  attemptedAt: Date | null
  /** Letters of the same print file, which are settled as one. */
  part: number | null
  partLetters: number | null
}

/** Letters somebody has to look at: in doubt or failed. `hidden` are those to people this reader may not open. */
export async function runLeftovers(actor: Actor, runId: string): Promise<{ rows: LetterLine[]; hidden: number }> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<LetterLine[]>`
      SELECT l.id AS "letterId", l.person_id AS "personId", p.first_name || ' ' || p.last_name AS name, l.channel::text, l.state::text, l.error_code AS "errorCode",
        coalesce(k.idempotency_key, l.idempotency_key)::text AS key, l.rendered_at AS "attemptedAt", k.part, k.letters AS "partLetters"
      FROM letter l JOIN person p ON p.id = l.person_id LEFT JOIN print_part k ON k.id = l.part_id
      WHERE l.run_id = ${runId}::uuid AND l.state IN ('UNCERTAIN', 'FAILED') ORDER BY l.state DESC, k.part NULLS FIRST, p.last_name, p.first_name LIMIT 500`
    const [all] = await tx.$queryRaw<{ n: number }[]>`SELECT coalesce(sum(n), 0)::int AS n FROM access.run_letters(${runId}::uuid) WHERE state IN ('UNCERTAIN', 'FAILED')`
    shown({ action: 'run.leftovers', people: rows.map((row) => row.personId), details: { runId } })
    return { rows, hidden: Math.max(0, (all?.n ?? 0) - rows.length) }
  })
}
