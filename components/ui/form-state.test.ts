import { describe, expect, test } from 'vitest'
import { describedBy, fieldId, fieldValue, fieldValues, summaryOf } from './form-state'

describe('what a field shows', () => {
  test('typed wins over stored, also when it was emptied', () => {
    expect(fieldValue({ values: { name: '' } }, 'name', 'Mette')).toBe('')
    expect(fieldValue({ values: {} }, 'name', 'Mette')).toBe('Mette')
    expect(fieldValue(null, 'name', 'Mette')).toBe('Mette')
  })

  test('boxes that were all unticked stay unticked', () => {
    expect(fieldValues({ values: {} }, 'needs', ['print'])).toEqual([])
    expect(fieldValues(null, 'needs', ['print'])).toEqual(['print'])
    expect(fieldValues({ values: { needs: 'tolk' } }, 'needs')).toEqual(['tolk'])
  })

  test('help is read before the error', () => {
    expect(describedBy('field-a', { help: true, error: true, extra: 'x' })).toBe('field-a-help field-a-error x')
    expect(describedBy('field-a', {})).toBeUndefined()
  })
})

describe('the error summary', () => {
  test('links each sentence to its field once, in the order of the form', () => {
    const summary = summaryOf({ fields: { b: ['Mangler'], a: ['Mangler', 'For kort'], c: undefined }, values: {} }, 'x')
    expect(summary?.lines).toEqual([{ id: fieldId('b', 'x'), text: 'Mangler' }, { id: fieldId('a', 'x'), text: 'For kort' }])
  })

  test('is there for a message alone and gone when all went well', () => {
    expect(summaryOf({ message: 'Nej', values: {} })).toEqual({ message: 'Nej', lines: [] })
    expect(summaryOf({ message: 'Gemt', ok: true, values: {} })).toBeNull()
    expect(summaryOf({ values: {} })).toBeNull()
    expect(summaryOf(null)).toBeNull()
  })
})
