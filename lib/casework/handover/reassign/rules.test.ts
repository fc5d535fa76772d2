import { expect, test } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { noLoad } from '../../weights/rules'
import { dueSoon, fitOf, loadsAfter, losesLanguage, whyItStays } from './rules'

const day = (text: string) => toDay(text)

test('late, today and fourteen days ahead are named, the day after is not; also over a leap day and a change of the clock', () => {
  const on = (text: string) => ({ what: 'task' as const, on: day(text), count: 1 })
  expect(dueSoon([on('2028-03-15'), on('2028-03-14'), on('2028-02-01'), on('2028-02-29')], day('2028-02-29')).map((one) => one.on)).toEqual(['2028-02-01', '2028-02-29', '2028-03-14'])
  expect(dueSoon([on('2026-11-07'), on('2026-11-08')], day('2026-10-24')).map((one) => one.on)).toEqual(['2026-11-07'])
})

test('what one gives away the others have more of; what rests weighs nothing, and whoever is not chosen stays as they are', () => {
  const before = new Map([['a', { ...noLoad, ordinary: 3, heavy: 1, held: 1 }], ['b', { ...noLoad, ordinary: 5 }]])
  const cases = [{ caseId: '1', weight: 'heavy' as const, standing: 'open' as const }, { caseId: '2', weight: 'ordinary' as const, standing: 'hold' as const }, { caseId: '3', weight: 'ordinary' as const, standing: 'open' as const }]
  const after = loadsAfter(before, 'a', cases, [{ caseId: '1', userId: 'b' }, { caseId: '2', userId: 'c' }, { caseId: '3', userId: 'a' }, { caseId: 'x', userId: 'b' }])
  expect(Object.fromEntries(after)).toEqual({ a: { ...noLoad, ordinary: 3 }, b: { ...noLoad, ordinary: 5, heavy: 1 }, c: { ...noLoad, held: 1 } })
  expect(before.get('a')?.heavy).toBe(1)
})

test('a case goes to whoever may have it, and of each that stays it is said why', () => {
  const one = { personId: 'p', unitId: 'u', glass: false }
  const could = { units: new Map([['a', 'u'], ['b', 'u'], ['c', 'other']]), clear: new Map([['b', new Set(['p'])], ['c', new Set(['p'])]]) }
  const asked = [whyItStays(one, 'a', 'b', could), whyItStays(undefined, 'a', 'b', could), whyItStays({ ...one, glass: true }, 'a', 'b', could), whyItStays(one, 'a', 'a', could), whyItStays(one, 'a', 'x', could), whyItStays(one, 'a', 'c', could), whyItStays(one, 'b', 'a', could)]
  expect(asked).toEqual([null, 'meanwhile', 'glass', 'receiver', 'receiver', 'unit', 'barred'])
})

test('who takes over speaks the citizen’s language, a little, or not as far as anybody knows; Danish needs no word', () => {
  expect([fitOf('da', {}), fitOf('ar', { ar: 'native' }), fitOf('ar', { ar: 'some', so: 'native' }), fitOf('ar', { so: 'native' }), fitOf('xx', { so: 'native' })]).toEqual([null, 'native', 'some', 'none', 'none'])
  expect([losesLanguage('ar', { ar: 'good' }, {}), losesLanguage('ar', { ar: 'good' }, { ar: 'some' }), losesLanguage('ar', { ar: 'good' }, { ar: 'native' }), losesLanguage('ar', { ar: 'some' }, {}), losesLanguage('da', { da: 'native' }, {})]).toEqual([true, true, false, false, false])
})
