import type { Rater } from '@/lib/casework/progress/rules'
import { addDays, type Day, dayFromDb, dayToDb, diffDays, momentAt } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../generated/client'
import { PROGRESS_DIMENSIONS, PROGRESS_SCALES } from '../reference/progress-scales'
import { AIMS, WORDS } from './progress-stories'
import { type Random, randomFor } from './random'

/** As far back as the demo reaches. */
const DAYS = 700
export type One = { personId: string; openedOn: Day; openedBy: string; scale: string; nth: number }

/** How it went for those who have a case: mostly forwards, not all of them, with months nobody measured in and lines nobody rated. Some have never been measured. */
export async function loadProgress(db: PrismaClient, today: Day): Promise<void> {
  const cases = await db.caseFile.findMany({ select: { personId: true, openedOn: true, openedBy: true, kind: true }, orderBy: { personId: 'asc' } })
  const usual = new Map((await db.caseMove.findMany({ select: { personId: true, version: { select: { scaleCode: true } } } })).map(({ personId, version }) => [personId, version.scaleCode]))
  const rows: Rows = { aims: [], measurements: [], values: [] }
  const random = randomFor('progress')
  for (const [nth, { personId, openedOn, openedBy, kind }] of cases.entries()) {
    if (nth % 7 === 6 || cases.findIndex((one) => one.personId === personId) !== nth) continue
    const scale = usual.get(personId) ?? (kind === 'veteran' ? (nth % 6 === 5 ? 'compass' : 'challenge') : (['change', 'levels', 'change'][nth % 3] ?? 'change'))
    add(rows, random, { personId, openedOn: dayFromDb(openedOn), openedBy, scale, nth }, today)
  }
  await db.progressAim.createMany({ data: rows.aims })
  await db.progressMeasurement.createMany({ data: rows.measurements })
  await db.progressValue.createMany({ data: rows.values })
}

export type Rows = { aims: Prisma.ProgressAimCreateManyInput[]; measurements: Prisma.ProgressMeasurementCreateManyInput[]; values: Prisma.ProgressValueCreateManyInput[] }
type Line = { dimension: string; aim: string | null; from: number; to: number }

/** `measured`: the days somebody sat down to it; without them some are made up. */
export function add(rows: Rows, random: Random, one: One, today: Day, measured?: readonly Day[]): void {
  const scale = PROGRESS_SCALES.find(({ code }) => code === one.scale)
  if (!scale) return
  const since = addDays(today, -Math.min(DAYS, Math.max(20, diffDays(one.openedOn, today))))
  const lines = linesOf(rows, random, one, since)
  const days = measured ?? measuredDays(random, since, today)
  const usual: Rater = one.scale === 'challenge' ? 'together' : one.scale === 'compass' ? 'citizen' : one.scale === 'levels' ? 'caseworker' : 'mentor'
  for (const [at, on] of days.entries()) {
    const id = random.uuid()
    const by = at > 0 && random.chance(0.12) ? (usual === 'citizen' ? 'caseworker' : 'citizen') : usual
    const share = days.length === 1 ? 0 : at / (days.length - 1)
    const recorded = { recordedBy: one.openedBy, recordedAt: momentAt(on, random.between(9, 15), random.between(0, 59)) }
    rows.measurements.push({ id, personId: one.personId, scaleCode: one.scale, measuredOn: dayToDb(on), ratedBy: by, ...recorded })
    for (const line of lines) rows.values.push({ measurementId: id, personId: one.personId, dimensionCode: line.dimension, aimId: line.aim, ...rating(random, scale, line, share) })
  }
  // Typed at the wrong citizen, and seen the same afternoon.
  if (one.nth % 11 === 3 && days[0]) rows.measurements.push({ id: random.uuid(), personId: one.personId, scaleCode: one.scale, measuredOn: dayToDb(addDays(days[0], 9)), ratedBy: usual, recordedBy: one.openedBy, recordedAt: momentAt(addDays(days[0], 9), 11, 4), takenBackAt: momentAt(addDays(days[0], 9), 13, 31), takenBackBy: one.openedBy, takenBackWhy: 'wrong-person' })
}

/** The dimensions of the scale and one or two lines of the citizen’s own, each with where it came from and where it went. */
function linesOf(rows: Rows, random: Random, { personId, openedBy, scale: code, nth }: One, since: Day): Line[] {
  const scale = PROGRESS_SCALES.find((one) => one.code === code)
  if (!scale) return []
  const [worst, best] = scale.better === 'lower' ? [scale.highest, scale.lowest] : [scale.lowest, scale.highest]
  const span = best - worst
  const course = (): [number, number] => {
    const from = scale.start ?? Math.round(worst + span * (0.1 + 0.25 * random.next()))
    const way = random.weighted([[0.65, 4], [0.4, 4], [0.15, 2], [0, 2], [-0.15, 1]] as const)
    return [from, from + span * (scale.start === undefined ? way : way * 0.7)]
  }
  const dimensions = PROGRESS_DIMENSIONS.filter(({ scaleCode }) => scaleCode === code).map(({ code: dimension }): Line => { const [from, to] = course(); return { dimension, aim: null, from, to } })
  const own = (AIMS[code] ?? []).filter((_, at, all) => at === nth % all.length || (nth % 3 === 0 && at === (nth + 2) % all.length)).map(([dimension, text]): Line => {
    const [from, to] = course()
    const id = random.uuid()
    rows.aims.push({ id, personId, dimensionCode: dimension, text, addedBy: openedBy, addedAt: momentAt(since, 9, 5) })
    return { dimension, aim: id, from, to }
  })
  return [...dimensions, ...own]
}

/** Every six to eleven weeks, with a summer or an illness in between where nobody met. */
function measuredDays(random: Random, since: Day, today: Day): Day[] {
  const days: Day[] = []
  for (let on = addDays(since, random.between(2, 9)); on <= today; on = addDays(on, random.between(42, 77) + (random.chance(0.15) ? 70 : 0))) days.push(on)
  return days
}

/** On the way from where it began to where it went, and never straight; now and then nobody rated it. */
function rating(random: Random, { lowest, highest, better }: { lowest: number; highest: number; better: string }, { from, to }: Line, share: number): { rating: number | null; words: string | null } {
  if (random.chance(0.08)) return { rating: null, words: null }
  const wobble = random.weighted([[0, 5], [1, 2], [-1, 2]] as const)
  const value = Math.min(highest, Math.max(lowest, Math.round(from + (to - from) * share) + wobble))
  const right = better === 'lower' ? value <= from : value >= from
  return { rating: value, words: random.chance(0.12) ? random.pick(right ? WORDS.better : WORDS.worse) : null }
}
