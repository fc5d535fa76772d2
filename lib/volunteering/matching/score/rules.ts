import { type Day, diffDays } from '@/lib/platform/day'
import type { Level } from '../../volunteers/rules'
import type { Field, Helping, Spoken, Wanting } from '../rules'

/** What two people are compared on. The last two are the turn: of whoever waits, and of whoever is asked. */
export const parts = ['languages', 'times', 'experience', 'areas', 'ages', 'waiting', 'load'] as const
export type PartName = (typeof parts)[number]
export type Fit = 'equal' | 'partly' | 'not' | 'unknown'
/**
 * One line of the comparison. `wanted` and `offered`: the values on both sides, as codes; null where nobody has asked. `common`: what they share.
 * `points`: 0 to `most`; what is unknown gives none, and is said to be unknown instead of counting against.
 */
export type Part = { name: PartName; fit: Fit; points: number; most: number; wanted: readonly string[] | null; offered: readonly string[] | null; common: readonly string[]; fields: readonly Field[] }
export type Score = { total: number; parts: readonly Part[] }

/** How much each counts. Ours; what is easiest to live with counts least. */
export const MOST: Record<PartName, number> = { languages: 30, times: 25, experience: 20, areas: 15, ages: 10, waiting: 20, load: 10 }
export const MOST_TOTAL = Object.values(MOST).reduce((sum, one) => sum + one, 0)
const HALF = 0.5
/** Weeks after which waiting counts in full. */
const WAITED_WEEKS = 20
/** Days after which a volunteer who is seldom asked counts as rested. */
const RESTED_DAYS = 90
/** Years outside the wished ages that still are near. */
const NEAR_YEARS = 5

const both = (wanting: string, helping: string): Field[] => [{ of: 'wanting', field: wanting }, { of: 'helping', field: helping }]
type Made = Pick<Part, 'fit' | 'wanted' | 'offered' | 'common' | 'fields'>
const worth: Record<Fit, number> = { equal: 1, partly: HALF, not: 0, unknown: 0 }
const part = (name: PartName, made: Made, share = worth[made.fit]): Part => ({ name, most: MOST[name], points: Math.round(MOST[name] * share * 10) / 10, ...made })

const rank: Record<Level, number> = { some: 1, good: 2, native: 3 }
function languages(wanted: Spoken | null, offered: Spoken | null): Made {
  const codes = (all: Spoken | null) => all && all.map(({ language }) => language)
  const shared = (wanted ?? []).flatMap(({ language, level }) => {
    const other = offered?.find((one) => one.language === language)
    return other ? [{ language, level: Math.min(rank[level], rank[other.level]) }] : []
  }).sort((a, b) => b.level - a.level)
  const fit: Fit = wanted === null || offered === null ? 'unknown' : (shared[0]?.level ?? 0) >= rank.good ? 'equal' : shared.length > 0 ? 'partly' : 'not'
  return { fit, wanted: codes(wanted), offered: codes(offered), common: shared.map(({ language }) => language), fields: both('languages', 'languages') }
}

/** By how many they share: `enough` of them is equal. */
function overlap(field: readonly [string, string], wanted: readonly string[] | null, offered: readonly string[] | null, enough: number): Made {
  const common = (wanted ?? []).filter((one) => offered?.includes(one))
  const fit: Fit = wanted === null || offered === null || wanted.length === 0 || offered.length === 0 ? 'unknown' : common.length >= Math.min(enough, wanted.length) ? 'equal' : common.length > 0 ? 'partly' : 'not'
  return { fit, wanted, offered, common, fields: both(...field) }
}

function ages(wished: Wanting['ages'], age: number | null): Made {
  const off = wished && age !== null ? Math.max(wished.from - age, age - wished.to, 0) : null
  const fit: Fit = off === null ? 'unknown' : off === 0 ? 'equal' : off <= NEAR_YEARS ? 'partly' : 'not'
  return { fit, wanted: wished && [`${wished.from}–${wished.to}`], offered: age === null ? null : [`${age}`], common: [], fields: both('ages', 'age') }
}

function waiting(since: Day, today: Day): Part {
  const weeks = Math.max(0, Math.floor(diffDays(since, today) / 7))
  const share = Math.min(1, weeks / WAITED_WEEKS)
  return part('waiting', { fit: share === 1 ? 'equal' : share > 0 ? 'partly' : 'not', wanted: [`${weeks}`], offered: null, common: [], fields: [{ of: 'wanting', field: 'since' }] }, share)
}

/** The less somebody has, and the longer since they were asked, the sooner it is their turn: half and half. */
function load({ running, asked, capacity, lastAskedOn }: Helping, today: Day): Part {
  const free = capacity > 0 ? Math.max(0, capacity - running - asked) / capacity : 0
  const rested = lastAskedOn === null ? 1 : Math.min(1, Math.max(0, diffDays(lastAskedOn, today)) / RESTED_DAYS)
  const share = (free + rested) * HALF
  const fields = ['running', 'asked', 'capacity', 'lastAskedOn'].map((field): Field => ({ of: 'helping', field }))
  return part('load', { fit: share === 1 ? 'equal' : share > 0 ? 'partly' : 'not', wanted: null, offered: [`${running + asked}`, `${capacity}`], common: [], fields }, share)
}

/** How well the two fit, line by line. Of pairs that no hard rule forbids. A wish that was not made is no line. */
export function score(wanting: Wanting, helping: Helping, today: Day): Score {
  const lines = [
    part('languages', languages(wanting.languages, helping.languages)),
    part('times', overlap(['times', 'times'], wanting.times, helping.times, 2)),
    part('experience', overlap(['challenges', 'experience'], wanting.challenges, helping.experience, 2)),
    part('areas', overlap(['areas', 'areas'], wanting.areas, helping.areas, 1)),
    ...(wanting.ages ? [part('ages', ages(wanting.ages, helping.age))] : []),
    waiting(wanting.since, today),
    load(helping, today),
  ]
  return { total: Math.round(lines.reduce((sum, { points }) => sum + points, 0) * 10) / 10, parts: lines }
}

export type Reasons = { for: readonly Part[]; against: Part | null; unknown: readonly PartName[] }
const FOR_MOST = 3

/** Three for, one against, and what nobody knows: all of them lines of the comparison. How long somebody has waited speaks for every volunteer alike and is said last. */
export function reasons({ parts: lines }: Score): Reasons {
  const good = lines.filter(({ points }) => points > 0).toSorted((a, b) => Number(a.name === 'waiting') - Number(b.name === 'waiting') || b.points - a.points || parts.indexOf(a.name) - parts.indexOf(b.name))
  const bad = lines.filter(({ fit, name }) => fit === 'not' && name !== 'waiting').toSorted((a, b) => b.most - a.most)
  return { for: good.slice(0, FOR_MOST), against: bad[0] ?? null, unknown: lines.filter(({ fit }) => fit === 'unknown').map(({ name }) => name) }
}
