import { addDays, addYears, type Day, latestDay } from '@/lib/platform/day'
import type { Protection } from '../generated/enums'
import { COMPETENCES, RESOURCES, WISHES } from './competences'
import { replacementNumbers } from './cpr'
import { type DemoDeployment, firstDeployment, laterDeployment } from './deployments'
import { firstName, lastName, mailName, nameFromAbroad } from './names'
import type { DemoContact, DemoHome, DemoVeteran } from './people'
import { placeElsewhere, placeIn } from './places'
import { type Random, randomFor } from './random'

/** Veterans living in the municipality today, by the Defence's estimate in the veteran strategy. */
export const VETERANS = 560
/** Who was on the list in the last two years and is not any more. */
export const GONE = 27

const random = () => randomFor('veterans')

/**
 * Three ways onto the list: the coordinator's own (two years ago), the Defence's list (half a year later), and one by one since. `gone` is
 * decided by the history; here everybody lives.
 */
export function makeVeterans(today: Day): DemoVeteran[] {
  const draw = random()
  const cprOf = replacementNumbers()
  const protections = protectionsFor(draw)
  return Array.from({ length: VETERANS + GONE }, (_, index) => makeVeteran(draw, today, index, cprOf, protections[index] ?? 'P0'))
}

/** When the coordinator began: the first letters went out in the autumn two years ago. */
export function beginning(today: Day): Day {
  return addDays(addYears(today, -2), -14)
}

function makeVeteran(draw: Random, today: Day, index: number, cprOf: (birth: Day) => string, protection: Protection): DemoVeteran {
  const { deployment, birth } = firstDeployment(draw, today)
  const sex = draw.chance(deployment.service === 'HEALTH' ? 0.5 : 0.08) ? 'F' : 'M'
  const abroad = draw.chance(0.018) ? nameFromAbroad(draw, sex) : null
  const deployments = moreDeployments(draw, deployment, birth, today)
  const registeredOn = latestDay(registration(draw, index, today), addDays(deployments.at(-1)!.toDay, 14))
  const given = abroad?.[0] ?? firstName(draw, sex, birth)
  const family = abroad?.[1] ?? lastName(draw)
  const movedInOn = index >= LATER_FROM && draw.chance(0.5) ? addDays(registeredOn, -draw.between(3, 25)) : null
  const old = birth < addYears(today, -68)
  // Who is brought along by a colleague mostly needs more than a letter.
  const vulnerable = draw.chance(index < LATER_FROM ? 0.066 : 0.3)
  return {
    id: draw.uuid(), sex, firstName: given, lastName: family, birth, cpr: draw.chance(0.97) ? cprOf(birth) : null,
    language: abroad && draw.chance(0.8) ? 'en' : 'da', largePrint: draw.chance(old ? 0.16 : 0.012), interpreterNeeded: false, signLanguage: index === 77,
    communicationNote: vulnerable && draw.chance(0.4) ? draw.pick(NOTES) : null,
    digitalPost: draw.weighted([['YES', 78], ['EXEMPT', old ? 60 : 14], ['UNKNOWN', 2]]),
    protection, registeredOn, movedInOn, movedAwayOn: null, diedOn: null, source: index < LATER_FROM ? 'import' : 'staff',
    homes: homesOf(draw, registeredOn, movedInOn), phones: phonesOf(draw, registeredOn), emails: emailsOf(draw, given, family, index, registeredOn),
    registerKey: `VR-${String(20_000 + index * 7 + draw.int(7))}`, vulnerable,
    resources: draw.chance(0.34) ? draw.pick(RESOURCES) : null, wishes: draw.chance(vulnerable ? 0.5 : 0.24) ? draw.pick(WISHES) : null,
    deployments, competences: draw.shuffled(COMPETENCES[deployment.service]).slice(0, draw.weighted([[0, 4], [1, 4], [2, 2]])).map(([military, civil]) => ({ military, civil })),
  }
}

const NOTES = [
  'Ring helst om formiddagen. Svarer ikke på skjult nummer.',
  'Skriv kort. Lange breve bliver lagt til side.',
  'Vil helst tale på en gåtur. Undgå lokaler med mange mennesker.',
  'Partneren må gerne tage telefonen og give besked.',
]

/** The coordinator's own list, then the Defence's; everybody after that came one by one. */
export const OWN_LIST = 106
export const LATER_FROM = 512
/** Came within the last month: their first letter has not been sent yet. */
const NEWCOMERS = 12

function registration(draw: Random, index: number, today: Day): Day {
  const start = beginning(today)
  if (index < OWN_LIST) return start
  if (index < LATER_FROM) return addDays(start, 178)
  const newest = VETERANS + GONE - NEWCOMERS
  if (index >= newest) return addDays(today, -draw.between(2, 27))
  return addDays(start, draw.between(200, 690))
}

function moreDeployments(draw: Random, first: DemoDeployment, birth: Day, today: Day): DemoDeployment[] {
  const list = [first]
  while (list.length < 4 && draw.chance(0.36)) {
    const next = laterDeployment(draw, list.at(-1)!, birth, today)
    if (!next) break
    list.push(next)
  }
  return list
}

function homesOf(draw: Random, registeredOn: Day, movedInOn: Day | null): DemoHome[] {
  const now = { ...placeIn(draw), fromDay: movedInOn, toDay: null, ...(draw.chance(0.02) ? { careOf: 'Nielsen' } : {}) }
  return movedInOn ? [{ ...placeElsewhere(draw), fromDay: null, toDay: movedInOn }, now] : [now]
}

function phonesOf(draw: Random, fromDay: Day): DemoContact[] {
  if (!draw.chance(0.86)) return []
  const number = () => `+45${draw.pick(['20', '21', '22', '23', '26', '27', '28', '30', '40', '42', '51', '60'])}00${String(draw.int(10_000)).padStart(4, '0')}`
  const one = { value: number(), allowed: draw.chance(0.93), fromDay }
  return draw.chance(0.08) ? [one, { value: `+458640${String(draw.int(10_000)).padStart(4, '0')}`, allowed: true, fromDay }] : [one]
}

function emailsOf(draw: Random, given: string, family: string, index: number, fromDay: Day): DemoContact[] {
  if (!draw.chance(0.68)) return []
  return [{ value: `${mailName(given)}.${mailName(family)}${index}@post.example`, allowed: draw.chance(0.9), fromDay }]
}

/** Eight with protected name and address, two with a secret one, three shielded. */
function protectionsFor(draw: Random): Protection[] {
  const order = draw.shuffled(Array.from({ length: OWN_LIST + 350 }, (_, index) => index))
  const levels: Protection[] = [...Array<Protection>(8).fill('P1'), 'P2', 'P2', 'P3', 'P3', 'P3']
  const list: Protection[] = []
  levels.forEach((level, place) => (list[order[place]!] = level))
  return list
}
