import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { TrainingKind } from '../training/rules'
import type { CourseTab, SeatState } from './rules'

export type Course = { id: string; kind: TrainingKind; title: string; onDay: Day; starts: string; minutes: number | null; place: string; seats: number; cancelledOn: Day | null; version: number }
/** `taken` and `attended`: seats, also of those the reader may know nothing of. */
export type ListedCourse = Course & { taken: number; attended: number }
type Raw<T extends Course> = Omit<T, 'onDay' | 'cancelledOn'> & { onDay: string; cancelledOn: string | null }
const columns = Prisma.sql`c.id::text, c.kind, c.title, c.on_day::text AS "onDay", c.starts, c.minutes, c.place, c.seats, c.cancelled_on::text AS "cancelledOn", c.version`
const read = <T extends Course>(row: Raw<T>): T => ({ ...row, onDay: toDay(row.onDay), cancelledOn: row.cancelledOn === null ? null : toDay(row.cancelledOn) }) as unknown as T

/** Those that come, the next first; or the last hundred that were, the newest first. And how many come. Two statements. */
export function listCourses(actor: Actor, tab: CourseTab, today: Day): Promise<{ rows: ListedCourse[]; coming: number }> {
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const which = tab === 'coming' ? Prisma.sql`c.on_day >= ${today}::date ORDER BY c.on_day, c.starts` : Prisma.sql`c.on_day < ${today}::date ORDER BY c.on_day DESC, c.starts DESC`
    const rows = await tx.$queryRaw<Raw<ListedCourse>[]>`SELECT ${columns}, n.taken, n.attended FROM volunteer_course c CROSS JOIN LATERAL access.course_seats(c.id) n WHERE ${which} LIMIT 100`
    const [count] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM volunteer_course c WHERE c.on_day >= ${today}::date`
    shown({ action: 'volunteer.courses-listed', details: { tab, shown: rows.length } })
    return { rows: rows.map((row) => read<ListedCourse>(row)), coming: count?.n ?? 0 }
  })
}

export type Seat = { volunteerId: string; number: number; name: string; state: SeatState }
export type OpenCourse = { course: ListedCourse; /** Of those the reader may know of. */ seats: Seat[]; /** Who could be signed up: everybody who has not ended and has no seat. */ others: { id: string; name: string; number: number }[] }
/** A course with who signed up. Null where there is none for the reader. One statement. */
export function openCourse(actor: Actor, id: string): Promise<OpenCourse | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const [row] = await tx.$queryRaw<(Raw<ListedCourse> & { seated: Seat[]; others: OpenCourse['others'] })[]>`SELECT ${columns}, n.taken, n.attended,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('volunteerId', v.id, 'number', v.number, 'name', v.first_name || ' ' || v.last_name, 'state', s.state) ORDER BY v.first_name, v.last_name, v.number), '[]') FROM volunteer_seat s JOIN volunteer v ON v.id = s.volunteer_id WHERE s.course_id = c.id) AS seated,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'name', v.first_name || ' ' || v.last_name) ORDER BY v.first_name, v.last_name, v.number), '[]') FROM volunteer v
          WHERE NOT EXISTS (SELECT 1 FROM volunteer_seat s WHERE s.course_id = c.id AND s.volunteer_id = v.id AND s.state <> 'gave-up') AND (SELECT p.step FROM volunteer_step p WHERE p.volunteer_id = v.id ORDER BY p.number DESC LIMIT 1) <> 'ended') AS others
      FROM volunteer_course c CROSS JOIN LATERAL access.course_seats(c.id) n WHERE c.id = ${id}::uuid`
    if (!row) return null
    const { seated, others, ...course } = row
    shown({ kind: 'VIEW', action: 'volunteer.course-viewed', details: { course: id, shown: seated.length } })
    return { course: read<ListedCourse>(course), seats: seated, others }
  })
}
