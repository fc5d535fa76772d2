import type { Level, Spoken } from '@/lib/access/languages/rules'
import { addDays, type Day } from '@/lib/platform/day'
import { type CaseWeight, type Load, noLoad, withCase } from '../../weights/rules'

/** Days ahead in which something that is due is named before a case goes to somebody else. */
export const SOON = 14
/** Most cases that change hands at once. */
export const MOST = 60

/** Why a case stays where it is: somebody has changed it meanwhile · of another unit than the receiver · the receiver cannot have the person · only seen in an emergency · the receiver has no cases. */
export const reasons = ['meanwhile', 'unit', 'barred', 'glass', 'receiver'] as const
export type Reason = (typeof reasons)[number]

/** Whom a case could go to: the unit of everybody who has cases at all, and of which people each could be given the case. */
export type Could = { units: ReadonlyMap<string, string | null>; clear: ReadonlyMap<string, ReadonlySet<string>> }
/** Why this case cannot go from one colleague to the other; null where it can. The same before it is done and when it is. `one`: undefined where the first has it no more. */
export function whyItStays(one: { personId: string; unitId: string; glass: boolean } | undefined, from: string, to: string, { units, clear }: Could): Reason | null {
  if (!one) return 'meanwhile'
  if (one.glass) return 'glass'
  if (!units.has(to) || to === from) return 'receiver'
  if (units.get(to) !== one.unitId) return 'unit'
  return clear.get(to)?.has(one.personId) ? null : 'barred'
}

/** What is due with the case before it has settled: late, or within so many days from today. */
export type Due = { what: 'task' | 'referral' | 'next' | 'hold'; on: Day; count: number }
export function dueSoon(dues: readonly Due[], today: Day): Due[] {
  return dues.filter(({ on }) => on <= addDays(today, SOON)).sort((a, b) => a.on.localeCompare(b.on))
}

/** How the colleague who takes over speaks with the citizen: null where that is Danish; 'none' where nobody has said that they speak the language. */
export function fitOf(language: string, speaks: Spoken): Level | 'none' | null {
  if (language === 'da') return null
  return (speaks as Readonly<Record<string, Level | undefined>>)[language] ?? 'none'
}
/** Whether the citizen loses somebody they can speak with: the one who gives speaks the language well, and the one who takes over does not. */
export const losesLanguage = (language: string, from: Spoken, to: Spoken): boolean => well(fitOf(language, from)) && !well(fitOf(language, to)) && language !== 'da'
const well = (fit: Level | 'none' | null): boolean => fit === 'good' || fit === 'native'

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
