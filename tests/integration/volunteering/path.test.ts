import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day, dayToDb } from '@/lib/platform/day'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { tabs } from '@/lib/volunteering/list/rules'
import { listView } from '@/lib/volunteering/list/schema'
import { recordPaper } from '@/lib/volunteering/papers/actions'
import { takeStep } from '@/lib/volunteering/path/actions'
import { logTraining } from '@/lib/volunteering/training/actions'
import { addVolunteer, changeVolunteer } from '@/lib/volunteering/volunteers/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor
const now = today()
const stands = async (id: string) => (await openVolunteer(lead, id, now))!
const step = (volunteerId: string, number: number, kind: string, more: Record<string, string> = {}, on: Day = now) => as(lead, () => submit(takeStep, { volunteerId, number: String(number), step: kind, ...dayFields('on', on), ...more }))
const paper = (volunteerId: string, kind: string, number: number, state: string, more: Record<string, string> = {}, on: Day = now) => as(lead, () => submit(recordPaper, { volunteerId, kind, number: String(number), state, ...dayFields('on', on), ...more }))
const course = (volunteerId: string, kind = 'course', on: Day = now) => as(lead, () => submit(logTraining, { volunteerId, kind, title: 'Grundkursus', hours: '2,5', ...dayFields('on', on) }))

beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
})

describe('from interest to active', () => {
  it('goes by talk, papers and course, and not before all of them are there', async () => {
    const id = await volunteer({ roles: ['mentor'] })
    expect((await step(id, 1, 'invited', dayFields('until', addDays(now, 3)))).redirectedTo).toBe(`/volunteers/${id}`)
    expect((await stands(id)).standing.next).toMatchObject({ code: 'talk-held', due: addDays(now, 3) })
    await step(id, 2, 'talked', { words: 'Vil gerne' })
    expect((await stands(id)).standing).toMatchObject({ lacks: ['confidentiality', 'criminal-record', 'course'], next: { code: 'complete' } })
    expect((await step(id, 3, 'cleared')).state?.message).toContain('mangler')
    await paper(id, 'confidentiality', 0, 'approved')
    await paper(id, 'criminal-record', 0, 'asked')
    await paper(id, 'criminal-record', 1, 'approved')
    expect((await stands(id)).standing.lacks).toEqual(['course'])
    expect((await course(id, 'supervision')).redirectedTo).toBeDefined()
    expect((await step(id, 3, 'cleared')).state?.message).toContain('mangler')
    await course(id)
    await step(id, 3, 'cleared')
    await step(id, 4, 'active')
    const found = await stands(id)
    expect(found.standing).toMatchObject({ step: 'active', mayHelp: true, next: null })
    expect(found.trainings.map(({ kind, minutes }) => [kind, minutes])).toEqual([['course', 150], ['supervision', 150]])
    // By its kind: two years; a declaration has no end.
    expect(found.facts.papers.map(({ kind, state, expiresOn }) => [kind, state, expiresOn])).toEqual(expect.arrayContaining([['confidentiality', 'approved', null], ['criminal-record', 'approved', addMonths(now, 24)]]))
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.stepped', details: { path: ['volunteer'], equals: id } } })).toBe(4)
  })

  it('is refused out of order, on a day that is not, without a reason, and when somebody was first', async () => {
    const id = await volunteer()
    expect((await step(id, 1, 'active')).state?.fields).toHaveProperty('step')
    expect((await step(id, 1, 'talked', {}, addDays(now, 1))).state?.fields).toHaveProperty('on')
    expect((await step(id, 1, 'invited', dayFields('until', addDays(now, -1)))).state?.fields).toHaveProperty('until')
    expect((await step(id, 1, 'ended')).state?.fields).toHaveProperty('reason')
    const both = await Promise.all([step(id, 1, 'talked'), step(id, 1, 'ended', { reason: 'wish' })])
    expect(both.map(({ redirectedTo }) => redirectedTo !== null).sort()).toEqual([false, true])
    expect(await owner().volunteerStep.count({ where: { volunteerId: id } })).toBe(2)
    expect((await step(id, 1, 'ended', { reason: 'wish' })).state?.message).toContain('En anden')
    const [second] = await owner().volunteerStep.findMany({ where: { volunteerId: id, number: 2 } })
    await owner().volunteerStep.update({ where: { id: second!.id }, data: { step: 'talked', reason: null, onDay: dayToDb(now) } })
    expect((await step(id, 2, 'ended', { reason: 'wish' }, addDays(now, -5))).state?.fields).toHaveProperty('on')
  })

  it('a paper that is refused holds no more, and one written at the same time is written once', async () => {
    const id = await volunteer({ roles: [], step: 'active' })
    await paper(id, 'confidentiality', 0, 'approved')
    expect((await stands(id)).standing.mayHelp).toBe(true)
    const both = await Promise.all([paper(id, 'confidentiality', 1, 'refused'), paper(id, 'confidentiality', 1, 'refused')])
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect((await stands(id)).standing).toMatchObject({ mayHelp: false, lacks: ['confidentiality'] })
    expect((await paper(id, 'no-such', 0, 'asked')).state?.message).toBeDefined()
    // A form whose number nobody has written leaves none out.
    expect((await paper(id, 'confidentiality', 7, 'approved')).redirectedTo).toBeNull()
    expect((await paper(id, 'confidentiality', 2, 'approved', dayFields('expires', addDays(now, -1)))).state?.fields).toHaveProperty('expires')
  })

  it('pauses until a day and is back, ends with a reason and may come again', async () => {
    const id = await volunteer({ roles: [], step: 'active' })
    await paper(id, 'confidentiality', 0, 'approved')
    await step(id, 1, 'paused', dayFields('until', addDays(now, 30)))
    expect((await stands(id)).standing).toMatchObject({ step: 'paused', mayHelp: false, next: { code: 'return', due: addDays(now, 30) } })
    await step(id, 2, 'active')
    await step(id, 3, 'ended', { reason: 'moved' })
    expect((await stands(id)).standing).toMatchObject({ step: 'ended', next: null })
    await step(id, 4, 'interested')
    expect((await stands(id)).standing).toMatchObject({ step: 'interested', since: now })
  })
})

describe('the lists', () => {
  it('hold everybody they count, what is late first, and papers ahead as far as is asked', async () => {
    const late = await volunteer({ roles: ['host'], step: 'interested', on: addDays(now, -60) })
    const soon = await volunteer({ roles: [], step: 'active', papers: [['confidentiality', addDays(now, 20)]] })
    const later = await volunteer({ roles: [], step: 'active', papers: [['confidentiality', addDays(now, 90)]] })
    const list = (more: Record<string, string>) => listVolunteers(lead, listView.parse(more), now)
    const waiting = await list({ tab: 'waiting' })
    expect(waiting.rows[0]?.id).toBe(late)
    expect(waiting.rows[0]?.standing).toMatchObject({ waited: 60 })
    for (const tab of tabs) expect([tab, (await list({ tab })).total]).toEqual([tab, waiting.counts[tab]])
    const ahead = async (days: string) => (await list({ tab: 'papers', ahead: days })).rows.map(({ id }) => id)
    expect(await ahead('60')).toContain(soon)
    expect(await ahead('60')).not.toContain(later)
    expect(await ahead('90')).toEqual(expect.arrayContaining([soon, later]))
    expect((await list({ tab: 'waiting', role: 'host' })).rows.map(({ id }) => id)).toEqual([late])
    expect((await list({ tab: 'waiting', only: 'late' })).rows.map(({ id }) => id)).toContain(late)
    expect((await list({ tab: 'waiting', only: 'back' })).total).toBe(waiting.total)
  })
})

describe('what is known of a volunteer', () => {
  const form = { firstName: 'Ali', lastName: 'Noor', email: '', phone: '20 12 34 56', roles: 'mentor', languages: ['so', 'da'], 'level.so': 'native', capacity: '2', monthlyLimit: '1', experience: 'flight', language: 'da', skills: '', limits: 'Kun ude i byen' }
  it('is written by the lead, corrected by whoever has read the newest, and its languages are those of now', async () => {
    expect((await as(lead, () => submit(addVolunteer, form))).state?.fields).toHaveProperty('agreed')
    const to = (await as(lead, () => submit(addVolunteer, { ...form, agreed: 'on' }))).redirectedTo
    const id = to?.split('/').at(-1) ?? ''
    expect((await stands(id)).volunteer).toMatchObject({ firstName: 'Ali', source: 'staff', capacity: 2, monthlyLimit: 1, experience: ['flight'], limits: 'Kun ude i byen', languages: [{ language: 'da', level: 'good' }, { language: 'so', level: 'native' }] })
    const change = (version: string, more = {}) => as(lead, () => submit(changeVolunteer, { ...form, volunteerId: id, version, languages: 'so', 'level.so': 'good', ...more }))
    expect((await change('1', { roles: 'king' })).state?.fields).toHaveProperty('roles')
    expect((await change('1', { capacity: '21' })).state?.fields).toHaveProperty('capacity')
    expect((await change('1')).redirectedTo).toBe(`/volunteers/${id}`)
    expect((await change('1')).state?.message).toContain('En anden')
    expect((await stands(id)).volunteer.languages).toEqual([{ language: 'so', level: 'good' }])
    // Another of the same telephone number is told of.
    const twin = await volunteer({ phone: '+4520123456' })
    expect((await stands(twin)).twins.map(({ id: other }) => other)).toContain(id)
  })
})
