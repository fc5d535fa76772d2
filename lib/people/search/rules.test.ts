import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { kindsOf, prefill, readQuery } from './rules'

const today = toDay('2026-11-20')
const read = (text: string) => readQuery(text, today)

describe('the one box', () => {
  it.each([
    ['Søren Kjær', { words: ['Søren', 'Kjær'] }],
    ['Kjær, Søren', { words: ['Kjær', 'Søren'] }],
    ['Vestergade 12', { words: ['Vestergade', '12'] }],
    ['610180-1234', { cpr: '6101801234' }],
    ['6101801234', { cpr: '6101801234' }],
    ['20 12 34 56', { phone: '+4520123456' }],
    ['+45 20123456', { phone: '+4520123456' }],
    ['05-06-1975', { born: '1975-06-05' }],
    ['5.6.75', { born: '1975-06-05' }],
    ['1975-06-05', { born: '1975-06-05' }],
    ['050675', { born: '1975-06-05' }],
    ['Hans Jensen 05-06-1975', { words: ['Hans', 'Jensen'], born: '1975-06-05' }],
    ['29-02-2024', { born: '2024-02-29' }],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual({ words: [], born: null, phone: null, cpr: null, ...wanted })
  })

  it('eight digits are a phone number and a date of birth', () => {
    expect(read('20121956')).toMatchObject({ phone: '+4520121956', born: '1956-12-20' })
  })

  it('a day that does not exist, or is to come, is no date of birth', () => {
    expect(read('29-02-2023')?.born).toBeNull()
    expect(read('01-01-2027')?.born).toBeNull()
  })

  it.each(['', '   ', '%', '---'])('%j is nothing to search for', (text) => expect(read(text)).toBeNull())

  it('tells the audit trail the kind, never the words', () => {
    expect(kindsOf(read('Hans Jensen 05-06-1975')!)).toEqual(['birth-date', 'words'])
    expect(kindsOf(read('610180-1234')!)).toEqual(['cpr'])
  })

  it('fills in the form of a new person', () => {
    expect(prefill(read('Anne Marie Kjær 05-06-1975')!)).toMatchObject({ firstName: 'Anne Marie', lastName: 'Kjær', birthDate: '1975-06-05' })
    expect(prefill(read('Anne')!)).toMatchObject({ firstName: 'Anne', lastName: '' })
    expect(prefill(read('Vestergade 12')!)).toMatchObject({ firstName: 'Vestergade' })
  })
})
