import { describe, expect, it } from 'vitest'
import { addDays, toDay } from '@/lib/platform/day'
import { dueOn, type Facts, leadsTo, overLimits, type OwnCase, type Queue, queueGroups, queues, standsIn } from './rules'
import { columnsOf, queueHref, queueState } from './schema'

const today = toDay('2026-11-21')
const from = toDay('2026-01-01')
const open = { state: 'open' as const, from, until: null, everyWeeks: null }
const hold = { state: 'hold' as const, from, until: addDays(today, 20), everyWeeks: null }
const after = { state: 'closed' as const, from: addDays(today, -21), until: addDays(today, 100), everyWeeks: 4 }
const nobody: Facts = { silentAfter: null, own: true, since: from, last: today, tried: 0, nextOn: null, cases: [], taskOn: null, promisedOn: null, planOn: null, returnedOn: null, draftOn: null }
const standing = (facts: Partial<Facts>, days: number | null = 30, on = today) => queues.filter((queue): queue is Exclude<Queue, 'unclaimed'> => queue !== 'unclaimed').filter((queue) => standsIn(queue, { ...nobody, ...facts }, days, on))

describe('the queues', () => {
  it.each<[string, Partial<Facts>, Queue[]]>([
    ['with nothing to do', {}, ['mine']],
    ['agreed for today', { nextOn: today }, ['mine', 'today']],
    ['agreed for yesterday', { nextOn: addDays(today, -1) }, ['mine', 'passed']],
    ['a task of yesterday', { taskOn: addDays(today, -1) }, ['mine', 'passed']],
    ['a task of today', { taskOn: today }, ['mine']],
    ['something promised', { taskOn: addDays(today, 9), promisedOn: addDays(today, 9) }, ['mine', 'owed']],
    ['an agreement of the plan of yesterday', { planOn: addDays(today, -1) }, ['mine', 'passed', 'agreements']],
    ['an agreement of the plan of today', { planOn: today }, ['mine']],
    ['tried since', { tried: 2 }, ['mine', 'waiting']],
    ['all cases rest', { cases: [hold] }, ['mine', 'waiting']],
    ['one rests and one is open', { cases: [hold, open] }, ['mine']],
    ['to be taken up yesterday', { cases: [{ ...hold, until: addDays(today, -1) }] }, ['mine', 'waiting', 'passed']],
    ['silent for thirty days', { cases: [open], last: addDays(today, -30) }, ['mine', 'silent']],
    ['silent for twenty-nine', { cases: [open], last: addDays(today, -29) }, ['mine']],
    ['never reached', { cases: [open], last: null }, ['mine', 'silent']],
    ['never reached, and new', { cases: [open], last: null, since: today }, ['mine']],
    ['silent with no open case', { cases: [hold], last: addDays(today, -300) }, ['mine', 'waiting']],
    ['asked how it goes in a week', { cases: [after], last: null }, ['mine', 'aftercare']],
    ['asked in more than a week', { cases: [{ ...after, from: addDays(today, -20) }], last: null }, ['mine']],
    ['should have been asked', { cases: [{ ...after, from: addDays(today, -29) }], last: null }, ['mine', 'passed', 'aftercare']],
    ['a case came back', { returnedOn: addDays(today, -30) }, ['mine', 'returned']],
    ['a case came back long ago', { returnedOn: addDays(today, -31) }, ['mine']],
    ['somebody else’s, being written about', { own: false, draftOn: today, nextOn: today }, ['drafts']],
  ])('%s', (_, facts, expected) => {
    expect(standing(facts).sort()).toEqual([...expected].sort())
  })

  it('count days as asked, also over 29 February and a change of clocks', () => {
    const leap = toDay('2028-02-29')
    expect(standing({ cases: [open], last: addDays(leap, -14) }, 14, leap)).toContain('silent')
    expect(standing({ cases: [open], last: addDays(leap, -13) }, 14, leap)).not.toContain('silent')
    const clocks = toDay('2026-10-25')
    expect(standing({ cases: [open], last: addDays(clocks, -30) }, 30, addDays(clocks, 0))).toContain('silent')
  })

  it('count the days that units and methods say when nobody asks for others', () => {
    const facts = { cases: [open], last: addDays(today, -20) }
    expect([standing({ ...facts, silentAfter: 20 }, null), standing({ ...facts, silentAfter: 21 }, null), standing({ ...facts, silentAfter: 20 }, 30), standing({ ...facts, silentAfter: 365 }, 14)].map((found) => found.includes('silent'))).toEqual([true, false, false, true])
  })

  it('take the first of everything that is due', () => {
    expect(dueOn({ ...nobody, nextOn: addDays(today, 3), taskOn: addDays(today, 2), cases: [hold, after], last: null }, today)).toBe(addDays(today, 2))
    expect(dueOn(nobody, today)).toBeNull()
  })

  it('stand each in one group, and each but the whole list can be the next', () => {
    expect(queueGroups.flatMap(({ queues: some }) => [...some]).sort()).toEqual([...queues].sort())
    expect([...leadsTo, 'mine'].sort()).toEqual([...queues].sort())
  })
})

describe('the address of a list', () => {
  it('says all of it, and reads the same back', () => {
    const state = queueState({ queue: 'silent', scope: 'unit', kind: 'veteran', phase: 'open', days: '60', sort: 'name', dir: 'desc', col: ['tried', 'own'], page: '3' })
    expect(state).toMatchObject({ queue: 'silent', scope: 'unit', days: 60, columns: ['own', 'tried'], page: 3 })
    const params = new URL(queueHref(state, { page: 3 }), 'http://x').searchParams
    expect(queueState({ ...Object.fromEntries(params), col: params.getAll('col') })).toEqual(state)
  })

  it('leaves out what it does not know, and what is as always', () => {
    const plain = queueState({ queue: 'nonsense', kind: 'x', days: '31', sort: 'cpr', page: '-1', col: 'cpr' })
    expect(plain).toEqual(queueState({}))
    expect(queueHref(plain)).toBe('/caseload?queue=mine')
    expect(queueState({ queue: 'mine', col: [...columnsOf(plain)] }).columns).toBeNull()
  })
})

it('the caseload warns of a method with more open cases than it means for one, whatever their versions', () => {
  const method = (methodId: string, number: number, caseLimit: number | null) => ({ id: `${methodId}${number}`, methodId, number, caseLimit, name: { da: '', en: '' }, lead: { da: '', en: '' }, source: null, steps: [], lookBackMonths: null, silentDays: null, aftercareWeeks: null, certificate: false, scaleCode: null })
  const one = (of: ReturnType<typeof method>, state: OwnCase['state'] = 'open', finishedOn: string | null = null) => ({ cases: [{ state, place: { method: of, finishedOn: finishedOn === null ? null : toDay(finishedOn) } }, { state: 'open' as const, place: null }] })
  const [old, newer, free] = [method('a', 1, 9), method('a', 2, 2), method('b', 1, null)]
  expect(overLimits([one(old), one(newer), one(free), one(free), one(free)])).toEqual([])
  expect(overLimits([one(old), one(newer), one(old), one(old, 'hold'), one(newer, 'open', '2026-11-01')])).toEqual([{ method: newer, open: 3 }])
})
