import { type Day, diffDays } from '@/lib/platform/day'
import { expiring, type Facts, mayHelp, missing, type NextStep, nextStep, type PathRules, standsAt, type StepKind, waitsSince } from '../path/rules'

/** The lists of those who lead volunteers: who waits to begin, who helps, whose papers run out, who is away, who has ended. */
export const tabs = ['waiting', 'active', 'papers', 'paused', 'ended'] as const
export type Tab = (typeof tabs)[number]
/** Those of a list whom the first page counts apart, and the list each is of: who said they want to help and was never asked to a talk, whose next step is late, who should be back, whose login waits for the reader. */
export const onlyOf = { unanswered: 'waiting', late: 'waiting', back: 'paused', login: 'active' } as const satisfies Record<string, Tab>
export type Only = keyof typeof onlyOf
/** How far ahead papers are looked at, unless somebody asks for another time. Days. */
export const AHEAD_DAYS = 60
export type Standing = { step: StepKind; stepOn: Day; since: Day | null; /** Days. */ waited: number | null; next: NextStep | null; /** Days until it; negative when it has passed. */ inDays: number | null; lacks: string[]; mayHelp: boolean; expiring: { kind: string; expiresOn: Day }[] }
/** Of the lists alone. `loginAsked`: that somebody else than the reader asked for a login by an address they wrote, which the reader may give. */
export type Listed = Standing & { loginAsked?: boolean }

/** Where somebody stands today, from their facts alone. `ahead`: how many days papers are looked at beforehand. */
export function standing(facts: Facts, today: Day, rules: PathRules, ahead: number): Standing {
  const { step, onDay } = standsAt(facts)
  const [since, next] = [waitsSince(facts.steps), nextStep(facts, today, rules)]
  const helps = step === 'active' || step === 'paused'
  return { step, stepOn: onDay, since, waited: since && diffDays(since, today), next, inDays: next && diffDays(today, next.due), lacks: step === 'ended' ? [] : missing(facts, today), mayHelp: mayHelp(facts, today), expiring: helps ? expiring(facts, today, ahead) : [] }
}

export function isIn(tab: Tab, { step, since, expiring: soon }: Standing): boolean {
  return tab === 'waiting' ? since !== null : tab === 'papers' ? soon.length > 0 : step === tab
}

export function isOnly(only: Only, { step, since, inDays, loginAsked }: Listed): boolean {
  return only === 'login' ? loginAsked === true : only === 'unanswered' ? step === 'interested' : only === 'late' ? since !== null && (inDays ?? 0) < 0 : step === 'paused' && (inDays ?? 0) <= 0
}

/** Whether somebody stands in a list, or in the part of it that is asked for. A login can wait for somebody on a pause as well: they stand with those who help. */
export const isListed = (tab: Tab, only: Only | null, one: Listed): boolean => (only === 'login' || isIn(tab, one)) && (!only || isOnly(only, one))

/** What is late first, then what comes; those with nothing to come last, the longest waiting of them first. */
export function byNextStep(a: Standing, b: Standing): number {
  const [left, right] = [a.next?.due ?? '9999', b.next?.due ?? '9999']
  return left < right ? -1 : left > right ? 1 : (b.waited ?? 0) - (a.waited ?? 0)
}
