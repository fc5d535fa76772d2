import { addDays, addYears, type Day } from '@/lib/platform/day'
import type { Protection } from '../../generated/enums'
import type { replacementNumbers } from '../cpr'
import { type Random, randomFor } from '../random'
import { type Calendar, calendarFor } from './calendar'
import { type Citizen, makeCitizen } from './citizens'
import { type Facts, factsOf } from './facts'
import { type Fate, fateOf } from './fate'
import { type Course, courseOf } from './log'
import { makeWorkers, type Worker } from './staff'
import { FRAMES } from './words/frames'
import { type Frame, type Trade, wayOf } from './words/strand'
import { TRADES } from './words/trades'

export type TownCase = { id: string; citizen: Citizen; worker: Worker; former: Worker | null; frame: Frame; trade: Trade; about: string; fate: Fate; facts: Facts; course: Course }
export type Town = { workers: Worker[]; citizens: Citizen[]; cases: TownCase[]; calendar: Calendar }

/** So many of them have two cases, in two units. */
const TWICE = 0.03
/** Trades the packages of the jobcentre are made for, and those the young ask for. */
const OF_METHOD: Record<string, readonly string[]> = { branchepakke: ['lager', 'bageri', 'koekken', 'hotel', 'pleje', 'planter'], arbejdsfaellesskab: ['toemrer', 'vaerksted', 'koekken', 'lager', 'pedel', 'planter'], koordinatorgruppe: ['hotel', 'bageri', 'pleje', 'koekken', 'boern', 'kontor'] }
const WEEKS_AHEAD = 14

/**
 * A whole municipality’s casework beside the veterans: `many` cases of the other caseworkers, each with a citizen, a life, and the log of it. The same for the same day. `regular`: the
 * demo's own caseworker, who gets some of them, so that a caseload is of a size one can look through.
 */
export function makeTown(today: Day, many: number, cprOf: ReturnType<typeof replacementNumbers>, regular: Worker): Town {
  const draw = randomFor('town')
  const calendar = calendarFor(addDays(addYears(today, -2), -5), today, addDays(today, WEEKS_AHEAD * 7))
  const workers = makeWorkers()
  const protections = protectionsFor(draw, many)
  const citizens: Citizen[] = []
  const cases: TownCase[] = []
  for (let nth = 0; nth < many; nth++) {
    const frame = draw.weighted(FRAMES.map((one) => [one, one.weight] as const))
    const fate = fateOf(draw, calendar, frame)
    const worker = nth < OWN ? regular : workerFor(draw, workers, frame, protections[nth]!)
    const before = draw.chance(TWICE) && nth > OWN ? citizens.at(-1 - draw.int(40)) : undefined
    const abroad = frame.kind === 'integration' || (frame.method === 'koordinatorgruppe' && draw.chance(0.55))
    const citizen = before?.protection === 'P0' ? before : makeCitizen(draw, today, { abroad, young: frame.method === 'arbejdsfaellesskab', openedOn: fate.openedOn, protection: protections[nth]!, cprOf, nth })
    if (citizen !== before) citizens.push(citizen)
    cases.push(caseOf(draw, calendar, { citizen, worker, frame, fate, former: fate.takenOverOn ? draw.pick(workers.filter((one) => one.unit === worker.unit && one !== worker)) : null }))
  }
  return { workers, citizens, cases, calendar }
}

/** Of the demo's own caseworker. */
const OWN = 26

function caseOf(draw: Random, calendar: Calendar, { citizen, worker, frame, fate, former }: Pick<TownCase, 'citizen' | 'worker' | 'frame' | 'fate' | 'former'>): TownCase {
  const fit = OF_METHOD[frame.method]
  const trade = draw.pick(TRADES.filter(({ key }) => !fit || fit.includes(key)))
  const facts = factsOf(draw, citizen, trade)
  return { id: draw.uuid(), citizen, worker, former, frame, trade, fate, facts, about: draw.pick(draw.chance(0.55) ? trade.about : frame.about), course: courseOf(draw, calendar, { frame, way: wayOf(frame, trade), fate, facts, voice: worker.voice, firstName: citizen.firstName.split(' ')[0]! }) }
}

/** Mostly somebody who works with the method; what is protected only with somebody who is let in to it. */
function workerFor(draw: Random, workers: readonly Worker[], frame: Frame, protection: Protection): Worker {
  const family = frame.kind === 'other'
  const fit = workers.filter((one) => (family ? one.unit === 'familie' : one.unit !== 'familie') && (protection === 'P0' || one.cleared))
  return draw.weighted(fit.map((one) => [one, one.weight * (family ? 1 : one.main === frame.method ? 9 : one.main === 'branchepakke' || frame.method === 'branchepakke' ? 0.15 : 1)] as const))
}

/** One in eighty has a protected name and address; a few a secret one; three are shielded. */
function protectionsFor(draw: Random, many: number): Protection[] {
  const levels: Protection[] = Array.from({ length: many }, (_, nth) => (nth < OWN ? 'P0' : draw.chance(0.0125) ? 'P1' : draw.chance(0.0012) ? 'P2' : 'P0'))
  for (let left = 3; left > 0;) {
    const at = draw.int(many)
    if (at >= OWN && levels[at] === 'P0') { levels[at] = 'P3'; left-- }
  }
  return levels
}
