import { describe, expect, it, test } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { answerForAll, answersFor, type BatchState, decisionText, lastUndoDay, readDecision, shownStep, stepOf } from './rules'

const A = '01a1fba3-9721-72bc-9e69-6364ee782e48'
const B = '01a1fba3-9721-72bc-9e69-6364ee782e49'
const asked = (more: Partial<Parameters<typeof answersFor>[0]> = {}) => ({ row: 5, first: 5, candidates: [], heldBack: [], ...more })
const said = (answers: ReturnType<typeof answersFor>) => answers.map(decisionText)

describe('what may be answered', () => {
  it.each([
    ['nobody is like it', asked(), ['new', 'skip']],
    ['one by name', asked({ candidates: [{ personId: A, by: 'name' }] }), [`person:${A}`, 'new', 'skip']],
    ['one by number: no second person gets it', asked({ candidates: [{ personId: A, by: 'identity' }] }), [`person:${A}`, 'skip']],
    ['an earlier row is the same person', asked({ first: 2 }), ['skip']],
    ['a protected address', asked({ candidates: [{ personId: A, by: 'identity' }], heldBack: [{ field: 'street', from: null, to: 'x', hidden: true }] }), [`person:${A}`, `person:${A}:address`, 'skip']],
  ])('%s', (_what, row, answers) => expect(said(answersFor(row))).toEqual(answers))

  it('for all: the only person, else somebody new, else nobody can say; a protected address is never taken along', () => {
    expect(answerForAll(asked(), 'apply')).toEqual({ as: 'new' })
    expect(answerForAll(asked({ candidates: [{ personId: A, by: 'name' }] }), 'apply')).toEqual({ as: 'person', personId: A })
    expect(answerForAll(asked({ candidates: [{ personId: A, by: 'name' }, { personId: B, by: 'name' }] }), 'apply')).toBeNull()
    expect(answerForAll(asked({ first: 2 }), 'apply')).toBeNull()
    expect(answerForAll(asked({ candidates: [{ personId: A, by: 'identity' }], heldBack: [{ field: 'street', from: null, to: 'x' }] }), 'apply')).toEqual({ as: 'person', personId: A })
    expect(answerForAll(asked({ first: 2 }), 'skip')).toEqual({ as: 'skip' })
  })
})

test('an answer survives the form and the database; anything else is no answer', () => {
  for (const decision of [{ as: 'skip' }, { as: 'new' }, { as: 'person', personId: A }, { as: 'person', personId: A, acceptAddress: true }] as const) expect(readDecision(decisionText(decision))).toEqual(decision)
  for (const text of ['', 'person:', 'person:1', `person:${A}:x`, `x person:${A}`, null, undefined]) expect(readDecision(text)).toBeNull()
})

test('an import of 31 January can be undone until 2 March, or 1 March in a leap year', () => {
  expect(lastUndoDay(toDay('2026-01-31'))).toBe('2026-03-02')
  expect(lastUndoDay(toDay('2028-01-31'))).toBe('2028-03-01')
})

test.each<[BatchState, Parameters<typeof shownStep>[1], string]>([
  ['UPLOADED', undefined, 'columns'], ['UPLOADED', 'preview', 'columns'], ['UPLOADED', 'confirm', 'columns'], ['MAPPED', 'columns', 'columns'], ['PREVIEWED', 'values', 'values'],
  ['PREVIEWED', 'confirm', 'confirm'], ['PREVIEWED', 'missing', 'missing'], ['PREVIEWING', 'confirm', 'preview'], ['CONFIRMED', 'columns', 'result'], ['CONFIRMED', 'missing', 'missing'], ['UNDONE', 'missing', 'result'],
])('%s asked for %s shows %s', (state, wanted, shown) => expect(shownStep(state, wanted)).toBe(shown))

test('every state stands at a step', () => {
  expect(stepOf('CONFIRMING')).toBe('result')
  expect(stepOf('PREVIEWING')).toBe('preview')
})
