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

export type Pair = readonly [DemoPerson, DemoPerson]

/** Turns a few records into second records of veterans already there, before anything happens to them. Changes them in place. */
export function makeTwice(veterans: readonly DemoVeteran[]): Pair[] {
  const second = veterans.slice(LATER_FROM).filter((one) => one.protection === 'P0').slice(3, 3 + TWICE)
  return second.map((copy, index) => alike(originals(veterans)[index]!, copy, index))
}

export function makeBoth(veterans: readonly DemoVeteran[], relatives: readonly DemoRelative[]): Pair[] {
  const kinds = ['SIBLING', 'COLLEAGUE', 'FRIEND']
  const second = relatives.filter((one) => one.protection === 'P0' && kinds.includes(one.kind)).slice(0, BOTH)
  const here = originals(veterans).slice(TWICE).filter((one) => !one.diedOn && !one.movedAwayOn && !one.homes.at(-1)?.toDay)
  return second.map((copy, index) => alike(here[index]!, copy, TWICE + index))
}

function originals(veterans: readonly DemoVeteran[]): DemoVeteran[] {
  return randomFor('duplicates').shuffled(veterans.slice(0, LATER_FROM)).filter((one) => one.protection === 'P0' && one.phones.length > 0 && one.homes.length > 0)
}

/** Each pair is alike in another way, as they are in real registers. */
function alike(original: DemoVeteran, copy: DemoPerson, index: number): Pair {
  const spelt = [respell, same, shortened, same, respell, shortened, same, same][index]!
  Object.assign(copy, { firstName: original.firstName, lastName: spelt(original.lastName), sex: original.sex, cpr: null })
  copy.birth = index === 3 ? slip(original.birth) : original.birth
  if (index !== 2) copy.phones = original.phones.map((phone) => ({ ...phone, fromDay: copy.registeredOn }))
  const home = original.homes.at(-1)
  if (index % 2 === 0 && home) copy.homes = [{ ...home }]
  if ('deployments' in copy) (copy as DemoVeteran).deployments = original.deployments.slice(0, 1)
  return [original, copy]
}

const same = (name: string) => name
const shortened = (name: string) => name.split(' ').at(-1) ?? name
const SPELLINGS = [['Christ', 'Krist'], ['Krist', 'Christ'], ['gaard', 'gård'], ['gård', 'gaard'], ['Th', 'T'], ['ie', 'i'], ['sper', 'sber'], ['Kjær', 'Kær'], ['ks', 'x'], ['ss', 's'], ['rs', 'rss']] as const

/** As somebody heard it on the telephone. */
function respell(name: string): string {
  const [heard, written] = SPELLINGS.find(([from]) => name.includes(from)) ?? [name, `${name}e`]
  return name.replace(heard, written)
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
