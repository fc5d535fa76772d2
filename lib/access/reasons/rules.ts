/** Why one opens a person a colleague is responsible for. The database knows the same codes. */
export const reasonCodes = ['contacted-us', 'covering', 'letters', 'register', 'other'] as const
export type ReasonCode = (typeof reasonCodes)[number]

export const verdicts = ['fine', 'follow-up'] as const
export type Verdict = (typeof verdicts)[number]

/** One in so many is looked at afterwards, and at least one of every day that has any. */
const ONE_IN = 10

/** Where the browser goes on to: only within the staff side, and never back to the question. */
export function goOn(personId: string, to: string | undefined): string {
  const own = /^\/(people|outreach)\/[A-Za-z0-9/_-]*$/.test(to ?? '') && !to?.endsWith('/reason')
  return own && to ? to : `/people/${personId}`
}

/** The code a purpose begins with, or null for what somebody wrote in their own words. */
export function codeOf(purpose: string): ReasonCode | null {
  return reasonCodes.find((code) => purpose === code || purpose.startsWith(`${code}: `)) ?? null
}

/**
 * Which reasons of one day are looked at. `draw` gives each a number between 0 and 1 that nobody can foresee or choose (a keyed hash of its id),
 * so that the same day always gives the same sample.
 */
export function sampleOf(ids: readonly string[], draw: (id: string) => number): string[] {
  const drawn = ids.map((id) => ({ id, at: draw(id) })).sort((a, b) => a.at - b.at)
  return drawn.filter(({ at }, index) => index === 0 || at < 1 / ONE_IN).map(({ id }) => id)
}
