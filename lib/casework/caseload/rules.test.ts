import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { asksOf, firstDue, inTurn, overLimits, type OwnCase } from './rules'

const day = (text: string) => toDay(text)
const today = day('2026-11-21')
const hold = (until: string): OwnCase => ({ state: 'hold', from: day('2026-10-01'), until: day(until), everyWeeks: null })
const after: OwnCase = { state: 'closed', from: day('2026-09-01'), until: day('2027-03-01'), everyWeeks: 4 }
const open: OwnCase = { state: 'open', from: day('2026-01-01'), until: null, everyWeeks: null }
const row = (name: string, more: { next?: string; last?: string; cases?: OwnCase[] } = {}) => ({
  name, clock: { last: more.last ? day(more.last) : null, days: null, tried: 0 }, next: more.next ? { on: day(more.next), text: null } : null, cases: more.cases ?? [],
})

describe('the caseload', () => {
  it('warns of a method with more open cases than it means for one, whatever their versions', () => {
    const method = (methodId: string, number: number, caseLimit: number | null) => ({ id: `${methodId}${number}`, methodId, number, caseLimit, name: { da: '', en: '' }, lead: { da: '', en: '' }, source: null, steps: [], lookBackMonths: null, aftercareWeeks: null, certificate: false, scaleCode: null })
    const one = (of: ReturnType<typeof method>, state: OwnCase['state'] = 'open', finishedOn: string | null = null) => ({ cases: [{ state, place: { method: of, finishedOn: finishedOn === null ? null : day(finishedOn) } }, { state: 'open' as const, place: null }] })
    const [old, newer, free] = [method('a', 1, 9), method('a', 2, 2), method('b', 1, null)]
    expect(overLimits([one(old), one(newer), one(free), one(free), one(free)])).toEqual([])
    expect(overLimits([one(old), one(newer), one(old), one(old, 'hold'), one(newer, 'open', '2026-11-01')])).toEqual([{ method: newer, open: 3 }])
  })

  it('knows what a case asks for, and by when', () => {
    expect([asksOf(open, null, today), asksOf(hold('2026-12-01'), null, today), asksOf(after, day('2026-11-02'), today)]).toEqual([{ standing: 'open', on: null }, { standing: 'hold', on: '2026-12-01' }, { standing: 'aftercare', on: '2026-11-30' }])
  })

  it('takes of everything that is due with somebody the first', () => {
    expect([firstDue(row('x', { next: '2026-12-24', cases: [hold('2026-12-01'), after], last: '2026-11-02' }), today), firstDue(row('x', { cases: [open] }), today)]).toEqual(['2026-11-30', null])
  })

  it('stands in turn: days, then who has waited longest, and those never spoken with before them', () => {
    const rows = [row('Talked', { last: '2026-11-01' }), row('Never'), row('Later', { next: '2026-12-24' }), row('Rests', { cases: [hold('2026-11-30')] }), row('Passed', { next: '2026-11-01' }), row('Long', { last: '2026-02-01' })]
    expect(inTurn(rows, today).map(({ name }) => name)).toEqual(['Passed', 'Rests', 'Later', 'Never', 'Long', 'Talked'])
  })
})
