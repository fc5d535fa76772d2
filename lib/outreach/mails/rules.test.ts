import { expect, it } from 'vitest'
import { settlementsOf } from './rules'

it('a mail in doubt has three answers, a refused one was never sent', () => {
  expect(settlementsOf('UNCERTAIN')).toEqual(['sent', 'again', 'close'])
  expect(settlementsOf('FAILED')).toEqual(['again', 'close'])
})
