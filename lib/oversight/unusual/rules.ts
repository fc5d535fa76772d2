import { type ClosingDay } from '@/lib/deadlines/holidays'
import { isWorkingDay } from '@/lib/deadlines/working-days'
import { type Day, dayOf, diffDays, ZONE } from '@/lib/platform/day'

/** How near the work must lie, in days to either side: the look-up before a talk, and the one after it. */
export const NEAR_DAYS = 7
/** Points from which somebody looks at it. One sign alone is not enough: everybody reads ahead now and then. */
export const LINE = 5
/** The officer's list is short, or it is not read. */
export const MOST = 100
/** Two hundred files opened in an hour are one matter: the two that say most, with the number in the reason. */
export const MOST_OF_ONE = 2
const MANY_WITHIN = 60 * 60_000
const MANY = 8
const ALIKE = 3
const AGAIN = 3
/** Texts of a day that told the same person's protected address: two may be a misunderstanding that was repeated. After five the product answers no more. */
const GUESSES = 2
const WORN = 5

/**
 * Changes in the log that are work with somebody, by what they are about. Named one by one: a reason given, a glass broken or a draft begun is about looking, and what is not here yet explains nothing.
 * Responsibilities and attempts have tables of their own, where one sees whether they were taken back.
 */
export const WORK = ['address', 'attorney', 'case', 'companion', 'competence', 'consent', 'contact', 'deployment', 'event', 'group', 'hold', 'import', 'letter', 'meeting', 'outreach', 'person', 'plan', 'progress', 'protection', 'referral',
  'relation', 'reply', 'role', 'run', 'subject', 'talk', 'task', 'volunteer', 'wish'] as const

/** own: the user did something about the person · others: somebody else did, or a letter went to everybody · none: nothing at all is known. */
export type Work = 'own' | 'others' | 'none'

/** Everything one user opened of one person on one Danish day, and what is known around it. */
export type Lookups = {
  day: Day; userId: string; aboutId: string; moments: Date[]
  /** How many of them have a written reason. */
  purposes: number
  /** Texts that were refused because they told this person's protected address. */
  guesses: number
  work: Work; protected: boolean
  /** Folded last names; a name that many in the register share says little. */
  surname: string; userSurname: string; commonName: boolean
  /** Street and postcode, folded; null where unknown. `neighbour`: the user's own record says the same street. */
  street: string | null; neighbour: boolean
}

export const REASONS = ['none', 'others', 'name', 'common-name', 'street', 'alike', 'many', 'again', 'protected', 'hours', 'guess', 'worn', 'purpose'] as const
export type ReasonCode = (typeof REASONS)[number]
export type Reason = { code: ReasonCode; count?: number }

/** What each sign weighs. `others` and `none` exclude each other, and so do the two names, and `guess` and `worn`. */
export const WEIGHTS: Record<ReasonCode, number> = { none: 3, others: 2, name: 3, 'common-name': 1, street: 3, alike: 2, many: 3, again: 3, protected: 2, hours: 2, guess: 3, worn: LINE, purpose: -1 }

export type Scored = Lookups & { points: number; reasons: Reason[] }

/** Every look-up of some days with its points: a sum of plain signs, so that whoever reads the list can say why it is there. */
export function scoreAll(all: readonly Lookups[], closingDays: readonly ClosingDay[]): Scored[] {
  const alike = familiesOpened(all)
  const many = crowds(all)
  const again = returnings(all)
  return all.map((one) => {
    const reasons = reasonsOf(one, { alike: alike.get(one), many: many.get(one), again: again.get(one), odd: one.moments.filter((at) => isOddHour(at, closingDays)).length })
    return { ...one, reasons, points: reasons.reduce((sum, { code }) => sum + WEIGHTS[code], 0) }
  })
}

type Around = { alike: number | undefined; many: number | undefined; again: number | undefined; odd: number }

function reasonsOf(one: Lookups, { alike, many, again, odd }: Around): Reason[] {
  const reasons: Reason[] = []
  if (one.work !== 'own') reasons.push({ code: one.work })
  if (one.surname !== '' && one.surname === one.userSurname) reasons.push({ code: one.commonName ? 'common-name' : 'name' })
  if (one.neighbour) reasons.push({ code: 'street' })
  if (alike !== undefined) reasons.push({ code: 'alike', count: alike })
  if (many !== undefined) reasons.push({ code: 'many', count: many })
  if (again !== undefined) reasons.push({ code: 'again', count: again })
  // Work of one's own explains why a protected person was opened, and late.
  if (one.work !== 'own' && one.protected) reasons.push({ code: 'protected' })
  if (one.work !== 'own' && odd > 0) reasons.push({ code: 'hours', count: odd })
  // Also in one's own case: work explains opening somebody, and not trying addresses.
  if (one.guesses >= GUESSES) reasons.push({ code: one.guesses >= WORN ? 'worn' : 'guess', count: one.guesses })
  if (one.purposes === one.moments.length) reasons.push({ code: 'purpose' })
  return reasons
}

/** Whether it is on the list only for what was opened beside it: a crowd, a family. */
function isOneOfMany({ points, reasons }: Pick<Scored, 'points' | 'reasons'>): boolean {
  return points - reasons.filter(({ code }) => code === 'many' || code === 'alike').reduce((sum, { code }) => sum + WEIGHTS[code], 0) < LINE
}

/** What goes to the officer: over the line, highest first; of a crowd or a family no more than says what it is about. */
export function shortList<T extends Pick<Scored, 'points' | 'reasons' | 'userId' | 'day'>>(scored: readonly T[]): T[] {
  const taken = new Map<string, number>()
  return [...scored].filter((one) => one.points >= LINE).sort((a, b) => b.points - a.points).filter((one) => {
    if (!isOneOfMany(one)) return true
    const key = `${one.userId} ${one.day}`
    taken.set(key, (taken.get(key) ?? 0) + 1)
    return (taken.get(key) ?? 0) <= MOST_OF_ONE
  }).slice(0, MOST)
}

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' })

/** Before six, from eight in the evening, and the days the town hall is closed; Danish time. */
export function isOddHour(at: Date, closingDays: readonly ClosingDay[]): boolean {
  const hour = Number(hours.format(at))
  return hour < 6 || hour >= 20 || !isWorkingDay(dayOf(at), closingDays)
}

/** Three or more people of one rare name or one street, opened by one user without work of their own: a family, a staircase. */
function familiesOpened(all: readonly Lookups[]): Map<Lookups, number> {
  const keyed = notOwn(all).flatMap((one) => [
    ...(one.surname !== '' && !one.commonName ? [{ one, key: `${one.userId} name ${one.surname}` }] : []),
    ...(one.street === null ? [] : [{ one, key: `${one.userId} street ${one.street}` }]),
  ])
  const found = new Map<Lookups, number>()
  for (const group of Map.groupBy(keyed, ({ key }) => key).values()) {
    const people = new Set(group.map(({ one }) => one.aboutId)).size
    if (people >= ALIKE) for (const { one } of group) found.set(one, Math.max(people, found.get(one) ?? 0))
  }
  return found
}

/** Many different people without work within an hour: the most that any hour around the look-up holds. */
function crowds(all: readonly Lookups[]): Map<Lookups, number> {
  const byUser = Map.groupBy(all.filter((one) => one.work === 'none'), (one) => one.userId)
  const found = new Map<Lookups, number>()
  for (const mine of byUser.values()) {
    const opened = mine.flatMap((one) => one.moments.map((at) => ({ one, at: at.getTime() }))).sort((a, b) => a.at - b.at)
    for (let [from, to] = [0, 0]; to < opened.length; to++) {
      while (opened[to]!.at - opened[from]!.at >= MANY_WITHIN) from++
      const people = new Set(opened.slice(from, to + 1).map(({ one }) => one.aboutId)).size
      if (people >= MANY) for (const { one } of opened.slice(from, to + 1)) found.set(one, Math.max(people, found.get(one) ?? 0))
    }
  }
  return found
}

/** One person, opened without work of one's own on the third day of a week or more. The days before it have their own rows. */
function returnings(all: readonly Lookups[]): Map<Lookups, number> {
  const found = new Map<Lookups, number>()
  for (const group of Map.groupBy(notOwn(all), (one) => `${one.userId} ${one.aboutId}`).values())
    for (const one of group) {
      const days = group.filter(({ day }) => day <= one.day && diffDays(day, one.day) <= NEAR_DAYS).length
      if (days >= AGAIN) found.set(one, days)
    }
  return found
}

function notOwn(all: readonly Lookups[]): Lookups[] {
  return all.filter((one) => one.work !== 'own')
}

export const OUTCOMES = ['EXPLAINED', 'FOLLOW_UP'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const SHOWN = ['open', 'follow-up', 'closed'] as const
export type Shown = (typeof SHOWN)[number]

/** Which part of the list the address asks for; anything else is what waits. */
export function readShown(value: string | string[] | undefined): Shown {
  return SHOWN.find((one) => one === value) ?? 'open'
}
