import { addDays, type Day } from '@/lib/platform/day'
import { type CaseWeight, type Load, noLoad, withCase } from '../../weights/rules'

/** Days ahead in which something that is due is named before a case goes to somebody else. */
export const SOON = 14
/** Most cases that change hands at once. */
export const MOST = 60

/** Why a case stays where it is: somebody has changed it meanwhile · closed · of another unit than the receiver · the receiver cannot have the person · only seen in an emergency. */
export const reasons = ['meanwhile', 'closed', 'unit', 'barred', 'glass', 'receiver'] as const
export type Reason = (typeof reasons)[number]

/** What is due with the case before it has settled: late, or within so many days from today. */
export type Due = { what: 'task' | 'next' | 'hold'; on: Day; count: number }
export function dueSoon(dues: readonly Due[], today: Day): Due[] {
  return dues.filter(({ on }) => on <= addDays(today, SOON)).sort((a, b) => a.on.localeCompare(b.on))
}

export type Choice = { caseId: string; userId: string }
type Movable = { caseId: string; weight: CaseWeight; standing: 'open' | 'hold' }

/** What everybody concerned has before and after: only open cases weigh, those that rest are counted beside. */
export function loadsAfter(before: ReadonlyMap<string, Load>, from: string, cases: readonly Movable[], choices: readonly Choice[]): Map<string, Load> {
  const after = new Map(before)
  for (const { caseId, userId } of choices) {
    const one = cases.find((row) => row.caseId === caseId)
    if (!one || userId === from) continue
    for (const [who, by] of [[from, -1], [userId, 1]] as const) {
      const load = after.get(who) ?? noLoad
      after.set(who, one.standing === 'hold' ? { ...load, held: load.held + by } : withCase(load, one.weight, by))
    }
  }
  return after
}
