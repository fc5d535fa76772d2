import { expect, test } from 'vitest'
import { closingRefusal, unitCode } from './rules'

const empty = { closedOn: null, staff: 0, citizens: 0, cases: 0, unclaimed: 0, offered: 0, consents: 0 }
test.each([
  [empty, false, null],
  [{ ...empty, staff: 1, citizens: 1 }, true, 'staff'],
  [{ ...empty, citizens: 1 }, true, 'citizens'],
  [{ ...empty, staff: 1, cases: 1 }, true, 'cases'],
  [{ ...empty, offered: 1 }, true, 'cases'],
  [{ ...empty, consents: 2 }, false, 'consents'],
  [{ ...empty, consents: 2 }, true, null],
  [{ ...empty, closedOn: '2026-01-01' }, true, 'closed'],
])('%j, told %s: %s', (unit, told, refusal) => {
  expect(closingRefusal(unit, told)).toBe(refusal)
})

test.each([['Flygtninge & integration', [], 'flygtninge-integration'], ['Ældre på Ærø', [], 'aeldre-paa-aeroe'], ['Veteran', ['veteran', 'veteran-2'], 'veteran-3'], ['!!!', [], 'enhed']] as const)('%s', (name, taken, code) => {
  expect(unitCode(name, new Set(taken))).toBe(code)
})
