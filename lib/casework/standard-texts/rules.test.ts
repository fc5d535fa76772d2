import { expect, it } from 'vitest'
import { insertAt } from './rules'

it.each([
  ['', 0, 0, 'Aftalt: ', 8],
  ['Talt sammen.', 12, 12, 'Talt sammen. Aftalt: ', 21],
  ['Talt sammen.\n', 13, 13, 'Talt sammen.\nAftalt: ', 21],
  ['Før efter', 4, 4, 'Før Aftalt:  efter', 13],
  ['Før xx efter', 4, 6, 'Før Aftalt:  efter', 12],
])('%j from %i to %i becomes %j', (value, start, end, expected, cursor) => {
  expect(insertAt(value, start, end, 'Aftalt: ')).toEqual({ value: expected, cursor })
})
