import { expect, test } from 'vitest'
import { closingRefusal, unitCode } from './rules'

test.each([[{ closedOn: null, staff: 0 }, null], [{ closedOn: null, staff: 1 }, 'staff'], [{ closedOn: '2026-01-01', staff: 0 }, 'closed']])('%j: %s', (unit, refusal) => {
  expect(closingRefusal(unit)).toBe(refusal)
})

test.each([['Flygtninge & integration', [], 'flygtninge-integration'], ['Ældre på Ærø', [], 'aeldre-paa-aeroe'], ['Veteran', ['veteran', 'veteran-2'], 'veteran-3'], ['!!!', [], 'enhed']] as const)('%s', (name, taken, code) => {
  expect(unitCode(name, new Set(taken))).toBe(code)
})
