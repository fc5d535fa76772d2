import type { Verdict, VerdictKind } from './verdict'

export type Counts = Record<VerdictKind, number>
export type Disappeared = { personId: string; certainty: 'gone' | 'unsure' }

/** The five numbers of the preview. They add up to the number of rows: every row is in exactly one. */
export function countVerdicts(verdicts: Pick<Verdict, 'kind'>[]): Counts {
  const counts: Counts = { new: 0, changed: 0, same: 0, doubtful: 0, error: 0 }
  for (const verdict of verdicts) counts[verdict.kind] += 1
  return counts
}

/**
 * People on the register list here whom the file does not name. 'unsure': a doubtful or faulty row may be about them, so nobody should
 * act on it before that row is settled. Nothing is ever changed for them by the import itself.
 */
export function disappeared(onList: readonly string[], verdicts: Pick<Verdict, 'kind' | 'personId' | 'mentions'>[]): Disappeared[] {
  const settled = verdicts.filter((verdict) => verdict.kind !== 'doubtful' && verdict.kind !== 'error')
  const named = new Set(settled.map((verdict) => verdict.personId))
  const mentioned = new Set(verdicts.flatMap((verdict) => [verdict.personId, ...verdict.mentions]))
  return onList
    .filter((personId) => !named.has(personId))
    .map((personId) => ({ personId, certainty: mentioned.has(personId) ? 'unsure' : 'gone' }))
}
