import { type ClosingDay } from '@/lib/deadlines/holidays'
import { isWorkingDay } from '@/lib/deadlines/working-days'
import { type Day, dayOf, ZONE } from '@/lib/platform/day'

/** How near the work must lie, in days to either side: the look-up before a talk, and the one after it. */
export const NEAR_DAYS = 7
/** Points from which somebody looks at it. One sign alone is not enough: everybody reads ahead now and then. */
export const LINE = 5
/** The officer's list is short, or it is not read. */
export const MOST = 100
/** A user who opened two hundred files is one matter: the ten that say most, with the number in the reason. */
export const MOST_OF_ONE = 10
const MANY_WITHIN = 60 * 60_000
const MANY = 8
const ALIKE = 3

/** own: the user did something about the person · others: somebody else did, or a letter went to everybody · none: nothing at all is known. */
export type Work = 'own' | 'others' | 'none'

/** Everything one user opened of one person on one Danish day, and what is known around it. */
export type Lookups = {
  day: Day; userId: string; aboutId: string; moments: Date[]
  /** How many of them have a written reason. */
  purposes: number
  work: Work; protected: boolean
  /** Folded last names; a name that many in the register share says little. */
  surname: string; userSurname: string; commonName: boolean
  /** Street and postcode, folded; null where unknown. `neighbour`: the user's own record says the same street. */
  street: string | null; neighbour: boolean
}

export const REASONS = ['none', 'others', 'name', 'common-name', 'street', 'alike', 'many', 'protected', 'hours', 'purpose'] as const
export type ReasonCode = (typeof REASONS)[number]
export type Reason = { code: ReasonCode; count?: number }

/** What each sign weighs. `others` and `none` exclude each other, and so do the two names. */
export const WEIGHTS: Record<ReasonCode, number> = { none: 3, others: 2, name: 3, 'common-name': 1, street: 3, alike: 2, many: 2, protected: 2, hours: 2, purpose: -2 }

export type Scored = Lookups & { points: number; reasons: Reason[] }

/** Every look-up of some days with its points: a sum of plain signs, so that whoever reads the list can say why it is there. */
export function scoreAll(all: readonly Lookups[], closingDays: readonly ClosingDay[]): Scored[] {
  const alike = familiesOpened(all)
  const many = crowds(all)
  return all.map((one) => {
    const reasons = reasonsOf(one, { alike: alike.get(one), many: many.get(one), odd: one.moments.filter((at) => isOddHour(at, closingDays)).length })
    return { ...one, reasons, points: reasons.reduce((sum, { code }) => sum + WEIGHTS[code], 0) }
  })
}

type Around = { alike: number | undefined; many: number | undefined; odd: number }

function reasonsOf(one: Lookups, { alike, many, odd }: Around): Reason[] {
  const reasons: Reason[] = []
  if (one.work !== 'own') reasons.push({ code: one.work })
  if (one.surname !== '' && one.surname === one.userSurname) reasons.push({ code: one.commonName ? 'common-name' : 'name' })
  if (one.neighbour) reasons.push({ code: 'street' })
  if (alike !== undefined) reasons.push({ code: 'alike', count: alike })
  if (many !== undefined) reasons.push({ code: 'many', count: many })
  // Work of one's own explains why a protected person was opened, and late.
  if (one.work !== 'own' && one.protected) reasons.push({ code: 'protected' })
  if (one.work !== 'own' && odd > 0) reasons.push({ code: 'hours', count: odd })
  if (one.purposes === one.moments.length) reasons.push({ code: 'purpose' })
  return reasons
}

/** What goes to the officer: over the line, highest first, no more of one user and day than says what it is about. */
export function shortList<T extends Pick<Scored, 'points' | 'userId' | 'day'>>(scored: readonly T[]): T[] {
  const taken = new Map<string, number>()
  return [...scored].filter((one) => one.points >= LINE).sort((a, b) => b.points - a.points).filter((one) => {
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

/** Three or more people of one rare name or one street, opened by one user without work: a family, a staircase. */
function familiesOpened(all: readonly Lookups[]): Map<Lookups, number> {
  const groups = new Map<string, Lookups[]>()
  for (const one of unexplained(all))
    for (const key of [one.surname !== '' && !one.commonName ? `name ${one.surname}` : null, one.street === null ? null : `street ${one.street}`])
      if (key) groups.set(`${one.userId} ${key}`, [...(groups.get(`${one.userId} ${key}`) ?? []), one])
  const found = new Map<Lookups, number>()
  for (const group of groups.values()) {
    const people = new Set(group.map((one) => one.aboutId)).size
    if (people >= ALIKE) for (const one of group) found.set(one, Math.max(people, found.get(one) ?? 0))
  }
  return found
}

/** Many different people without work within an hour: the most that any hour around the look-up holds. */
function crowds(all: readonly Lookups[]): Map<Lookups, number> {
  const byUser = Map.groupBy(unexplained(all), (one) => one.userId)
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

function unexplained(all: readonly Lookups[]): Lookups[] {
  return all.filter((one) => one.work === 'none')
}

export const OUTCOMES = ['EXPLAINED', 'FOLLOW_UP'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const SHOWN = ['open', 'follow-up', 'closed'] as const
export type Shown = (typeof SHOWN)[number]

/** Which part of the list the address asks for; anything else is what waits. */
export function readShown(value: string | string[] | undefined): Shown {
  return SHOWN.find((one) => one === value) ?? 'open'
}
