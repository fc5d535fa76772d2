import { expect, it } from 'vitest'
import { roles } from '../matrix'
import { proposable, readRight, rights, writeRight } from './rules'

it('every role and clearance is a right, and reads as it was written', () => {
  expect(rights.length).toBe(roles.length + 2)
  for (const right of rights) expect(writeRight(readRight(right))).toBe(right)
})

it('what is held, waits or is the provider’s to give is not proposed', () => {
  expect(proposable({ federated: false, held: ['role:MANAGER'], open: ['clearance:SHIELDED'] })).toHaveLength(rights.length - 2)
  expect(proposable({ federated: true, held: [], open: [] })).toEqual(['clearance:PROTECTED_ADDRESS', 'clearance:SHIELDED'])
})
