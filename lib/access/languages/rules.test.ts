import { expect, it } from 'vitest'
import { keptAs, spokenOf } from './rules'

it('what is kept is read back, and what is no language says nothing', () => {
  const spoken = { ar: 'good', da: 'native' } as const
  expect(keptAs(spoken)).toEqual(['da-native', 'ar-good'])
  expect(spokenOf(keptAs(spoken))).toEqual(spoken)
  expect(spokenOf(['xx-good', 'ar-very', 'ar', '', 'so-some'])).toEqual({ so: 'some' })
})
