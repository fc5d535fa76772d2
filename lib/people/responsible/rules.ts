/** Why somebody stands in the list of people nobody is responsible for: the one they had is gone · vulnerable, and never had one · never had one. */
export const UNASSIGNED = ['lost', 'vulnerable', 'never'] as const
export type UnassignedKind = (typeof UNASSIGNED)[number]
