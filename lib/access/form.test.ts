import { expect, it } from 'vitest'
import { formValues } from './form'

function form(...fields: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

it('typed values come back as they were typed; a name that stands twice is a list', () => {
  expect(formValues(form(['a', ' x '], ['b', '1'], ['b', '2'], ['b', '3']))).toEqual({ a: ' x ', b: ['1', '2', '3'] })
})

it('files, secrets and the framework’s own fields do not come back', () => {
  expect(formValues(form(['a', new File(['x'], 'x.txt')], ['password', 'p'], ['$ACTION_ID', 'x'], ['c', 'd']), ['password'])).toEqual({ c: 'd' })
})

it('a field named like a part of every object is a field like any other', () => {
  const values = formValues(form(['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']))
  expect(Object.entries(values)).toEqual([['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']])
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
})
