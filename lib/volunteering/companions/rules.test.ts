import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { clash, companionStates, holdsOn, partsOfWeek, placeOf, standing, stands } from './rules'

const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`)

describe('how a meeting stands', () => {
  it.each([
    ['waiting', false, [], 'wanted'], ['waiting', true, [], 'asked'], ['met', false, [], 'agreed'], [null, false, [], 'agreed'], ['met', false, ['prepared'], 'prepared'], ['met', false, ['prepared', 'prepared', 'held'], 'held'],
    ['met', false, ['held', 'followed-up'], 'followed-up'], ['met', false, ['not-held'], 'not-held'], ['withdrawn', false, [], 'cancelled'], ['withdrawn', false, ['prepared'], 'cancelled'], [null, false, ['cancelled'], 'cancelled'],
  ] as const)('request %s, asked %s, %j: %s', (request, asked, steps, state) => expect(standing({ request, asked, matchEnded: false, begun: false, steps })).toBe(state))

  it('whose companion has dropped out before it was held is looked for anew', () => {
    const of = (...steps: ('prepared' | 'held' | 'followed-up')[]) => standing({ request: 'met', asked: false, matchEnded: true, begun: false, steps })
    expect([of(), of('prepared'), of('held'), of('held', 'followed-up')]).toEqual(['fell-out', 'fell-out', 'held', 'followed-up'])
  })

  it('that began while somebody was looked for began without a companion, also before the night has written it', () => {
    const of = (request: 'waiting' | 'unmet' | 'met' | null, begun: boolean, asked = false) => standing({ request, asked, matchEnded: false, begun, steps: [] })
    expect([of('waiting', true), of('waiting', true, true), of('unmet', true), of('waiting', false), of('met', true), of(null, true)]).toEqual(['unmet', 'unmet', 'unmet', 'wanted', 'agreed', 'agreed'])
  })

  it('is still to come until it was held, or is not to be', () => expect(companionStates.filter(stands)).toEqual(['wanted', 'asked', 'agreed', 'prepared']))
})

describe('two meetings', () => {
  const one = { startsAt: at('10:00'), endsAt: at('11:00'), travelMinutes: 30 }
  it.each([['11:59', 0, true], ['11:30', 0, false], ['12:00', 30, false], ['11:59', 30, true], ['09:00', 0, false], ['09:01', 0, true]] as const)('one that begins at %s with %i minutes each way: %s', (from, travelMinutes, expected) => {
    const startsAt = at(from)
    const other = { startsAt, endsAt: new Date(startsAt.getTime() + (from < '10' ? 30 : 60) * 60_000), travelMinutes }
    expect(clash(one, other)).toBe(expected && !(from === '11:59' && travelMinutes === 0))
    expect(clash(other, one)).toBe(clash(one, other))
  })
})

it('lies in every part of the day it touches', () => {
  expect(partsOfWeek(at('09:00'), at('10:00'))).toEqual(['2-morning'])
  expect(partsOfWeek(at('11:00'), at('12:00'))).toEqual(['2-morning'])
  expect(partsOfWeek(at('11:30'), at('12:30'))).toEqual(['2-morning', '2-afternoon'])
  expect(partsOfWeek(at('16:00'), at('18:00'))).toEqual(['2-afternoon', '2-evening'])
  expect(partsOfWeek(at('18:00'), at('19:00'))).toEqual(['2-evening'])
})

it('a power of attorney holds through its last day, and not once it is ended', () => {
  const period = { fromDay: '2026-01-01' as Day, toDay: '2026-12-31' as Day, endedOn: null }
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => holdsOn(period, day as Day))).toEqual([false, true, true, false])
  expect(holdsOn({ ...period, endedOn: '2026-06-01' as Day }, '2026-03-01' as Day)).toBe(false)
})

it('reads the postcode at the end of a place', () => {
  expect(placeOf('Rådhusgården 3, 8900 Randers C').postcode).toBe('8900')
  expect(placeOf('Kasernegården 1234, 8900 Randers C').postcode).toBe('8900')
  expect(placeOf('Rådhuset, lokale 214').postcode).toBe('')
})
