import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { nextFlagDay, remindNow, seatingOf, takesAnswers } from './rules'

const yes = (id: string, seats: number, minute: number) => ({ id, answer: true, seats, answeredAt: new Date(Date.UTC(2027, 7, 1, 10, minute)) })

describe('the flag day', () => {
  it.each([['2026-09-05', '2026-09-05'], ['2026-09-06', '2027-09-05'], ['2028-02-29', '2028-09-05']])('after %s is %s', (today, next) => expect(nextFlagDay(toDay(today))).toBe(next))
})

describe('seats', () => {
  it('are given in the order the answers came', () => {
    const found = seatingOf([yes('c', 1, 3), yes('a', 4, 1), yes('b', 2, 2), { id: 'd', answer: false, seats: 1, answeredAt: new Date() }, { id: 'e', answer: null, seats: 1, answeredAt: null }], 5)
    expect(found).toEqual({ coming: 3, notComing: 1, silent: 1, seats: 4, waitingIds: new Set(['b', 'c']), waitingSeats: 3 })
  })

  it('exactly filled leave nobody waiting; without a limit nobody waits', () => {
    expect(seatingOf([yes('a', 3, 1), yes('b', 2, 2)], 5).waitingIds.size).toBe(0)
    expect(seatingOf([yes('a', 10, 1), yes('b', 10, 2)], null)).toMatchObject({ seats: 20, waitingSeats: 0 })
    expect(seatingOf([yes('a', 1, 1)], 0).waitingSeats).toBe(1)
  })
})

describe('answers and reminders', () => {
  const event = { signUpUntil: toDay('2027-08-26'), startsAt: new Date('2027-09-05T12:00:00Z'), cancelledAt: null, remindDays: 3 }
  it('are taken through the whole last day, Danish time', () => {
    expect(takesAnswers(event, toDay('2027-08-26'), new Date('2027-08-26T21:30:00Z'))).toBe(true)
    expect(takesAnswers(event, toDay('2027-08-27'), new Date('2027-08-26T22:30:00Z'))).toBe(false)
    expect(takesAnswers({ ...event, signUpUntil: null }, toDay('2027-09-05'), new Date('2027-09-05T12:00:00Z'))).toBe(false)
    expect(takesAnswers({ ...event, cancelledAt: new Date() }, toDay('2027-08-01'), new Date('2027-08-01'))).toBe(false)
  })
  it('go from three days before until it begins', () => {
    expect(remindNow(event, toDay('2027-09-01'), new Date('2027-09-01T21:30:00Z'))).toBe(false)
    expect(remindNow(event, toDay('2027-09-02'), new Date('2027-09-02T06:00:00Z'))).toBe(true)
    expect(remindNow(event, toDay('2027-09-05'), new Date('2027-09-05T12:00:00Z'))).toBe(false)
    expect(remindNow({ ...event, cancelledAt: new Date() }, toDay('2027-09-03'), new Date('2027-09-03'))).toBe(false)
  })
})
