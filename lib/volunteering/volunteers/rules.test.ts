import { expect, it } from 'vitest'
import { times, week } from './rules'

it('the week is told by its days in order, whatever order it was ticked in', () => {
  expect(times).toHaveLength(21)
  expect(week(['3-evening', '1-evening', '3-morning', '9-morning'])).toEqual([{ weekday: 1, parts: ['evening'] }, { weekday: 3, parts: ['morning', 'evening'] }])
  expect(week([])).toEqual([])
})
