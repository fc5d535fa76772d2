import type { Values } from '../kind'
import type { RowIssue } from '../values/rules'
import type { Change } from './diff'

export type VerdictKind = 'new' | 'changed' | 'same' | 'doubtful' | 'error'
/** A person's answer to a doubtful row. `acceptAddress`: also the address of a protected person, which is otherwise left as it is. */
export type Decision = { as: 'new' } | { as: 'person'; personId: string; acceptAddress?: boolean } | { as: 'skip' }
export type Verdict = {
  row: number
  kind: VerdictKind
  /** The person the row is about; null for a new one and where it is not settled. */
  personId: string | null
  /** People the row may be about, also when it is doubtful or an error. Somebody named here has not disappeared from the list. */
  mentions: string[]
  /** The row adds to the new person of this earlier row (one row per deployment). */
  joins: number | null
  /** For a new person the values to store stand as changes from null. */
  changes: Change[]
  heldBack: Change[]
  addition: Values | null
  issues: RowIssue[]
  skipped: boolean
}
