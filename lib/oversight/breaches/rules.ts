const HOUR = 3_600_000
/** GDPR art. 33(1). Hours run through nights, weekends and holidays (Regulation 1182/71 art. 3(4) moves no period expressed in hours). */
export const NOTIFY_HOURS = 72
export const BREACH_KINDS = ['confidentiality', 'integrity', 'availability'] as const
export const RISKS = ['NONE', 'RISK', 'HIGH'] as const
export type Risk = (typeof RISKS)[number]

export type BreachFacts = { awareAt: Date; risk: Risk | null; authorityToldAt: Date | null; peopleToldOn: unknown; closedAt: Date | null }
export type BreachState = 'assess' | 'notify' | 'tell' | 'close' | 'closed'

/** The moment the authority must know at the latest: 72 real hours later, whatever the clocks do meanwhile. */
export function notifyBy(awareAt: Date): Date {
  return new Date(awareAt.getTime() + NOTIFY_HOURS * HOUR)
}

/** Whole hours left, rounded down so that nothing looks later than it is; negative when the time has passed. */
export function hoursLeft(awareAt: Date, now: Date): number {
  return Math.floor((notifyBy(awareAt).getTime() - now.getTime()) / HOUR)
}

/** Whether the clock still counts: not yet told, and not found to be without risk. */
export function clockRuns({ risk, authorityToldAt, closedAt }: Pick<BreachFacts, 'risk' | 'authorityToldAt' | 'closedAt'>): boolean {
  return closedAt === null && authorityToldAt === null && risk !== 'NONE'
}

/** What is to be done next. A breach without risk is only written down; one with high risk is told to the people too. */
export function stateOf({ risk, authorityToldAt, peopleToldOn, closedAt }: BreachFacts): BreachState {
  if (closedAt) return 'closed'
  if (risk === null) return 'assess'
  if (risk !== 'NONE' && authorityToldAt === null) return 'notify'
  return risk === 'HIGH' && !peopleToldOn ? 'tell' : 'close'
}

export function isLate(awareAt: Date, toldAt: Date): boolean {
  return toldAt > notifyBy(awareAt)
}
