import { addDays, type Day } from '@/lib/platform/day'
import { addressKey, type IdentityFacts, scorePair } from '@/lib/people/duplicates/rules'
import type { PrismaClient } from '../generated/client'
import type { DemoPerson, DemoRelative, DemoVeteran } from './people'
import { randomFor } from './random'
import { LATER_FROM } from './veterans'

/** Veterans somebody registered once more, misheard or under a former name. */
const TWICE = 6
/** Relatives who turn out to be on the list as veterans themselves. */
const BOTH = 2

type Pair = readonly [DemoPerson, DemoPerson]

/** Turns a few records into second records of people already there. Changes them in place and returns the pairs. */
export function makeDuplicates(veterans: readonly DemoVeteran[], relatives: readonly DemoRelative[]): Pair[] {
  const draw = randomFor('duplicates')
  const here = (one: DemoPerson) => !one.diedOn && !one.movedAwayOn && one.protection === 'P0'
  const known = draw.shuffled(veterans.slice(0, LATER_FROM).filter((one) => here(one) && one.phones.length > 0 && one.homes.length === 1 && !one.homes[0]?.toDay))
  const second: DemoPerson[] = [
    ...veterans.slice(LATER_FROM).filter(here).slice(3, 3 + TWICE),
    ...relatives.filter((one) => here(one) && (one.kind === 'SIBLING' || one.kind === 'COLLEAGUE' || one.kind === 'FRIEND')).slice(0, BOTH),
  ]
  return second.map((copy, index) => {
    const original = known[index]!
    alike(original, copy, index)
    return [original, copy]
  })
}

/** Each pair is alike in another way, as they are in real registers. */
function alike(original: DemoVeteran, copy: DemoPerson, index: number): void {
  const spelt = [respell, same, shortened, same, respell, shortened, same, same][index]!
  Object.assign(copy, { firstName: original.firstName, lastName: spelt(original.lastName), sex: original.sex, cpr: null })
  copy.birth = index === 3 ? slip(original.birth) : original.birth
  if (index !== 2) copy.phones = original.phones.map((phone) => ({ ...phone, fromDay: copy.registeredOn }))
  if (index % 2 === 0 && original.homes[0]) copy.homes = [{ ...original.homes[0] }]
  if ('deployments' in copy) (copy as DemoVeteran).deployments = original.deployments.slice(0, 1)
}

const same = (name: string) => name
const shortened = (name: string) => name.split(' ').at(-1) ?? name
function respell(name: string): string {
  const other = name.replace('sen', 'son').replace('gaard', 'gård').replace('kj', 'k')
  return other === name ? `${name}e` : name.endsWith('sen') ? name.replace(/ie|ei/, 'i') : other
}

/** One digit of the day read wrong. */
function slip(birth: Day): Day {
  return addDays(birth, birth.endsWith('9') ? -1 : 1)
}

/** What the search for duplicates would have found by this morning. */
export async function loadDuplicates(db: PrismaClient, pairs: readonly Pair[]): Promise<void> {
  const rows = pairs.flatMap(([one, other]) => {
    const score = scorePair(identity(one), identity(other))
    const [leftId, rightId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
    return score ? [{ leftId, rightId, score: score.score, reasons: score.reasons }] : []
  })
  await db.duplicatePair.createMany({ data: rows })
}

function identity(one: DemoPerson): IdentityFacts {
  const home = one.homes.at(-1) ?? null
  return {
    given: one.firstName, family: one.lastName, cprHash: null, cprIsReplacement: true, birthDate: one.birth,
    phones: one.phones.map((phone) => phone.value), emails: one.emails.map((email) => email.value), addressKey: addressKey(home),
  }
}
