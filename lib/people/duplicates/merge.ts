import type { Day } from '@/lib/platform/day'

/** The single-valued fields of a person that a merge has to choose between. Lists (roles, deployments, letters …) are kept from both. */
export const MERGE_FIELDS = [
  'firstName',
  'lastName',
  'cpr',
  'birthDate',
  'language',
  'interpreterNeeded',
  'largePrint',
  'signLanguage',
  'communicationNote',
  'digitalPost',
  'address',
  'protection',
  'registeredOn',
  'movedInOn',
  'movedAwayOn',
  'diedOn',
] as const

export type MergeField = (typeof MERGE_FIELDS)[number]
export type MergeSide = 'left' | 'right'

/** Values as text for the screen (CPR masked), with the day each was last changed where that is known. */
export type MergeValue = { text: string; changedOn: Day | null } | null
export type MergeRecord = Record<MergeField, MergeValue>

export type MergeRow = {
  field: MergeField
  left: MergeValue
  right: MergeValue
  chosen: MergeSide
  differs: boolean
  /** False where the rule decides and a click must not. */
  choosable: boolean
}

/**
 * Fields nobody may choose the weaker value of: a merge must not lift a protection, wake the dead, move somebody's beginning forward, or
 * turn off a help the person needs.
 */
const FIXED: Partial<Record<MergeField, (left: string, right: string) => MergeSide>> = {
  protection: (left, right) => (right > left ? 'right' : 'left'),
  registeredOn: (left, right) => (right < left ? 'right' : 'left'),
  interpreterNeeded: eitherTrue,
  largePrint: eitherTrue,
  signLanguage: eitherTrue,
}

export type MergeChoices = Partial<Record<MergeField, MergeSide>>

/**
 * Field by field, in the order of MERGE_FIELDS. The proposal: the fixed rule; else the side that has a value; else what the user chose;
 * else the newer value; else `keep`, the record that lives on. `choices` for fields that may not be chosen are ignored.
 */
export function mergePreview(left: MergeRecord, right: MergeRecord, keep: MergeSide, choices: MergeChoices = {}): MergeRow[] {
  return MERGE_FIELDS.map((field) => {
    const [l, r] = [left[field], right[field]]
    const differs = (l?.text ?? null) !== (r?.text ?? null)
    const fixed = l && r ? FIXED[field]?.(l.text, r.text) : undefined
    // A death known to one record is a fact; a missing value is not the news that somebody lives.
    const choosable = differs && fixed === undefined && l !== null && r !== null
    const chosen = fixed ?? (l && !r ? 'left' : r && !l ? 'right' : ((choosable ? choices[field] : undefined) ?? newer(l, r) ?? keep))
    return { field, left: l, right: r, chosen, differs, choosable }
  })
}

export type MergePair = {
  leftId: string
  rightId: string
  leftMergedInto: string | null
  rightMergedInto: string | null
  /** Somebody looked at the pair before and said that they are two people. */
  notTheSame: boolean
}

/** Why two records may not be merged at all; null when they may. */
export function mergeRefusal(pair: MergePair): 'same-record' | 'already-merged' | 'said-not-the-same' | null {
  if (pair.leftId === pair.rightId) return 'same-record'
  if (pair.leftMergedInto || pair.rightMergedInto) return 'already-merged'
  return pair.notTheSame ? 'said-not-the-same' : null
}

/** Days a merge can be taken back. */
export const MERGE_UNDO_DAYS = 30

function newer(left: MergeValue, right: MergeValue): MergeSide | null {
  if (!left?.changedOn || !right?.changedOn || left.changedOn === right.changedOn) return null
  return left.changedOn > right.changedOn ? 'left' : 'right'
}

function eitherTrue(left: string, right: string): MergeSide {
  return right === 'true' && left !== 'true' ? 'right' : 'left'
}
