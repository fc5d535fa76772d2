import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, addYears, type Day, dayToDb } from '@/lib/platform/day'
import { anniversary, spansOf } from '@/lib/volunteering/recognition/rules'
import type { Prisma, PrismaClient } from '../../generated/client'
import { writtenAt } from '../moments'
import { randomFor } from '../random'

const FROM = ['Mette Åkjær', 'Borgmesteren', 'Udvalgsformanden', 'Veterankoordinatoren'] as const
const FOR = ['For tre års trofaste besøg, også i snevejr.', 'For at tage imod de nye frivillige på første kursusaften.', 'For at blive ved, da det var svært.', 'For at stå i boden hele flagdagen.', 'For ro og humor som bisidder.'] as const
/** Days from today, kind, title, place, seats, and how many of them are taken. */
const COURSES = [[9, 'course', 'Grundkursus for frivillige', 'Frivillighuset, sal 1', 12, 8], [23, 'supervision', 'Gruppesupervision', 'Frivillighuset, sal 2', 6, 6], [40, 'meeting', 'Erfaringsmøde med spisning', 'Frivillighuset, sal 1', 40, 14], [-12, 'course', 'Kursus for bisiddere', 'Rådhuset, mødelokale 3', 10, 9], [-54, 'meeting', 'Netværksaften for mentorer', 'Frivillighuset, sal 1', 30, 11]] as const

/** Thank-yous of the last two years, the anniversaries that were celebrated, and courses that come and that were. */
export async function loadRecognition(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const active = await db.volunteer.findMany({ where: { steps: { some: { step: 'active' }, none: { step: { in: ['ended', 'paused'] } } } }, select: { id: true, steps: { select: { step: true, onDay: true }, orderBy: { number: 'asc' } } }, orderBy: { number: 'asc' } })
  const thanks: Prisma.VolunteerThanksCreateManyInput[] = []
  const thank = (volunteerId: string, on: Day, fromWhom: string, more: { years?: number; words?: string }) => thanks.push({ volunteerId, onDay: dayToDb(on), fromWhom, ...more, recordedBy: lead, recordedAt: writtenAt(on, 16, 0) })
  for (const [nth, { id, steps }] of active.entries()) {
    const draw = randomFor(`thanks ${nth}`)
    const spans = spansOf(steps.map(({ step, onDay }) => ({ step: step as 'active', onDay: onDay.toISOString().slice(0, 10) as Day })))
    const since = spans[0]?.from ?? today
    for (const years of [1, 3]) {
      const day = anniversary(spans, years)
      // Not those of this month: they are to be found.
      if (day && addDays(day, 32) < today && draw.chance(0.8)) thank(id, addDays(day, 6), 'Mette Åkjær', { years })
    }
    const on = addDays(today, -draw.between(20, 700))
    if (draw.chance(0.35) && on > since) thank(id, on, draw.pick(FROM), { words: draw.pick(FOR) })
  }
  await db.volunteerThanks.createMany({ data: thanks })
  await loadCourses(db, today, lead, active.map(({ id }) => id))
}

async function loadCourses(db: PrismaClient, today: Day, lead: string, people: readonly string[]): Promise<void> {
  const [courses, seats, trainings]: [Prisma.VolunteerCourseCreateManyInput[], Prisma.VolunteerSeatCreateManyInput[], Prisma.VolunteerTrainingCreateManyInput[]] = [[], [], []]
  for (const [nth, [days, kind, title, place, room, many]] of COURSES.entries()) {
    const draw = randomFor(`volunteer course ${nth}`)
    let held = addDays(today, days)
    while (!isWorkingDay(held, [])) held = addDays(held, days > 0 ? 1 : -1)
    const [id, onDay] = [draw.uuid(), dayToDb(held)]
    courses.push({ id, kind, title, onDay, starts: '17:00', minutes: kind === 'supervision' ? 90 : 180, place, seats: room, createdBy: lead, createdAt: writtenAt(addDays(today, Math.min(days, 0) - 40), 10, 0) })
    for (const [at, volunteerId] of draw.shuffled(people).slice(0, many).entries()) {
      const state = days > 0 ? 'signed' : at === 0 ? 'absent' : 'attended'
      seats.push({ courseId: id, volunteerId, state, recordedBy: lead, recordedAt: writtenAt(addDays(today, Math.min(days, 0) - 5), 11, at) })
      if (state === 'attended') trainings.push({ volunteerId, kind, title, onDay, minutes: 180, recordedBy: lead, recordedAt: writtenAt(held, 20, 0) })
    }
  }
  await db.volunteerCourse.createMany({ data: courses })
  await db.volunteerSeat.createMany({ data: seats })
  await db.volunteerTraining.createMany({ data: trainings })
}

/** The first of those who help who have been with us for whole years this month: one today, one at the end of it. */
export const sinceOf = (nth: number, today: Day, lastDay: Day): Day | undefined => (nth === 7 ? addYears(today, -3) : nth === 8 ? addYears(lastDay, -1) : undefined)
