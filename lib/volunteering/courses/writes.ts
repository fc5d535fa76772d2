import 'server-only'
import { Refused } from '@/lib/access/refused'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { SeatState } from './rules'

export type LockedCourse = { id: string; kind: string; title: string; onDay: Day; minutes: number | null; seats: number; cancelledOn: Day | null; /** Seats that are taken, and those who took part, also by whom the reader may know nothing of. */ occupied: number; attended: number; /** Whom the reader may know of. */ taken: { volunteerId: string; state: SeatState }[] }
/** A course as it stands while whoever else takes a seat waits. Throws Refused where there is none. */
export async function lockCourse(tx: Tx, id: string): Promise<LockedCourse> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`SELECT c.id::text FROM volunteer_course c WHERE c.id = ${id}::uuid FOR UPDATE`
  if (!locked) throw new Refused('courses.error.gone')
  const { onDay, cancelledOn, taken, ...course } = await tx.volunteerCourse.findFirstOrThrow({ where: { id }, select: { id: true, kind: true, title: true, onDay: true, minutes: true, seats: true, cancelledOn: true, taken: { select: { volunteerId: true, state: true } } } })
  const [seats] = await tx.$queryRaw<[{ occupied: number; attended: number }]>`SELECT taken AS occupied, attended FROM access.course_seats(${id}::uuid)`
  return { ...course, ...seats, onDay: dayFromDb(onDay), cancelledOn: cancelledOn && dayFromDb(cancelledOn), taken: taken as LockedCourse['taken'] }
}

/** A seat for a volunteer, also one given up before. Throws Refused where there is none left, or they have one. `by`: who wrote it. */
export async function seatVolunteer(tx: Tx, by: string, courseId: string, volunteerId: string): Promise<void> {
  const course = await lockCourse(tx, courseId)
  if (course.cancelledOn) throw new Refused('courses.error.cancelled')
  const own = course.taken.find((seat) => seat.volunteerId === volunteerId)
  if (own && own.state !== 'gave-up') throw new Refused('courses.error.already', {}, 'volunteerId')
  if (course.occupied >= course.seats) throw new Refused('courses.error.full')
  if (own) await tx.volunteerSeat.updateMany({ where: { courseId, volunteerId, state: 'gave-up' }, data: { state: 'signed', recordedBy: by } })
  else await tx.volunteerSeat.createMany({ data: [{ courseId, volunteerId, state: 'signed', recordedBy: by }] })
}
