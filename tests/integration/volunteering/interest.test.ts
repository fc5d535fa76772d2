import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { sayInterest } from '@/lib/volunteering/interest/actions'
import { interestPage } from '@/lib/volunteering/interest/interest-page'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { listView } from '@/lib/volunteering/list/schema'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

let lead: Actor
beforeAll(async () => {
  await loadReference(owner())
  await owner().localArea.createMany({ data: [{ code: 'midtby', nameDa: 'Midtbyen', nameEn: 'Centre', postcodes: ['8900'] }, { code: 'old', nameDa: 'Før', nameEn: 'Before', postcodes: [], retiredOn: new Date('2026-01-01') }] })
  lead = await staff('VOLUNTEER_LEAD')
})

const form = (more: Record<string, string | string[]> = {}) => ({ firstName: 'Signe', lastName: 'Østergård', email: 'Signe@Eksempel.invalid', phone: '20 12 34 56', birthYear: '1991', postcode: '8900', roles: ['mentor', 'companion'], areas: 'midtby', times: ['1-evening', '3-morning'], languages: ['da', 'ar'], 'level.da': 'native', 'level.ar': 'some', skills: 'Jeg har god tid', agreed: 'on', submission: randomUUID(), ...more })
const send = (more: Record<string, string | string[]> = {}) => as(null, () => submit(sayInterest, form(more)))
const made = (submission: string) => owner().volunteer.findUnique({ where: { submissionId: submission }, include: { languages: { orderBy: { language: 'asc' } }, steps: true } })

describe('whoever wants to help', () => {
  it('is a volunteer on the lead’s list the moment the form is sent, with a day for the talk', async () => {
    const submission = randomUUID()
    expect((await send({ submission })).redirectedTo).toBe('/frivillig/tak')
    const one = await made(submission)
    expect(one).toMatchObject({ firstName: 'Signe', email: 'signe@eksempel.invalid', phone: '+4520123456', birthYear: 1991, postcode: '8900', roles: ['mentor', 'companion'], areas: ['midtby'], times: ['1-evening', '3-morning'], capacity: 1, source: 'form', createdBy: null, experience: [] })
    expect(one?.languages.map(({ language, level }) => [language, level])).toEqual([['ar', 'some'], ['da', 'native']])
    expect(one?.steps).toMatchObject([{ number: 1, step: 'interested', recordedBy: null }])
    const found = (await listVolunteers(lead, listView.parse({}), today())).rows.find(({ id }) => id === one?.id)
    expect(found?.standing).toMatchObject({ step: 'interested', since: today(), waited: 0, next: { code: 'talk' } })
    expect(found?.standing.next?.explanation.length).toBeGreaterThan(0)
    expect((await openVolunteer(lead, one?.id ?? '', today()))?.volunteer.skills).toBe('Jeg har god tid')
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.interested', details: { path: ['volunteer'], equals: one?.id } } })).toBe(1)
  })

  it('is asked to wait where many together have sent more in a day than anybody reads', async () => {
    await send({ submission: randomUUID() })
    expect(await owner().$executeRaw`UPDATE access.rate_limit SET points = 1000 WHERE key LIKE 'volunteer-interest-all:%'`).toBe(1)
    const submission = randomUUID()
    expect(await send({ submission })).toMatchObject({ redirectedTo: null, state: { message: expect.stringContaining('mange') } })
    expect(await made(submission)).toBeNull()
    await owner().$executeRaw`DELETE FROM access.rate_limit`
  })

  it('is one volunteer, also when the form is sent twice or five times at once', async () => {
    const submission = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send({ submission })))
    expect(answers.map(({ redirectedTo }) => redirectedTo)).toEqual(Array(5).fill('/frivillig/tak'))
    expect(await owner().volunteer.count({ where: { submissionId: submission } })).toBe(1)
    expect(await owner().volunteerStep.count({ where: { volunteer: { submissionId: submission } } })).toBe(1)
  })

  it('with a protected address leaves no postcode behind', async () => {
    const submission = randomUUID()
    await send({ submission, addressProtected: 'on' })
    expect(await made(submission)).toMatchObject({ addressProtected: true, postcode: null })
  })

  it('chooses among what there is: retired areas and made-up roles are left out', async () => {
    const submission = randomUUID()
    await send({ submission, roles: ['mentor', 'king'], areas: ['old', 'midtby'] })
    expect(await made(submission)).toMatchObject({ roles: ['mentor'], areas: ['midtby'] })
    expect((await interestPage()).areas.map(({ code }) => code)).toEqual(['midtby'])
  })

  it.each([
    ['no name', { firstName: ' ' }, 'firstName'], ['no way to answer', { email: '', phone: '' }, 'email'], ['a wrong number', { phone: '12' }, 'phone'], ['a wrong address', { email: 'signe' }, 'email'],
    ['no yes to being kept', { agreed: '' }, 'agreed'], ['a year of birth of two digits', { birthYear: '91' }, 'birthYear'], ['a CPR number', { skills: 'Mit nummer er 010190-1234' }, 'skills'], ['a time there is not', { times: '8-night' }, 'times.0'], ['too many words', { skills: 'x'.repeat(2001) }, 'skills'],
  ] as const)('is asked again with %s, and nothing is kept', async (_what, wrong, field) => {
    const submission = randomUUID()
    const { state } = await send({ submission, ...wrong })
    expect(Object.keys(state?.fields ?? {})).toEqual([field])
    expect(state?.values.lastName).toBe('Østergård')
    expect(await made(submission)).toBeNull()
  })
})

it('the public role reads no volunteer, and its function tells nothing of those there are', async () => {
  for (const table of ['volunteer', 'volunteer_language', 'volunteer_step', 'volunteer_paper', 'volunteer_training', 'volunteer_paper_kind'])
    await expect(transaction({ role: 'public' }, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`)), table).rejects.toThrow('permission denied')
  await expect(transaction({ role: 'public' }, (tx) => tx.$executeRaw`INSERT INTO volunteer (first_name, last_name, phone, source, agreed_at) VALUES ('a', 'b', '+4522001122', 'form', now())`)).rejects.toThrow('permission denied')
})
