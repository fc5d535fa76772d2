import { type Day, dayFromDb } from '@/lib/platform/day'
import { add, type Rows } from '../progress'
import { randomFor } from '../random'
import type { Town } from './town'

const SCALE: Record<string, string> = { branchepakke: 'levels', mentorforloeb: 'challenge', gps: 'compass' }
/** So many of the talks between two measurements. */
const BETWEEN = 4

/** How it went for those it was measured for: at every fourth or fifth talk, as the method asks for it. Some have never been measured. */
export function progressRows({ cases, calendar }: Town, today: Day): Record<string, Record<string, unknown>[]> {
  const draw = randomFor('town progress')
  const rows: Rows = { aims: [], measurements: [], values: [] }
  const known = new Set<string>()
  for (const [nth, one] of cases.entries()) {
    const talks = one.course.entries.filter(({ outcome, channel }) => outcome === 'reached' && channel !== 'sms' && channel !== 'email')
    if (talks.length < 3 || known.has(one.citizen.id) || !draw.chance(0.45)) continue
    known.add(one.citizen.id)
    const first = draw.int(2)
    const measured = [...new Set(talks.filter((_, at) => at >= first && (at - first) % BETWEEN === 0).map(({ place }) => calendar.days[place]!))]
    add(rows, draw, { personId: one.citizen.id, openedOn: one.fate.openedOn, openedBy: one.worker.id, scale: SCALE[one.frame.method] ?? 'change', nth: nth * 11 }, today, measured)
  }
  const day = (on: unknown) => dayFromDb(on as Date)
  return {
    progress_aim: rows.aims.map((one) => ({ id: one.id, person_id: one.personId, dimension_code: one.dimensionCode, text: one.text, added_by: one.addedBy, added_at: one.addedAt })),
    progress_measurement: rows.measurements.map((one) => ({ id: one.id, person_id: one.personId, scale_code: one.scaleCode, measured_on: day(one.measuredOn), rated_by: one.ratedBy, recorded_by: one.recordedBy, recorded_at: one.recordedAt })),
    progress_value: rows.values.map((one) => ({ id: draw.uuid(), measurement_id: one.measurementId, person_id: one.personId, dimension_code: one.dimensionCode, aim_id: one.aimId, rating: one.rating, words: one.words })),
  }
}
