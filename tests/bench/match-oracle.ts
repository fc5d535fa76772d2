import type { Between, Helping, Spoken, Wanting } from '@/lib/volunteering/matching/rules'

/**
 * The hard rules of matching written anew, from what they are for and not from the code that keeps them: why two must not be brought together, or null. Nothing is
 * shared with lib/volunteering but the shape of what is known.
 */
export function mayNot(one: Wanting, other: Helping, between: Between): string | null {
  if (!one.consent || one.protected) return 'nobody may know who it is'
  if (between.family || between.household || between.staff) return 'they are close, or close to the caseworker'
  if (between.matched) return 'they have each other already'
  if (!new Set(other.roles).has(one.role)) return 'the volunteer does something else'
  if (!other.active || other.lacks.length !== 0) return 'the volunteer is not ready'
  if (other.agreementLapsed) return 'the association has no agreement'
  if (other.running + other.asked + 1 > other.capacity) return 'no room'
  if (other.monthlyLimit !== null && other.askedThisMonth + 1 > other.monthlyLimit) return 'asked enough this month'
  const said: Record<string, string> = {
    languages: `${tongues(one.languages)} / ${tongues(other.languages)}`, times: `${list(one.times)} / ${list(other.times)}`, areas: `${list(one.areas)} / ${list(other.areas)}`, experience: `${list(one.challenges)} / ${list(other.experience)}`, chemistry: '', wish: '',
  }
  return between.turnedDown.some(({ cause, state }) => said[cause] === state) ? 'turned down, and nothing has changed since' : null
}
const list = (all: readonly string[] | null) => (all === null ? '?' : all.toSorted().join(','))
const tongues = (all: Spoken | null) => list(all && all.map(({ language, level }) => [language, level].join(':')))
