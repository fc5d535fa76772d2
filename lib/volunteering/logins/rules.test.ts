import { expect, it } from 'vitest'
import { steps } from '../path/rules'
import { loginRefusal } from './rules'

it('is for those who help or hold a pause, and have an address a link can be sent to', () => {
  expect(steps.map((step) => [step, loginRefusal({ step, email: 'a@b.dk' })])).toEqual([['interested', 'standing'], ['invited', 'standing'], ['talked', 'standing'], ['cleared', 'standing'], ['active', null], ['paused', null], ['ended', 'standing']])
  expect(loginRefusal({ step: 'active', email: null })).toBe('email')
})
