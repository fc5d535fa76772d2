import { expect, it } from 'vitest'
import { isShipped, mayChangeChannel } from './rules'

it('keeps the channel of what entries were read by', () => {
  expect([isShipped('walk'), isShipped('cafe-abc')]).toEqual([true, false])
  expect([{ code: 'walk', used: false }, { code: 'cafe-abc', used: true }, { code: 'cafe-abc', used: false }].map(mayChangeChannel)).toEqual([false, false, true])
})
