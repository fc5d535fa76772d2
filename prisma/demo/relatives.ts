import { addDays, addYears, type Day, diffDays, latestDay } from '@/lib/platform/day'
import type { RelationKind } from '../generated/enums'
import { replacementNumbers } from './cpr'
import { firstName, lastName, type Sex } from './names'
import type { DemoRelative, DemoVeteran } from './people'
import { placeIn } from './places'
import { type Random, randomFor } from './random'

export const RELATIVES = 420

const KINDS: ReadonlyArray<readonly [RelationKind, number]> = [
  ['SPOUSE', 34], ['PARTNER', 17], ['CHILD', 27], ['PARENT', 12], ['SIBLING', 6], ['OTHER_FAMILY', 1], ['FRIEND', 2], ['COLLEAGUE', 1],
]
const ONE_EACH: readonly RelationKind[] = ['SPOUSE', 'PARTNER']

/** People in their own right, each with the veteran they belong to. The vulnerable have more of them on file: they are asked about. */
export function makeRelatives(today: Day, veterans: readonly DemoVeteran[]): DemoRelative[] {
  const draw = randomFor('relatives')
  // The serial part must not meet a veteran's: both count from their own end.
  const cprOf = replacementNumbers()
  const taken = new Set(veterans.map((veteran) => veteran.cpr))
  const paired = new Set<string>()
  const here = veterans.filter((veteran) => !veteran.movedAwayOn)
  const relatives: DemoRelative[] = []
  while (relatives.length < RELATIVES) {
    const of = draw.pick(here)
    const kind = draw.weighted(KINDS)
    if (ONE_EACH.includes(kind) && paired.has(of.id)) continue
    const birth = birthOf(draw, kind, of, today)
    if (!birth) continue
    if (ONE_EACH.includes(kind)) paired.add(of.id)
    let cpr = draw.chance(0.6) ? cprOf(birth) : null
    while (cpr && taken.has(cpr)) cpr = cprOf(birth)
    relatives.push(makeRelative(draw, today, of, kind, birth, cpr))
  }
  return relatives
}

function makeRelative(draw: Random, today: Day, of: DemoVeteran, kind: RelationKind, birth: Day, cpr: string | null): DemoRelative {
  const sex: Sex = ONE_EACH.includes(kind) ? (of.sex === 'M' ? 'F' : 'M') : draw.pick(['M', 'F'])
  const sameName = kind === 'SPOUSE' ? 0.72 : kind === 'CHILD' ? 0.85 : kind === 'PARENT' || kind === 'SIBLING' ? 0.6 : 0.02
  const young = birth > addYears(today, -18)
  const together = ONE_EACH.includes(kind) || (kind === 'CHILD' && young)
  const known = diffDays(of.registeredOn, addDays(today, -2))
  const registeredOn = addDays(of.registeredOn, draw.between(0, Math.max(0, known)))
  const home = of.homes.at(-1)
  const here = together && home && !home.toDay ? [{ ...home }] : draw.chance(0.8) ? [{ ...placeIn(draw), fromDay: null, toDay: null }] : []
  return {
    id: draw.uuid(), sex, firstName: firstName(draw, sex, birth), lastName: draw.chance(sameName) ? of.lastName : lastName(draw), birth, cpr,
    language: 'da', largePrint: draw.chance(kind === 'PARENT' ? 0.1 : 0.005), interpreterNeeded: of.language === 'en' && draw.chance(0.3), signLanguage: false,
    communicationNote: null, digitalPost: young ? 'UNKNOWN' : draw.weighted([['YES', 80], ['EXEMPT', kind === 'PARENT' ? 40 : 8], ['UNKNOWN', 6]]),
    // Who lives under the same roof is found by the same address: protection holds for the household.
    protection: together && (of.protection === 'P1' || of.protection === 'P2') ? of.protection : 'P0',
    registeredOn, movedInOn: null, movedAwayOn: null, diedOn: null, source: draw.chance(0.7) ? 'staff' : 'import', homes: here,
    phones: !young && draw.chance(0.5) ? [{ value: `+45${draw.pick(['24', '25', '29', '31', '41', '50', '61'])}00${String(draw.int(10_000)).padStart(4, '0')}`, allowed: draw.chance(0.95), fromDay: registeredOn }] : [],
    emails: [], of, kind, since: kind === 'SPOUSE' ? latestDay(addYears(of.birth, 24), addDays(addYears(birth, 22), draw.between(0, 3000))) : null,
  }
}

/** Ages that fit the relation; null when nobody of that kind can be alive or of age. */
function birthOf(draw: Random, kind: RelationKind, of: DemoVeteran, today: Day): Day | null {
  const years = { SPOUSE: [-4, 7], PARTNER: [-4, 7], CHILD: [21, 38], PARENT: [-33, -21], SIBLING: [-8, 8], OTHER_FAMILY: [-20, 25], FRIEND: [-6, 6], COLLEAGUE: [-6, 6] }[kind]
  const birth = addDays(addYears(of.birth, draw.between(years[0]!, years[1]!)), draw.between(0, 364))
  if (birth > addYears(today, -7) || birth < addYears(today, -90)) return null
  return (kind === 'SPOUSE' || kind === 'PARTNER') && birth > addYears(today, -22) ? null : birth
}
