import { beforeAll, expect, it } from 'vitest'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { measureProgress, takeBackMeasurement } from '@/lib/casework/progress/actions'
import { progressReport } from '@/lib/casework/progress/report/queries'
import { reportView } from '@/lib/casework/progress/report/schema'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

let caseworker: Actor, stranger: Actor
const measure = (personId: string, on: Day, more: Record<string, string> = {}) => as(caseworker, () => submit(measureProgress, { personId, scale: 'challenge', ratedBy: 'together', 'rating.challenge-social': '7', 'measuredOn.day': String(Number(on.slice(8))), 'measuredOn.month': String(Number(on.slice(5, 7))), 'measuredOn.year': on.slice(0, 4), ...more }))
const take = (actor: Actor, personId: string, more: object = {}) => progressReport(actor, personId, reportView.parse({ why: 'meeting', ...more }), today())
const logged = (personId: string) => owner().auditEvent.findMany({ where: { personId, action: 'progress.report-made' }, orderBy: { at: 'asc' }, select: { kind: true, purpose: true, details: true } })

beforeAll(async () => {
  await loadReference(owner() as never)
  caseworker = await staff('CASEWORKER')
  stranger = await staff('CASEWORKER')
})

it('takes out what was measured in the period, and the log says for what and how much; no number unless it was asked for', async () => {
  const who = await person('JOBCENTRE_CLIENT', { firstName: 'Åse' })
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2024-01-01') } })
  await owner().personCpr.create({ data: { personId: who.id, kind: 'REPLACEMENT', cipher: seal('6506751234'), keyedHash: blindIndex(who.id), birthPart: '650675' } })
  for (const days of [500, 100, 1]) await measure(who.id, addDays(today(), -days))
  const { id } = await owner().progressMeasurement.findFirstOrThrow({ where: { personId: who.id }, orderBy: { measuredOn: 'desc' } })
  await as(caseworker, () => submit(takeBackMeasurement, { personId: who.id, measurementId: id, reason: 'mistake' }))
  const report = await take(caseworker, who.id)
  expect(report).toMatchObject({ name: expect.stringContaining('Åse'), cpr: null })
  expect(report?.measured.map(({ on }) => on)).toEqual([addDays(today(), -100)])
  expect((await take(caseworker, who.id, { months: 'all', cpr: 'on' }))?.measured).toHaveLength(2)
  expect((await take(caseworker, who.id, { cpr: 'on' }))?.cpr).toBe('650675-1234')
  expect(await logged(who.id)).toEqual([
    { kind: 'DISCLOSURE', purpose: 'meeting', details: { scale: 'all', months: '12', measurements: 1, cpr: false } },
    { kind: 'DISCLOSURE', purpose: 'meeting', details: { scale: 'all', months: 'all', measurements: 2, cpr: true } },
    { kind: 'DISCLOSURE', purpose: 'meeting', details: { scale: 'all', months: '12', measurements: 1, cpr: true } },
  ])
})

it('is not there for whoever does not have the person, and without a purpose for nobody', async () => {
  const who = await person('JOBCENTRE_CLIENT')
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2024-01-01') } })
  await measure(who.id, today())
  expect(await take(stranger, who.id, { cpr: 'on' })).toBeNull()
  await expect(take(await staff('MANAGER'), who.id)).rejects.toThrow('progress.read')
  expect(await take(caseworker, 'no-uuid')).toBeNull()
  expect(await logged(who.id)).toEqual([])
  expect(reportView.safeParse({}).success).toBe(false)
})
