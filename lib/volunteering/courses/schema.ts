import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { trainingKinds } from '../training/rules'
import { courseTabs } from './rules'

const text = (missing: string) => z.string().trim().min(1, missing).max(120, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr')
const fields = {
  kind: z.enum(trainingKinds, 'volunteering.error.training'), title: text('volunteering.error.title'), ...dayParts('on'), starts: z.string().trim().regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'courses.error.starts').transform((typed) => typed.replace('.', ':')),
  hours: z.string().trim().regex(/^(|\d{1,2}([.,]\d{1,2})?)$/, 'volunteering.error.hours').default(''), place: text('courses.error.place'), seats: z.coerce.number('courses.error.seats').int('courses.error.seats').min(1, 'courses.error.seats').max(500, 'courses.error.seats'),
}
function read(input: z.output<z.ZodObject<typeof fields>>, context: z.RefinementCtx) {
  const { kind, title, starts, place, seats, hours } = input
  const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
  const minutes = hours === '' ? null : Math.round(Number(hours.replace(',', '.')) * 60)
  if (minutes === 0) context.addIssue({ code: 'custom', path: ['hours'], message: 'volunteering.error.hours' })
  return onDay ? { kind, title, starts, place, seats, minutes, onDay } : z.NEVER
}
export const newCourseInput = z.object(fields).transform(read)
export const changeCourseInput = z.object({ ...fields, courseId: z.uuid(), version: recordVersion }).transform((input, context) => ({ courseId: input.courseId, version: input.version, course: read(input, context) }))
export const courseRef = z.object({ courseId: z.uuid() })
export const seatInput = z.object({ courseId: z.uuid(), volunteerId: z.uuid('courses.error.volunteer') })
/** Everybody who took part; of the others who were signed up it is written that they did not come. */
export const attendanceInput = z.object({ courseId: z.uuid(), present: z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid()).max(500)) })
export const courseView = z.object({ tab: z.enum(courseTabs).catch('coming').default('coming') })
export type CourseView = z.output<typeof courseView>
