'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { mayRecord } from './rules'
import { attendanceInput, changeCourseInput, courseRef, newCourseInput, seatInput } from './schema'
import { lockCourse, seatVolunteer } from './writes'

async function done(key: 'added' | 'changed' | 'cancelled' | 'signed' | 'gaveUp' | 'attended', courseId: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('courses.flash'))(key))
  return { redirectTo: `/volunteers/courses/${courseId}` }
}

export const addCourse = staffAction({
  name: 'addCourse',
  may: 'volunteer.manage',
  schema: newCourseInput,
  async run({ actor, tx, audit }, { onDay, ...course }) {
    const id = crypto.randomUUID()
    await tx.volunteerCourse.createMany({ data: [{ ...course, id, onDay: dayToDb(onDay), createdBy: actor.userId }] })
    await audit({ action: 'volunteer.course-added', details: { course: id } })
    return done('added', id)
  },
})

export const changeCourse = staffAction({
  name: 'changeCourse',
  may: 'volunteer.manage',
  schema: changeCourseInput,
  async run({ tx, audit }, { courseId, version, course: { onDay, ...course } }) {
    const was = await lockCourse(tx, courseId)
    // What somebody took part in stands in their log as it was held.
    if (was.attended > 0) throw new Refused('courses.error.heldChange')
    if (was.occupied > course.seats) throw new Refused('courses.error.fewer', { count: was.occupied }, 'seats')
    const { count } = await tx.volunteerCourse.updateMany({ where: { id: courseId, version, cancelledOn: null }, data: { ...course, onDay: dayToDb(onDay), version: version + 1 } })
    if (count !== 1) throw new Refused('courses.error.meanwhile')
    await audit({ action: 'volunteer.course-changed', details: { course: courseId } })
    return done('changed', courseId)
  },
})

/** It is not held. Whoever was signed up is told by the lead: nothing is sent. */
export const cancelCourse = staffAction({
  name: 'cancelCourse',
  may: 'volunteer.manage',
  schema: courseRef,
  async run({ tx, today, audit }, { courseId }) {
    const course = await lockCourse(tx, courseId)
    if (course.cancelledOn) throw new Refused('courses.error.meanwhile')
    if (course.attended > 0) throw new Refused('courses.error.held')
    await tx.volunteerCourse.updateMany({ where: { id: courseId }, data: { cancelledOn: dayToDb(today) } })
    await audit({ action: 'volunteer.course-cancelled', details: { course: courseId } })
    return done('cancelled', courseId)
  },
})

export const takeSeat = staffAction({
  name: 'takeSeat',
  may: 'volunteer.manage',
  schema: seatInput,
  async run({ actor, tx, audit }, { courseId, volunteerId }) {
    if (!(await tx.volunteer.findFirst({ where: { id: volunteerId }, select: { id: true } }))) throw new Refused('volunteering.error.gone')
    await seatVolunteer(tx, actor.userId, courseId, volunteerId)
    await audit({ action: 'volunteer.course-signed', details: { volunteer: volunteerId, course: courseId } })
    return done('signed', courseId)
  },
})

export const giveUpSeat = staffAction({
  name: 'giveUpSeat',
  may: 'volunteer.manage',
  schema: seatInput,
  async run({ actor, tx, audit }, { courseId, volunteerId }) {
    const { count } = await tx.volunteerSeat.updateMany({ where: { courseId, volunteerId, state: 'signed' }, data: { state: 'gave-up', recordedBy: actor.userId } })
    if (count !== 1) throw new Refused('courses.error.meanwhile')
    await audit({ action: 'volunteer.course-given-up', details: { volunteer: volunteerId, course: courseId } })
    return done('gaveUp', courseId)
  },
})

/** Who took part has it in their log of courses, once; of the others it is written that they did not come, until they are said to have. */
export const recordAttendance = staffAction({
  name: 'recordAttendance',
  may: 'volunteer.manage',
  schema: attendanceInput,
  async run({ actor, tx, today, audit }, { courseId, present }) {
    const course = await lockCourse(tx, courseId)
    if (!mayRecord(course, today)) throw new Refused('courses.error.notYet')
    const open = course.taken.filter(({ state }) => state === 'signed' || state === 'absent').map(({ volunteerId }) => volunteerId)
    if (present.some((id) => !open.includes(id) && !course.taken.some((seat) => seat.volunteerId === id && seat.state === 'attended'))) throw new Refused('courses.error.meanwhile')
    const came = open.filter((id) => present.includes(id))
    const at = { courseId, state: { in: ['signed', 'absent'] } }
    await tx.volunteerSeat.updateMany({ where: { ...at, volunteerId: { in: came } }, data: { state: 'attended', recordedBy: actor.userId } })
    await tx.volunteerSeat.updateMany({ where: { ...at, volunteerId: { in: open.filter((id) => !came.includes(id)) } }, data: { state: 'absent', recordedBy: actor.userId } })
    await tx.volunteerTraining.createMany({ data: came.map((volunteerId) => ({ volunteerId, kind: course.kind, title: course.title, minutes: course.minutes, onDay: dayToDb(course.onDay), recordedBy: actor.userId })) })
    await audit({ action: 'volunteer.course-held', details: { course: courseId, present: came.length } })
    return done('attended', courseId)
  },
})
