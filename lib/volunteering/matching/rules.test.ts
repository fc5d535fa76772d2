import { describe, expect, it } from 'vitest'
import { helping, wanting } from '@/tests/support/matching'
import { randomFrom } from '@/tests/support/random'
import { barriers, type Between, type HardRule, type Helping, leftOut, NOTHING_BETWEEN, places, questions, stateOf, type Wanting } from './rules'

const random = randomFrom(1)
const waits: Wanting = { ...wanting(random, 'w'), role: 'mentor', consent: true, protected: false, times: ['1-evening'] }
const helps: Helping = { ...helping(random, 'h'), roles: ['mentor'], active: true, lacks: [], running: 0, asked: 0, capacity: 1, askedThisMonth: 0, monthlyLimit: null, agreementLapsed: false }
const rulesOf = (w: Partial<Wanting>, h: Partial<Helping> = {}, b: Partial<Between> = {}) => barriers({ ...waits, ...w }, { ...helps, ...h }, { ...NOTHING_BETWEEN, ...b }).map(({ rule }) => rule)

describe('a pair', () => {
  it('that nothing forbids may be proposed', () => expect(rulesOf({})).toEqual([]))

  it.each<[HardRule, Partial<Wanting>, Partial<Helping>, Partial<Between>]>([
    ['consent', { consent: false }, {}, {}], ['protected', { protected: true }, {}, {}], ['family', {}, {}, { family: true }], ['household', {}, {}, { household: true }], ['staff', {}, {}, { staff: true }], ['matched', {}, {}, { matched: true }],
    ['role', { role: 'companion' }, {}, {}], ['active', {}, { active: false }, {}], ['clearance', {}, { lacks: ['criminal-record'] }, {}], ['agreement', {}, { agreementLapsed: true }, {}],
    ['capacity', {}, { running: 1 }, {}], ['capacity', {}, { asked: 1 }, {}], ['capacity', {}, { capacity: 0 }, {}], ['limit', {}, { monthlyLimit: 1, askedThisMonth: 1 }, {}], ['booked', {}, {}, { booked: true }], ['limit', {}, { monthlyLimit: 0 }, {}],
  ])('is forbidden by %s alone', (rule, w, h, b) => expect(rulesOf(w, h, b)).toEqual([rule]))

  it('is forbidden by all that forbids it, in one order', () => expect(rulesOf({ protected: true, consent: false }, { active: false }, { family: true })).toEqual(['consent', 'protected', 'family', 'active']))

  it('once turned down stays so until the field that was the cause is another', () => {
    const turnedDown = [{ cause: 'times' as const, state: stateOf('times', waits, helps) }]
    expect(rulesOf({}, {}, { turnedDown })).toEqual(['turned-down'])
    // Another field changes nothing; the order in which the hours stand neither.
    expect(rulesOf({ areas: ['syd'] }, { languages: [] }, { turnedDown })).toEqual(['turned-down'])
    expect(rulesOf({ times: ['1-evening', '2-evening'] }, {}, { turnedDown })).toEqual([])
    expect(rulesOf({}, { times: null }, { turnedDown: [{ cause: 'times', state: stateOf('times', waits, { ...helps, times: [] }) }] })).toEqual([])
  })

  it('without chemistry is never proposed again', () => expect(rulesOf({ times: null, areas: null, languages: null, challenges: null }, {}, { turnedDown: [{ cause: 'chemistry', state: stateOf('chemistry', waits, helps) }] })).toEqual(['turned-down']))
})

describe('room', () => {
  it('is what is left when those who run and those who were asked are taken off, and never under nothing', () => {
    expect([places({ ...helps, capacity: 3, running: 1, asked: 1 }), places({ ...helps, capacity: 1, running: 2, asked: 1 })]).toEqual([1, 0])
    expect([questions({ ...helps, monthlyLimit: 2, askedThisMonth: 1 }), questions({ ...helps, monthlyLimit: 1, askedThisMonth: 4 }), questions(helps)]).toEqual([1, 0, Infinity])
  })
})

it('those who are left out are counted once each, by the first rule', () => {
  const all = [barriers({ ...waits, consent: false }, { ...helps, active: false }, NOTHING_BETWEEN), barriers(waits, { ...helps, active: false }, NOTHING_BETWEEN), barriers(waits, helps, NOTHING_BETWEEN)]
  expect(leftOut(all)).toEqual([{ rule: 'consent', count: 1 }, { rule: 'active', count: 1 }])
})
