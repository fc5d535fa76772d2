import { compareDay, type Day } from '@/lib/platform/day'

export type VersionPeriod = { validFrom: Day; validTo: Day | null }
export type VersionState = 'past' | 'now' | 'coming'

export function versionState(version: VersionPeriod, today: Day): VersionState {
  if (compareDay(version.validFrom, today) > 0) return 'coming'
  return version.validTo !== null && compareDay(version.validTo, today) < 0 ? 'past' : 'now'
}

export type NewVersionRefusal = 'notInFuture' | 'beforeLatest'

/**
 * A new version begins tomorrow at the earliest and after every version there is: a deadline that already ran under a rule
 * keeps it, and two versions never hold on the same day.
 */
export function newVersionRefusal(validFrom: Day, versions: readonly VersionPeriod[], today: Day): NewVersionRefusal | null {
  if (compareDay(validFrom, today) <= 0) return 'notInFuture'
  return versions.some((version) => compareDay(validFrom, version.validFrom) <= 0) ? 'beforeLatest' : null
}
