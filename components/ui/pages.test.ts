import { expect, test } from 'vitest'
import { pageNumbers } from './pages'

test.each<[number, number, (number | null)[]]>([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [1, 16, [1, 2, null, 16]],
  [3, 16, [1, 2, 3, 4, null, 16]],
  [4, 16, [1, 2, 3, 4, 5, null, 16]],
  [8, 16, [1, null, 7, 8, 9, null, 16]],
  [16, 16, [1, null, 15, 16]],
])('page %i of %i', (current, total, expected) => expect(pageNumbers(current, total)).toEqual(expected))
