import type { Day } from '@/lib/platform/day'
import type { Level, Time } from '../volunteers/rules'

/** Languages by their two letters. */
export type Spoken = readonly { language: string; level: Level }[]

/** Somebody who waits for a volunteer. Null is *nobody has asked*, and never the same as *none*. */
export type Wanting = {
  /** Of the request: one person may wait for a mentor and for a companion. */
  id: string; role: string; since: Day
  /** A live consent that this person’s name reaches volunteers. */
  consent: boolean
  /** Shielded, or the address is protected. */
  protected: boolean
  languages: Spoken | null; times: readonly Time[] | null; areas: readonly string[] | null
  /** What it would help to have been through: codes of experience. */
  challenges: readonly string[] | null
  /** Whole years, both included; null where they do not mind. */
  ages: { from: number; to: number } | null
}

/** A volunteer as matching knows them. */
export type Helping = {
  id: string; roles: readonly string[]
  /** Active today. */
  active: boolean
  /** Papers and courses of the wanted role that do not hold today: codes. */
  lacks: readonly string[]
  /** Matches that run, and questions nobody has answered: each takes a place. */
  running: number; asked: number; capacity: number
  askedThisMonth: number; /** Questions in a month; null: they have said none. */ monthlyLimit: number | null
  /** They come by an association whose agreement has lapsed. */
  agreementLapsed: boolean
  languages: Spoken | null; times: readonly Time[] | null; areas: readonly string[] | null; experience: readonly string[] | null; /** Whole years. */ age: number | null
  lastAskedOn: Day | null
}

/** Why a pair was turned down. The first four are about a field; chemistry and a wish are about the two of them. */
export const causes = ['languages', 'times', 'areas', 'experience', 'chemistry', 'wish'] as const
export type Cause = (typeof causes)[number]
/** Whose no it was: of one of the two, by the end of the match they had, or of a member of staff who looked. */
export type SaidBy = 'person' | 'volunteer' | 'match' | 'staff'
/** What lies between one who waits and one volunteer. `turnedDown`: why, and the state of the field then. */
export type Between = { family: boolean; household: boolean; /** The volunteer is the person’s own caseworker, or close to them. */ staff: boolean; matched: boolean; /** Away at the time of the meeting, with the way there and back; null: not known. */ booked: boolean | null; turnedDown: readonly { cause: Cause; state: string }[] }
export const NOTHING_BETWEEN: Between = { family: false, household: false, staff: false, matched: false, booked: false, turnedDown: [] }

/** Rules that no score weighs against, in the order they are told. */
export const hardRules = ['consent', 'protected', 'family', 'household', 'staff', 'matched', 'role', 'active', 'clearance', 'agreement', 'capacity', 'limit', 'booked', 'turned-down'] as const
export type HardRule = (typeof hardRules)[number]
/** Where the reason can be read: whose field, and which. */
export type Field = { of: 'wanting' | 'helping' | 'between'; field: string }
export type Barrier = { rule: HardRule; fields: readonly Field[]; /** Of a clearance: what is missing; of a pair turned down: why. */ of: readonly string[] }

const sorted = (values: readonly string[] | null) => (values === null ? '?' : [...values].sort().join(','))
const spoken = (languages: Spoken | null) => sorted(languages && languages.map(({ language, level }) => `${language}:${level}`))

/** What both said of a field, as one text: a pair that was turned down for it is proposed again when this is another. Chemistry and a wish never change by themselves. */
export function stateOf(cause: Cause, wanting: Wanting, helping: Helping): string {
  switch (cause) {
    case 'languages': return `${spoken(wanting.languages)} / ${spoken(helping.languages)}`
    case 'times': return `${sorted(wanting.times)} / ${sorted(helping.times)}`
    case 'areas': return `${sorted(wanting.areas)} / ${sorted(helping.areas)}`
    case 'experience': return `${sorted(wanting.challenges)} / ${sorted(helping.experience)}`
    case 'chemistry': case 'wish': return ''
  }
}

/** Every cause with what both say now, as one text: kept with the question, so that a no can be remembered without reading them again. */
export const statesOf = (wanting: Wanting, helping: Helping): string => JSON.stringify(Object.fromEntries(causes.map((cause) => [cause, stateOf(cause, wanting, helping)])))

/** Everything that forbids the pair, in the order of `hardRules`; empty: they may be proposed to each other. Voluntary help is for others than one’s family (domain §7). */
export function barriers(wanting: Wanting, helping: Helping, between: Between): Barrier[] {
  const found: Barrier[] = []
  const forbid = (rule: HardRule, of: Field['of'], fields: readonly string[], what: readonly string[] = []) => void found.push({ rule, fields: fields.map((field) => ({ of, field })), of: what })
  if (!wanting.consent) forbid('consent', 'wanting', ['consent'])
  if (wanting.protected) forbid('protected', 'wanting', ['protected'])
  if (between.family) forbid('family', 'between', ['family'])
  if (between.household) forbid('household', 'between', ['household'])
  if (between.staff) forbid('staff', 'between', ['staff'])
  if (between.matched) forbid('matched', 'between', ['matched'])
  if (!helping.roles.includes(wanting.role)) forbid('role', 'helping', ['roles'])
  if (!helping.active) forbid('active', 'helping', ['active'])
  if (helping.lacks.length > 0) forbid('clearance', 'helping', ['lacks'], helping.lacks)
  if (helping.agreementLapsed) forbid('agreement', 'helping', ['agreementLapsed'])
  if (places(helping) === 0) forbid('capacity', 'helping', ['capacity', 'running', 'asked'])
  if (questions(helping) === 0) forbid('limit', 'helping', ['monthlyLimit', 'askedThisMonth'])
  if (between.booked) forbid('booked', 'between', ['booked'])
  const still = between.turnedDown.filter(({ cause, state }) => state === stateOf(cause, wanting, helping))
  if (still.length > 0) forbid('turned-down', 'between', ['turnedDown'], still.map(({ cause }) => cause))
  return found
}

/** How many more matches the volunteer has room for. */
export const places = ({ capacity, running, asked }: Helping): number => Math.max(0, capacity - running - asked)
/** How many more questions they have agreed to this month. */
export const questions = ({ monthlyLimit, askedThisMonth }: Helping): number => (monthlyLimit === null ? Infinity : Math.max(0, monthlyLimit - askedThisMonth))

/** Those who are left out, by the first rule that leaves each out: every one of them is counted once. */
export function leftOut(all: readonly (readonly Barrier[])[]): { rule: HardRule; count: number }[] {
  const first = all.flatMap(([one]) => (one ? [one.rule] : []))
  return hardRules.flatMap((rule) => {
    const count = first.filter((one) => one === rule).length
    return count > 0 ? [{ rule, count }] : []
  })
}
