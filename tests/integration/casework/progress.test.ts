import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { addProgressAim, endProgressAim, measureProgress, takeBackMeasurement } from '@/lib/casework/progress/actions'
import { personProgress } from '@/lib/casework/progress/queries'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

let caseworker: Actor, colleague: Actor
const boxes = (on: string) => ({ 'measuredOn.day': String(Number(on.slice(8))), 'measuredOn.month': String(Number(on.slice(5, 7))), 'measuredOn.year': on.slice(0, 4) })
const measure = (by: Actor, personId: string, more: Record<string, string>, on: Day = today()) => as(by, () => submit(measureProgress, { personId, scale: 'challenge', ratedBy: 'together', ...boxes(on), ...more }))
const read = async (actor: Actor, personId: string) => (await personProgress(actor, personId, async () => null))?.content?.more ?? null
const mine = async () => {
  const who = await person('JOBCENTRE_CLIENT')
  await owner().assignment.createMany({ data: [caseworker, colleague].map(({ userId }) => ({ personId: who.id, userId, reason: 'test', fromDay: new Date('2026-01-01') })) })
  return who.id
}

beforeAll(async () => {
  await loadReference(owner() as never)
  caseworker = await staff('CASEWORKER', { name: 'Jonas Jobcenter' })
  colleague = await staff('CASEWORKER', { name: 'Ida Igen' })
})

describe('a measurement', () => {
  it('stands with what was rated, and what was not is not 0', async () => {
    const id = await mine()
    const { redirectedTo, state } = await measure(caseworker, id, { 'rating.challenge-social': '9', 'rating.challenge-mental': '', 'words.challenge-social': 'Bussen er det værste' }, addDays(today(), -30))
    expect(state).toBeNull()
    expect(redirectedTo).toContain(`/people/${id}/progress?scale=challenge&done=`)
    const [one] = (await read(caseworker, id))?.measured ?? []
    expect(one).toMatchObject({ scale: 'challenge', by: 'together', recordedBy: 'Jonas Jobcenter', byMe: true, takenBack: null, on: addDays(today(), -30) })
    expect(one?.values.map(({ dimension, rating, words }) => [dimension, rating, words]).sort()).toEqual([['challenge-mental', null, null], ['challenge-physical', null, null], ['challenge-social', 9, 'Bussen er det værste']])
    const [event] = await owner().auditEvent.findMany({ where: { personId: id, action: 'progress.measured' } })
    expect(event?.details).toEqual({ measurement: one?.id, scale: 'challenge', by: 'together' })
  })

  it('says 0 where 0 was rated', async () => {
    const id = await mine()
    await measure(caseworker, id, { scale: 'change', 'rating.change-work': '0', 'rating.change-health': '-3' })
    expect((await read(caseworker, id))?.measured[0]?.values.map(({ dimension, rating }) => [dimension, rating]).sort()).toEqual([['change-health', -3], ['change-social', null], ['change-work', 0]])
  })

  it.each([
    ['nothing rated', { 'rating.challenge-social': '' }, 'rating.challenge-social', 'mindst ét'], ['off the scale', { 'rating.challenge-social': '11' }, 'rating.challenge-social', 'fra 1 til 10'], ['no number', { 'rating.challenge-social': 'ni' }, 'rating.challenge-social', 'et tal'],
    ['nobody rated', { 'rating.challenge-social': '5', ratedBy: '' }, 'ratedBy', 'hvem'], ['a number of somebody', { 'rating.challenge-social': '5', 'words.challenge-social': 'Naboen er 610180-0123' }, 'words.challenge-social', 'CPR'],
  ])('is refused at its field: %s', async (_, more: Record<string, string>, field, words) => {
    const id = await mine()
    expect((await measure(caseworker, id, more)).state?.fields?.[field]?.[0]).toContain(words)
    expect(await owner().progressMeasurement.count({ where: { personId: id } })).toBe(0)
  })

  it('is not of a day to come, not of a scale that is retired, and not of another scale’s dimension', async () => {
    const id = await mine()
    expect((await measure(caseworker, id, { 'rating.challenge-social': '5' }, addDays(today(), 1))).state?.fields).toHaveProperty('measuredOn')
    await owner().progressScale.upsert({ where: { code: 'old' }, update: {}, create: { code: 'old', nameDa: 'x', nameEn: 'x', aboutDa: '', aboutEn: '', lowest: 1, highest: 3, better: 'higher', noise: 1, anchors: [], position: 99, retiredOn: new Date('2026-01-01') } })
    expect((await measure(caseworker, id, { scale: 'old', 'rating.challenge-social': '2' })).state?.message).toContain('bruges ikke længere')
    expect((await measure(caseworker, id, { scale: 'change', 'rating.challenge-social': '2' })).state?.message).toContain('er ændret')
    expect(await owner().progressMeasurement.count({ where: { personId: id } })).toBe(0)
  })

  it('sent twice at once stands once; two that measure at once stand both', async () => {
    const id = await mine()
    const submission = randomUUID()
    await Promise.all([1, 2, 3].map(() => measure(caseworker, id, { submission, 'rating.challenge-social': '5' })))
    expect(await owner().progressMeasurement.count({ where: { personId: id } })).toBe(1)
    await Promise.all([measure(caseworker, id, { 'rating.challenge-social': '6', ratedBy: 'caseworker' }), measure(colleague, id, { 'rating.challenge-social': '7', ratedBy: 'mentor' })])
    expect(await owner().progressMeasurement.count({ where: { personId: id } })).toBe(3)
  })
})

describe('a line in the citizen’s words', () => {
  const add = (by: Actor, personId: string, text = 'At kunne tage bussen') => as(by, () => submit(addProgressAim, { personId, dimension: 'challenge-social', text }))
  it('is measured from then on, until it is ended, and what was measured stays', async () => {
    const id = await mine()
    expect((await add(caseworker, id)).redirectedTo).toBe(`/people/${id}/progress?scale=challenge`)
    const aim = (await read(caseworker, id))?.aims[0]
    await measure(caseworker, id, { 'rating.challenge-social': '6', [`rating.challenge-social.${aim?.id}`]: '8' })
    const end = () => as(colleague, () => submit(endProgressAim, { personId: id, aimId: aim?.id ?? '' }))
    const both = await Promise.all([end(), end()])
    expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
    expect((await measure(caseworker, id, { [`rating.challenge-social.${aim?.id}`]: '3' })).state?.message).toContain('er ændret')
    const found = await read(caseworker, id)
    expect(found?.aims[0]).toMatchObject({ text: 'At kunne tage bussen', endedOn: today() })
    expect(found?.measured[0]?.values.find((one) => one.aim === aim?.id)).toMatchObject({ rating: 8 })
  })

  it('of somebody else is not measured on', async () => {
    const [id, other] = [await mine(), await mine()]
    await add(caseworker, other)
    const aim = (await read(caseworker, other))?.aims[0]
    expect((await measure(caseworker, id, { [`rating.challenge-social.${aim?.id}`]: '3' })).state?.message).toContain('er ændret')
    expect((await as(caseworker, () => submit(endProgressAim, { personId: id, aimId: aim?.id ?? '' }))).state?.message).toContain('findes ikke')
  })
})

it('a measurement taken back loses its numbers and words, and keeps its trace; it is taken back once', async () => {
  const id = await mine()
  await measure(caseworker, id, { 'rating.challenge-social': '9', 'words.challenge-social': 'Om en anden' })
  const measurementId = (await read(caseworker, id))?.measured[0]?.id ?? ''
  const take = (by: Actor) => as(by, () => submit(takeBackMeasurement, { personId: id, measurementId, reason: 'wrong-person' }))
  expect((await take(colleague)).state?.message).toContain('Kun den, der skrev')
  const both = await Promise.all([take(caseworker), take(caseworker)])
  expect(both.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1)
  expect((await read(colleague, id))?.measured).toMatchObject([{ values: [], takenBack: { by: 'Jonas Jobcenter', why: 'wrong-person' } }])
  expect(await owner().progressValue.count({ where: { measurementId } })).toBe(0)
})
