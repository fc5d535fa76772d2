/** How long a meeting was, as buttons: minutes. */
export const lengths = [30, 60, 90, 120, 180, 240] as const

/** Meetings and hours of a match, as the volunteer logged them. */
export function summed(meetings: readonly { met: boolean; minutes: number | null }[]): { met: number; not: number; hours: number } {
  const met = meetings.filter((one) => one.met)
  return { met: met.length, not: meetings.length - met.length, hours: met.reduce((all, { minutes }) => all + (minutes ?? 0), 0) / 60 }
}
