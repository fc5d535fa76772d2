import type { Day } from '@/lib/platform/day'

/** P1: name and address protection in CPR. P2: the police's. P3: a shielded person, whatever their address. One may have several. */
export const LEVELS = ['P1', 'P2', 'P3'] as const
export type Level = (typeof LEVELS)[number]

/** Whether somebody's address, and any letter that shows it, is for those with clearance alone. */
export const hidesAddress = (protection: string): boolean => protection === 'P1' || protection === 'P2'

export type Ground = {
  id: string
  version: number
  level: Level
  /** HOUSEHOLD: inherited from somebody one lives with. */
  basis: 'OWN' | 'HOUSEHOLD'
  viaId: string | null
  /** Null where the reader may not open them. */
  viaName: string | null
  source: string | null
  fromDay: Day
  toDay: Day | null
  liftedOn: Day | null
  liftReason: string | null
  liftedBy: string | null
}

/**
 * holds · due: its day is past, or the household is none any more, and it still hides until somebody decides (ADR 0025) · lifted. The last
 * day itself still counts.
 */
export function stateOf(ground: Pick<Ground, 'toDay' | 'liftedOn'>, today: Day): 'holds' | 'due' | 'lifted' {
  if (ground.liftedOn) return 'lifted'
  return ground.toDay && ground.toDay < today ? 'due' : 'holds'
}

/** Who lives with a protected person shows where they live: theirs ends with the other's, or after they have moved apart. */
export function mayBeLifted(ground: Pick<Ground, 'basis' | 'toDay' | 'liftedOn' | 'level'>, today: Day, clearances: readonly string[]): boolean {
  const state = stateOf(ground, today)
  if (state === 'lifted' || (ground.basis === 'HOUSEHOLD' && state !== 'due')) return false
  return clearances.includes(ground.level === 'P3' ? 'SHIELDED' : 'PROTECTED_ADDRESS')
}

/** How far back it is told where an address has been in view. */
export const SHOWN_DAYS = 90
