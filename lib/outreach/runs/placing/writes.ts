import 'server-only'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { RunGroup } from '../groups'
import { type Tally, tallyOf } from '../rules'

/**
 * Works the groups out again from the facts as they are (access.place: placementOf in SQL) and notes who moved. The database does so by
 * itself whenever a fact changes; this is for what only the calendar changes. `people` null: everybody. Returns how many moved.
 */
export async function placeMembers(tx: Tx, runId: string, people: readonly string[] | null, today: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ moved: number }[]>`SELECT access.place(${runId}::uuid, ${people ? [...people] : null}::uuid[], ${today}::date) AS moved`
  return row?.moved ?? 0
}

/** For the nightly job: a move registered ahead of time takes effect on its day. */
export async function placeOpenRuns(tx: Tx, today: Day): Promise<number> {
  const open = await tx.run.findMany({ where: { state: { notIn: ['CLOSED', 'CANCELLED'] }, population: { not: null } }, select: { id: true } })
  let moved = 0
  for (const run of open) moved += await placeMembers(tx, run.id, null, today)
  return moved
}

export type RunSums = { sums: Tally; letters: Partial<Record<LetterState, number>>; lettersOpen: number; lettersInDoubt: number; lettersFailed: number }
export type LetterState = 'PLANNED' | 'RENDERED' | 'SENDING' | 'SENT' | 'UNCERTAIN' | 'FAILED' | 'RETURNED' | 'CANCELLED'

/**
 * The whole account of a run in one statement, so that no letter can slip from one number to another between two of them. It counts
 * everybody, also those the reader may not open.
 */
export async function sumsOf(tx: Tx, runId: string): Promise<RunSums> {
  const [row] = await tx.$queryRaw<{ population: number | null; groups: Partial<Record<RunGroup, number>> | null; letters: RunSums['letters'] | null }[]>`
    SELECT population, (SELECT json_object_agg(run_group, n) FROM (SELECT m.run_group, sum(m.n)::int AS n FROM access.run_people(run.id) m GROUP BY 1) g) AS groups,
      (SELECT json_object_agg(state, n) FROM access.run_letters(run.id)) AS letters
    FROM run WHERE id = ${runId}::uuid`
  const letters = row?.letters ?? {}
  const count = (...states: LetterState[]) => states.reduce((sum, state) => sum + (letters[state] ?? 0), 0)
  return {
    sums: tallyOf(row?.population ?? 0, row?.groups ?? {}),
    letters,
    lettersOpen: count('PLANNED', 'RENDERED', 'SENDING'),
    lettersInDoubt: count('UNCERTAIN'),
    lettersFailed: count('FAILED'),
  }
}
