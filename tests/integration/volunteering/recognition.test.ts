import { beforeAll, describe, expect, it } from 'vitest'
import { GET as exported } from '@/app/(staff)/volunteers/celebrations/export/route'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addYears, type Day, dayToDb, partsOf } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { addCourse, cancelCourse, changeCourse, giveUpSeat, recordAttendance, takeSeat } from '@/lib/volunteering/courses/actions'
import { listCourses, openCourse } from '@/lib/volunteering/courses/queries'
import { celebrateVolunteer, thankVolunteer } from '@/lib/volunteering/recognition/actions'
import { celebrationsOf } from '@/lib/volunteering/recognition/queries'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor
const now = today()
const { year } = partsOf(now)
beforeAll(async () => {
  lead = await staff('VOLUNTEER_LEAD')
})
const active = (on: Day) => volunteer({ step: 'active', on })
const course = async (more: Record<string, string> = {}, on: Day = addDays(now, 7)) => (await as(lead, () => submit(addCourse, { kind: 'course', title: 'Grundkursus', ...dayFields('on', on), starts: '17.00', hours: '2,5', place: 'Frivillighuset', seats: '2', ...more }))).redirectedTo?.split('/').at(-1) ?? ''
const seat = (courseId: string, volunteerId: string) => as(lead, () => submit(takeSeat, { courseId, volunteerId }))
const came = (courseId: string, ...present: string[]) => as(lead, () => submit(recordAttendance, { courseId, present }))
const states = async (courseId: string) => (await openCourse(lead, courseId))?.seats.map(({ volunteerId, state }) => [volunteerId, state])
const asked = (actor: Actor, sql: string) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$executeRawUnsafe(sql))

describe('thanks and anniversaries', () => {
  it('a thank-you stays on the volunteer’s page, and takes them off the list of those who wait for one', async () => {
    const v = await active(addDays(now, -30))
    const waits = async () => (await celebrationsOf(lead, year, now)).unthanked.map(({ id }) => id).includes(v)
    expect(await waits()).toBe(true)
    for (const [more, field] of [[{ fromWhom: '' }, 'fromWhom'], [{ forWhat: '' }, 'forWhat'], [dayFields('on', addDays(now, 1)), 'on']] as const) expect((await as(lead, () => submit(thankVolunteer, { volunteerId: v, fromWhom: 'Borgmesteren', forWhat: 'For hjælpen', ...dayFields('on', now), ...more }))).state?.fields).toHaveProperty(field)
    await as(lead, () => submit(thankVolunteer, { volunteerId: v, fromWhom: 'Borgmesteren', forWhat: 'For hjælpen', ...dayFields('on', now) }))
    expect((await openVolunteer(lead, v, now))?.thanks).toMatchObject([{ years: null, onDay: now, fromWhom: 'Borgmesteren', words: 'For hjælpen' }])
    expect(await waits()).toBe(false)
  })

  it('an anniversary is found by itself, and celebrated once', async () => {
    const v = await active(addYears(now, -5))
    const mine = async () => (await celebrationsOf(lead, year, now)).rows.filter(({ id }) => id === v)
    expect(await mine()).toMatchObject([{ years: 5, day: now, celebrated: null, open: true }])
    expect((await celebrationsOf(lead, year + 5, now)).rows.find(({ id }) => id === v)).toMatchObject({ years: 10, open: false })
    const both = await Promise.all([1, 2].map(() => as(lead, () => submit(celebrateVolunteer, { volunteerId: v, years: '5' }))))
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect(await mine()).toMatchObject([{ celebrated: now, open: false }])
    // The list of its own year, also where it was last year's.
    const before = await active(addYears(now, -6))
    expect((await as(lead, () => submit(celebrateVolunteer, { volunteerId: before, years: '5' }))).redirectedTo).toBe(`/volunteers/celebrations?year=${year - 1}`)
    for (const years of ['4', '10']) expect((await as(lead, () => submit(celebrateVolunteer, { volunteerId: v, years }))).state?.message).toContain('ikke nået')
    // Who has ended stands there no more, unless they were celebrated.
    const gone = await active(addYears(now, -3))
    for (const one of [v, gone]) await owner().volunteerStep.create({ data: { volunteerId: one, number: 2, step: 'ended', reason: 'wish', onDay: dayToDb(now) } })
    expect((await celebrationsOf(lead, year, now)).rows.map(({ id }) => id)).toEqual(expect.arrayContaining([v]))
    expect((await celebrationsOf(lead, year, now)).rows.map(({ id }) => id)).not.toContain(gone)
  })

  it('the list of a year leaves as a file for who has proved who they are, and it is logged', async () => {
    const file = (actor: Actor) => as(actor, () => exported(new Request(`http://x/volunteers/celebrations/export?year=${year}`)))
    await expect(file(await staff('MANAGER'))).rejects.toThrow()
    const proved = await staff('VOLUNTEER_LEAD')
    const text = await (await file(proved)).text()
    expect(text).toContain('Dag;Navn;Frivillig nr.;År;Fejret')
    expect(text).toContain(`${now};Test Frivillig;`)
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.celebrations-exported', kind: 'DISCLOSURE', actorUserId: proved.userId } })).toBe(1)
  })
})

describe('a course', () => {
  it('has as many as there are seats, also when two take the last at once; a seat given up is free again', async () => {
    const [id, ...people] = [await course(), await active(now), await active(now), await active(now)]
    const [one = '', two = '', three = ''] = people
    expect((await seat(id, one)).redirectedTo).toBe(`/volunteers/courses/${id}`)
    expect((await seat(id, one)).state?.fields).toHaveProperty('volunteerId')
    const both = await Promise.all([seat(id, two), seat(id, three)])
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect((await openCourse(lead, id))?.seats).toHaveLength(2)
    await as(lead, () => submit(giveUpSeat, { courseId: id, volunteerId: one }))
    expect((await as(lead, () => submit(giveUpSeat, { courseId: id, volunteerId: one }))).redirectedTo).toBeNull()
    expect((await seat(id, one)).redirectedTo).toBeDefined()
    expect((await listCourses(lead, 'coming', now)).rows.find((row) => row.id === id)).toMatchObject({ taken: 2, seats: 2, starts: '17:00', minutes: 150 })
    // The database counts by itself.
    const late = await active(now)
    await expect(asked(lead, `INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) VALUES ('${id}', '${late}', 'signed', '${lead.userId}')`)).rejects.toThrow(/full/)
  })

  it('that was held stands in the log of who took part, once; a wrong absence is put right', async () => {
    const [id, one, two] = [await course({ seats: '3' }), await active(now), await active(now)]
    await seat(id, one)
    await seat(id, two)
    expect((await came(id, one)).state?.message).toContain('ikke holdt')
    await owner().volunteerCourse.update({ where: { id }, data: { onDay: dayToDb(now) } })
    await came(id, one)
    expect(await states(id)).toEqual(expect.arrayContaining([[one, 'attended'], [two, 'absent']]))
    await came(id, one, two)
    expect((await came(id, await active(now))).redirectedTo).toBeNull()
    expect(await states(id)).toEqual(expect.arrayContaining([[one, 'attended'], [two, 'attended']]))
    for (const v of [one, two]) expect((await openVolunteer(lead, v, now))?.trainings).toMatchObject([{ kind: 'course', title: 'Grundkursus', onDay: now, minutes: 150 }])
    expect((await as(lead, () => submit(cancelCourse, { courseId: id }))).state?.message).toContain('holdt')
    expect((await as(lead, () => submit(changeCourse, { courseId: id, version: '1', kind: 'course', title: 'Andet', ...dayFields('on', now), starts: '17:00', hours: '2', place: 'Rådhuset', seats: '5' }))).state?.message).toContain('kan ikke rettes')
    await expect(asked(lead, `UPDATE volunteer_seat SET state = 'signed', recorded_by = '${lead.userId}' WHERE course_id = '${id}'`)).rejects.toThrow(/taken part/)
  })

  it('is changed by one at a time, never to fewer seats than are taken, and takes nobody when it is cancelled', async () => {
    const [id, v] = [await course(), await active(now)]
    await seat(id, v)
    await seat(id, await active(now))
    const change = (more: Record<string, string>) => as(lead, () => submit(changeCourse, { courseId: id, version: '1', kind: 'course', title: 'Andet', ...dayFields('on', addDays(now, 9)), starts: '18:00', hours: '', place: 'Rådhuset', seats: '4', ...more }))
    for (const [more, field] of [[{ seats: '1' }, 'seats'], [{ seats: '0' }, 'seats'], [{ starts: '25:00' }, 'starts'], [{ place: '' }, 'place'], [{ hours: '0' }, 'hours']] as const) expect((await change(more)).state?.fields, JSON.stringify(more)).toHaveProperty(field)
    expect((await change({})).redirectedTo).toBeDefined()
    expect((await change({})).state?.message).toContain('imens')
    expect((await openCourse(lead, id))?.course).toMatchObject({ title: 'Andet', seats: 4, minutes: null, version: 2 })
    await as(lead, () => submit(cancelCourse, { courseId: id }))
    expect((await seat(id, await active(now))).state?.message).toContain('aflyst')
    expect((await change({ version: '2' })).redirectedTo).toBeNull()
    await expect(asked(lead, `INSERT INTO volunteer_seat (course_id, volunteer_id, state, recorded_by) VALUES ('${id}', '${await active(now)}', 'signed', '${lead.userId}')`)).rejects.toThrow(/cancelled/)
  })

  it('counts also those of whom the reader may know nothing: they have a seat, and took part', async () => {
    const [id, seen, unseen, kin] = [await course({ seats: '3' }), await active(now), await active(now), (await veteran()).id]
    await seat(id, seen)
    await seat(id, unseen)
    await owner().volunteerTie.create({ data: { volunteerId: unseen, personId: kin, tiedBy: lead.userId } })
    const close = await staff('VOLUNTEER_LEAD', { personId: kin })
    const change = (actor: Actor, seats: string, title = 'Grundkursus') => as(actor, () => submit(changeCourse, { courseId: id, version: '1', kind: 'course', title, ...dayFields('on', addDays(now, 7)), starts: '17:00', hours: '2,5', place: 'Frivillighuset', seats }))
    expect(await openCourse(close, id)).toMatchObject({ course: { taken: 2, attended: 0, seats: 3 }, seats: [{ volunteerId: seen }] })
    expect((await listCourses(close, 'coming', now)).rows.find((row) => row.id === id)).toMatchObject({ taken: 2 })
    expect((await change(close, '1')).state?.fields?.seats?.[0]).toContain('2 pladser er taget')
    await expect(asked(close, `UPDATE volunteer_course SET seats = 1 WHERE id = '${id}'`)).rejects.toThrow(/More seats are taken/)
    expect((await change(close, '2')).redirectedTo).toBeDefined()
    const third = await active(now)
    expect((await as(close, () => submit(takeSeat, { courseId: id, volunteerId: third }))).state?.message).toContain('Alle pladser')
    await owner().volunteerCourse.update({ where: { id }, data: { onDay: dayToDb(now), version: 1 } })
    await came(id, unseen)
    expect((await openCourse(close, id))?.course).toMatchObject({ taken: 2, attended: 1 })
    expect((await change(close, '2', 'Andet')).state?.message).toContain('kan ikke rettes')
    expect((await as(close, () => submit(cancelCourse, { courseId: id }))).state?.message).toContain('holdt')
    await expect(asked(close, `UPDATE volunteer_course SET title = 'Andet' WHERE id = '${id}'`)).rejects.toThrow(/was held/)
  })

  it('has its seats counted by one function alone', async () => {
    const counting = await owner().$queryRaw<{ name: string }[]>`SELECT p.proname::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' AND p.prosrc ~ 'count\\([^)]*\\)[^;]{0,40}FROM volunteer_seat' ORDER BY 1`
    expect(counting.map(({ name }) => name)).toEqual(['course_seats', 'seats_taken'])
  })
})

describe('who reads and writes it', () => {
  it('is who leads volunteers, in their own name, and nothing is taken away', async () => {
    const [v, id] = [await active(now), await course()]
    await seat(id, v)
    await as(lead, () => submit(thankVolunteer, { volunteerId: v, fromWhom: 'Mig', forWhat: 'Alt', ...dayFields('on', now) }))
    for (const role of roles) {
      const me = await staff(role)
      const [row] = await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe<{ some: boolean; all: boolean; free: boolean }[]>(`SELECT EXISTS (SELECT 1 FROM volunteer_thanks) OR EXISTS (SELECT 1 FROM volunteer_seat) OR EXISTS (SELECT 1 FROM volunteer_course) AS some, EXISTS (SELECT 1 FROM volunteer_thanks) AND EXISTS (SELECT 1 FROM volunteer_seat) AND EXISTS (SELECT 1 FROM volunteer_course) AS all, EXISTS (SELECT 1 FROM access.course_seats('${id}')) AS free`))
      expect(row, role).toEqual(role === 'VOLUNTEER_LEAD' ? { some: true, all: true, free: true } : { some: false, all: false, free: false })
      if (role === 'VOLUNTEER_LEAD') continue
      for (const sql of [`INSERT INTO volunteer_thanks (volunteer_id, on_day, from_whom, words, recorded_by) VALUES ('${v}', current_date, 'x', 'x', '${me.userId}')`, `INSERT INTO volunteer_course (kind, title, on_day, starts, place, seats, created_by) VALUES ('course', 'x', current_date, '10:00', 'x', 1, '${me.userId}')`]) await expect(asked(me, sql), `${role} ${sql}`).rejects.toThrow(/row-level security/)
      expect(await asked(me, `UPDATE volunteer_course SET place = 'x'`)).toBe(0)
      expect(await asked(me, `UPDATE volunteer_seat SET state = 'gave-up', recorded_by = '${me.userId}'`)).toBe(0)
    }
    const another = (await staff('VOLUNTEER_LEAD')).userId
    for (const sql of [`INSERT INTO volunteer_thanks (volunteer_id, on_day, from_whom, words, recorded_by) VALUES ('${v}', current_date, 'x', 'x', '${another}')`, `UPDATE volunteer_seat SET state = 'gave-up', recorded_by = '${another}'`]) await expect(asked(lead, sql), sql).rejects.toThrow(/row-level security/)
    for (const sql of ["UPDATE volunteer_thanks SET words = 'x'", 'DELETE FROM volunteer_thanks', 'DELETE FROM volunteer_seat', 'DELETE FROM volunteer_course']) await expect(asked(lead, sql), sql).rejects.toThrow(/permission denied/)
  })

  it('reads nothing of somebody they may know nothing of', async () => {
    const [v, id, kin] = [await active(addYears(now, -1)), await course({ seats: '1' }), await veteran()]
    await seat(id, v)
    await owner().volunteerTie.create({ data: { volunteerId: v, personId: kin.id, tiedBy: lead.userId } })
    const close = await staff('VOLUNTEER_LEAD', { personId: kin.id })
    expect((await openCourse(close, id))?.seats).toEqual([])
    expect((await celebrationsOf(close, year, now)).rows.map((row) => row.id)).not.toContain(v)
    expect((await as(close, () => submit(celebrateVolunteer, { volunteerId: v, years: '1' }))).redirectedTo).toBeNull()
    // And is told that the course is full, not more.
    const other = await active(now)
    expect((await as(close, () => submit(takeSeat, { courseId: id, volunteerId: other }))).state?.message).toContain('Alle pladser')
  })
})
