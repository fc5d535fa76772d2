import { describe, expect, it } from 'vitest'
import { addDays, toDay } from '@/lib/platform/day'
import { isOddHour, LINE, type Lookups, MOST, MOST_OF_ONE, type ReasonCode, scoreAll, shortList } from './rules'

const TUESDAY = toDay('2026-11-17')
const at = (text: string) => new Date(text)
let next = 0

function lookup(change: Partial<Lookups> = {}): Lookups {
  next++
  return {
    day: TUESDAY, userId: 'u1', aboutId: `p${next}`, moments: [at('2026-11-17T09:00:00Z')], purposes: 0, guesses: 0, work: 'none', protected: false,
    surname: `navn${next}`, userSurname: 'hojgard', commonName: false, street: `vej ${next} 8900`, neighbour: false, ...change,
  }
}
const one = (change: Partial<Lookups> = {}) => scoreAll([lookup(change)], [])[0]!
const codes = (change: Partial<Lookups>): ReasonCode[] => one(change).reasons.map(({ code }) => code)
const night = [at('2026-11-17T22:10:00Z')]

describe('the points of a look-up', () => {
  it.each<[string, Partial<Lookups>, ReasonCode[], boolean]>([
    ['work of one’s own', { work: 'own' }, [], false],
    ['nothing known, and nothing else', {}, ['none'], false],
    ['a letter to everybody, and nothing else', { work: 'others' }, ['others'], false],
    ['a neighbour', { neighbour: true }, ['none', 'street'], true],
    ['a neighbour in the week of the letters', { work: 'others', neighbour: true }, ['others', 'street'], true],
    ['a rare name', { surname: 'hojgard' }, ['none', 'name'], true],
    ['a common name', { surname: 'hojgard', commonName: true }, ['none', 'common-name'], false],
    ['a common name at night', { surname: 'hojgard', commonName: true, moments: night }, ['none', 'common-name', 'hours'], true],
    ['a rare name and the same street, in one’s own case', { work: 'own', surname: 'hojgard', neighbour: true }, ['name', 'street'], true],
    ['somebody protected', { protected: true }, ['none', 'protected'], true],
    ['somebody protected, in one’s own case, late', { work: 'own', protected: true, moments: night }, [], false],
    ['somebody protected, with a reason written', { protected: true, purposes: 1 }, ['none', 'protected', 'purpose'], false],
    ['a neighbour, with a reason written', { neighbour: true, purposes: 1 }, ['none', 'street', 'purpose'], true],
    ['twice, one of them with a reason', { protected: true, purposes: 1, moments: [at('2026-11-17T09:00:00Z'), at('2026-11-17T09:30:00Z')] }, ['none', 'protected'], true],
    ['one refused address', { work: 'own', guesses: 1 }, [], false],
    ['two of them in one’s own case', { work: 'own', guesses: 2 }, ['guess'], false],
    ['two of them about somebody nothing is known of', { guesses: 4 }, ['none', 'guess'], true],
    ['as many as are answered, also in one’s own case', { work: 'own', guesses: 5 }, ['worn'], true],
    ['at night', { moments: night }, ['none', 'hours'], true],
    ['unknown names and streets', { surname: '', userSurname: '', street: null }, ['none'], false],
  ])('%s', (_what, change, expected, listed) => {
    expect(codes(change)).toEqual(expected)
    expect(one(change).points >= LINE).toBe(listed)
  })

  it('counts a family, and not two of it or a name half the town has', () => {
    const family = (surname: string, people: number, change: Partial<Lookups> = {}) => scoreAll(Array.from({ length: people }, () => lookup({ surname, ...change })), [])
    expect(family('riisgard', 3).map((row) => row.reasons)).toEqual(Array(3).fill([{ code: 'none' }, { code: 'alike', count: 3 }]))
    expect(family('riisgard', 2).flatMap((row) => row.reasons.map(({ code }) => code))).toEqual(['none', 'none'])
    expect(family('jensen', 5, { commonName: true }).some((row) => row.points >= LINE)).toBe(false)
  })

  it('counts coming back on three days, and the same person is no family', () => {
    const days = (count: number, change: Partial<Lookups> = {}) => scoreAll(Array.from({ length: count }, (_, n) => lookup({ aboutId: 'same', surname: 'riisgard', day: addDays(TUESDAY, n), ...change })), [])
    expect(days(3).map((row) => row.reasons)).toEqual([[{ code: 'none' }], [{ code: 'none' }], [{ code: 'none' }, { code: 'again', count: 3 }]])
    expect(days(3, { work: 'others' }).map((row) => row.points >= LINE)).toEqual([false, false, true])
    expect([...days(2), ...days(7, { work: 'own' })].some((row) => row.points >= LINE)).toBe(false)
    // Within a week, not in all.
    expect(scoreAll([0, 6, 12].map((n) => lookup({ aboutId: 'same', day: addDays(TUESDAY, n) })), []).some((row) => row.points >= LINE)).toBe(false)
  })

  it('counts a crowd within an hour, by different people and not by clicks', () => {
    const minutes = (step: number, people: number, change: Partial<Lookups> = {}) =>
      scoreAll(Array.from({ length: people }, (_, n) => lookup({ moments: [new Date(at('2026-11-17T09:00:00Z').getTime() + n * step * 60_000)], ...change })), [])
    expect(minutes(7, 8).every((row) => row.reasons.some(({ code, count }) => code === 'many' && count === 8))).toBe(true)
    expect(minutes(9, 8).some((row) => row.points >= LINE)).toBe(false)
    expect(minutes(1, 30, { work: 'others' }).some((row) => row.points >= LINE)).toBe(false)
    const clicks = scoreAll([lookup({ moments: Array.from({ length: 20 }, (_, n) => new Date(at('2026-11-17T09:00:00Z').getTime() + n * 60_000)) })], [])
    expect(clicks[0]?.points).toBe(3)
  })
})

describe('the hours of the town hall', () => {
  it.each([
    ['2026-11-17T05:00:00Z', false, 'six in the morning'],
    ['2026-11-17T04:59:00Z', true, 'a minute before'],
    ['2026-11-17T18:59:00Z', false, 'a minute to eight in the evening'],
    ['2026-11-17T19:00:00Z', true, 'eight'],
    ['2026-11-21T10:00:00Z', true, 'a Saturday'],
    ['2026-11-22T22:30:00Z', true, 'half past eleven on Sunday evening'],
    ['2026-12-25T10:00:00Z', true, 'Christmas Day'],
    ['2026-03-30T04:00:00Z', false, 'six in the morning after the clocks went on'],
    ['2026-10-26T04:30:00Z', true, 'half past five after they went back'],
    ['2028-02-29T10:00:00Z', false, 'a Tuesday that is 29 February'],
  ])('%s: %s (%s)', (moment, odd) => expect(isOddHour(at(moment), [])).toBe(odd))

  it('know the municipality’s own closing days', () => {
    expect(isOddHour(at('2026-11-17T10:00:00Z'), [{ day: TUESDAY, nameDa: 'Lukket', nameEn: 'Closed' }])).toBe(true)
  })
})

describe('the short list', () => {
  const row = (points: number, userId: string, code: ReasonCode) => ({ points, userId, day: TUESDAY, reasons: [{ code: 'none' as const }, { code }] })
  it('takes the highest first, two of a crowd, all that stand by themselves, a hundred, and nothing under the line', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => row(LINE + (n % 2), 'u1', 'many'))
    const neighbours = Array.from({ length: 5 }, () => row(LINE + 1, 'u1', 'street'))
    const others = Array.from({ length: 200 }, (_, n) => row(LINE, `other ${n}`, 'hours'))
    const list = shortList([row(LINE - 1, 'u2', 'common-name'), ...others, ...crowd, ...neighbours])
    expect(list).toHaveLength(MOST)
    expect(list.filter(({ userId }) => userId === 'u1').map(({ reasons }) => reasons[1]?.code).sort()).toEqual([...Array(MOST_OF_ONE).fill('many'), ...Array(5).fill('street')])
    expect(list.slice(0, 7).every(({ points }) => points === LINE + 1)).toBe(true)
    expect(list.some(({ points }) => points < LINE)).toBe(false)
  })
})
