import { describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '@/lib/platform/day'
import type { Facts, NextStep, Paper, PathRules, StepKind } from '../path/rules'
import { lateLines, reminderOf, type Reminded, tellingOf } from './rules'

const TODAY = toDay('2026-11-24') // a Tuesday
const none: PathRules = { rules: [], closingDays: [] }
const ago = (days: number) => addDays(TODAY, -days)
const rule = (code: string, length: number) => ({ id: code, code, ruleSet: 's', source: 'Kilde', trigger: 't', length, unit: 'DAY' as const, roll: 'none' as const, population: 'volunteer', validFrom: toDay('2000-01-01'), validTo: null })
const paper = (state: Paper['state'], onDay: Day, expiresOn: Day | null = null, number = 1): Paper => ({ kind: 'criminal-record', state, number, onDay, expiresOn })
const at = (step: StepKind, onDay: Day, untilDay: Day | null = null, papers: Paper[] = []): Facts => ({ steps: [{ number: 1, step, onDay, untilDay, reason: null, words: null, by: null }], papers, trainings: [], needs: { papers: ['criminal-record'], course: false } })
const of = (facts: Facts, { asked = [], sent = [], rules = none, on = TODAY }: { asked?: Day[]; sent?: Reminded[]; rules?: PathRules; on?: Day } = {}) => reminderOf(facts, asked, sent, on, rules)?.about ?? null
const holds = paper('approved', ago(90), addDays(TODAY, 400))

describe('a volunteer is reminded', () => {
  it('of a paper a week after it was asked for, or after the step that calls for it, and no more than three times', () => {
    expect(of(at('talked', ago(7)))).toEqual(['paper'])
    expect(of(at('talked', ago(6)))).toBeNull()
    expect(of(at('talked', ago(30), null, [paper('asked', ago(6))]))).toBeNull()
    expect(of(at('talked', ago(30), null, [paper('asked', ago(7))]))).toEqual(['paper'])
    const sent = (times: number) => Array.from({ length: times }, (_, nth) => ({ onDay: ago(8 + 7 * nth), about: ['paper' as const] }))
    expect(of(at('talked', ago(40)), { sent: sent(2) })).toEqual(['paper'])
    expect(of(at('talked', ago(40)), { sent: sent(3) })).toBeNull()
    // Of something that is missing anew it counts from the beginning.
    expect(of(at('talked', ago(40), null, [paper('asked', ago(8))]), { sent: sent(3) })).toEqual(['paper'])
  })

  it('of one that has run out, and never of one that was refused', () => {
    expect(of(at('active', ago(90), null, [paper('approved', ago(90), ago(8))]))).toEqual(['paper'])
    expect(of(at('active', ago(90), null, [paper('approved', ago(90), ago(8)), paper('refused', ago(20), null, 2)]))).toBeNull()
    expect(of(at('active', ago(90), null, [paper('approved', ago(90), addDays(TODAY, 20)), paper('refused', ago(20), null, 2)]))).toBeNull()
  })

  it('of one that runs out when that is near enough to be asked for, and again in its last two weeks, until its last day', () => {
    const runsOut = (days: number) => at('active', ago(90), null, [paper('approved', ago(90), addDays(TODAY, days))])
    expect([of(runsOut(61)), of(runsOut(60)), of(runsOut(0))]).toEqual([null, ['renewal'], ['renewal']])
    const once = (days: number): Reminded[] => [{ onDay: ago(days), about: ['renewal'] }]
    expect([of(runsOut(15), { sent: once(20) }), of(runsOut(14), { sent: once(20) }), of(runsOut(14), { sent: once(6) })]).toEqual([null, ['renewal'], null])
    expect(of(runsOut(61), { rules: { rules: [rule('volunteer-renewal', 90)], closingDays: [] } })).toEqual(['renewal'])
  })

  it('of a question after three days, once; of a talk two days before, once', () => {
    const helps = at('active', ago(90), null, [holds])
    expect([of(helps, { asked: [ago(2)] }), of(helps, { asked: [ago(3)] })]).toEqual([null, ['question']])
    expect(of(helps, { asked: [ago(12)], sent: [{ onDay: ago(8), about: ['question'] }] })).toBeNull()
    expect(of(helps, { asked: [ago(12), ago(5)], sent: [{ onDay: ago(8), about: ['question'] }] })).toEqual(['question'])
    expect(of(helps, { asked: [ago(3)], rules: { rules: [rule('volunteer-answer', 5)], closingDays: [] } })).toBeNull()
    expect([3, 2, 1, 0].map((days) => of(at('invited', ago(9), addDays(TODAY, days))))).toEqual([null, ['talk'], ['talk'], null])
    expect(of(at('invited', ago(9), addDays(TODAY, 1)), { sent: [{ onDay: ago(8), about: ['talk'] }] })).toBeNull()
  })

  it('of everything at once, and not more often than once a week, whatever is set up', () => {
    const both = at('active', ago(90), null, [paper('approved', ago(90), addDays(TODAY, 10))])
    expect(of(both, { asked: [ago(4)] })).toEqual(['renewal', 'question'])
    const sent: Reminded[] = [{ onDay: ago(6), about: ['paper'] }]
    for (const length of [1, 7, 14]) expect([length, of(both, { asked: [ago(4)], sent, rules: { rules: [rule('volunteer-remind', length)], closingDays: [] } })]).toEqual([length, null])
    expect([7, 14].map((length) => of(both, { sent: [{ onDay: ago(7), about: ['paper'] }], rules: { rules: [rule('volunteer-remind', length)], closingDays: [] } }))).toEqual([['renewal'], null])
  })

  it('never on a pause, when they have ended, or before they were talked with', () => {
    for (const step of ['interested', 'paused', 'ended'] as const) expect([step, of(at(step, ago(40), step === 'paused' ? addDays(TODAY, 2) : null), { asked: [ago(9)] })]).toEqual([step, null])
  })
})

describe('those who lead are told', () => {
  const next = (code: NextStep['code'], due: Day): NextStep => ({ code, of: [], due, explanation: [] })
  it('how many wait beyond their day, by what is to be done, with the oldest', () => {
    expect(lateLines([next('talk', ago(1)), null, next('talk', ago(9)), next('clear', ago(2)), next('start', TODAY), next('renew', ago(3))], TODAY)).toEqual([{ code: 'talk', count: 2, oldest: ago(9) }, { code: 'clear', count: 1, oldest: ago(2) }])
  })

  it('once a week, and when more has become late; not when nobody is at work, and not of what is not late', () => {
    const late = [next('talk', ago(9))]
    expect(tellingOf(late, TODAY, none)).toBe(tellingOf([next('clear', ago(9)), ...late], addDays(TODAY, 2), none))
    expect(tellingOf(late, TODAY, none)).not.toBe(tellingOf([...late, next('clear', TODAY)], addDays(TODAY, 1), none))
    expect(tellingOf(late, TODAY, none)).not.toBe(tellingOf(late, addDays(TODAY, 6), none))
    expect([tellingOf(late, addDays(TODAY, 4), none), tellingOf(late, TODAY, { rules: [], closingDays: [{ day: TODAY, nameDa: 'Lukket', nameEn: 'Closed' }] }), tellingOf([next('talk', TODAY), next('renew', ago(2)), null], TODAY, none)]).toEqual([null, null, null])
  })
})
