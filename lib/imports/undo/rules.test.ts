import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AppliedRow, type PersonNow, undoPlan } from './rules'

const now = (values: PersonNow['values'], changes: Partial<PersonNow> = {}): PersonNow => ({ values, touched: new Set(), records: new Map(), inUse: false, ...changes })
const applied = (changes: AppliedRow['changes'], more: Partial<AppliedRow> = {}): AppliedRow => ({ row: 2, personId: 'p', created: false, changes, addedRecordIds: [], ...more })
const TOWN = { field: 'town', from: 'Hobro', to: 'Randers' }

describe('what is taken back', () => {
  test('a changed field, to the old value', () => {
    expect(undoPlan([applied([TOWN])], () => now({ town: 'Randers' }))).toEqual({ steps: [{ do: 'set', personId: 'p', recordId: null, field: 'town', from: 'Randers', to: 'Hobro' }], refused: [] })
  })
  test('a new person, once, with all they were given', () => {
    const rows = [applied([{ field: 'town', from: null, to: 'Randers' }], { created: true, addedRecordIds: ['d1'] }), applied([], { row: 3, addedRecordIds: ['d2'] })]
    const person = now({ town: 'Randers' }, { records: new Map(['d1', 'd2'].map((id) => [id, { values: {}, touched: new Set<string>() }])) })
    expect(undoPlan(rows, () => person)).toEqual({ steps: [{ do: 'remove-person', personId: 'p' }], refused: [] })
  })
})

describe('what is refused, with the reason', () => {
  const code = (row: AppliedRow, person: PersonNow | null) => undoPlan([row], () => person)
  const created = applied([], { created: true, addedRecordIds: ['d1'] })
  test.each<[string, AppliedRow, PersonNow | null]>([
    ['changed-later', applied([TOWN]), now({ town: 'Aarhus' })],
    ['changed-later', applied([TOWN]), now({ town: 'Randers' }, { touched: new Set(['town']) })],
    ['person-gone', applied([TOWN]), null],
    ['record-gone', applied([{ ...TOWN, recordId: 'd9' }]), now({})],
    ['record-gone', applied([], { addedRecordIds: ['d9'] }), now({})],
    ['changed-later', applied([], { addedRecordIds: ['d1'] }), now({}, { records: new Map([['d1', { values: {}, touched: new Set(['mission']) }]]) })],
    ['person-in-use', created, now({}, { inUse: true })],
    ['changed-later', created, now({}, { touched: new Set(['phone']) })],
    ['changed-later', created, now({}, { records: new Map([['other', { values: {}, touched: new Set<string>() }]]) })],
    ['person-gone', created, null],
  ])('%s', (reason, row, person) => expect(code(row, person)).toMatchObject({ steps: [], refused: [{ code: reason }] }))

  test('a protection of somebody who was here stays, and what else the row did goes; somebody the import made goes with theirs', () => {
    const hidden = { field: 'protectedAddress', from: 'no', to: 'yes' }
    const person = now({ town: 'Randers', protectedAddress: 'yes' })
    const plan = undoPlan([applied([TOWN, hidden])], () => person, new Set(['protectedAddress']))
    expect(plan.steps).toMatchObject([{ do: 'set', field: 'town', to: 'Hobro' }])
    expect(plan.refused).toEqual([{ row: 2, personId: 'p', field: 'protectedAddress', code: 'protection-stays' }])
    expect(undoPlan([applied([TOWN, hidden], { created: true })], () => person, new Set(['protectedAddress']))).toEqual({ steps: [{ do: 'remove-person', personId: 'p' }], refused: [] })
  })

  test('and the other fields are still taken back', () => {
    const plan = undoPlan([applied([TOWN, { field: 'phone', from: null, to: '+4520123456' }])], () => now({ town: 'Aarhus', phone: '+4520123456' }))
    expect([plan.steps.map((step) => 'field' in step && step.field), plan.refused.map((refusal) => refusal.field)]).toEqual([['phone'], ['town']])
  })
})

test('whatever an import did to any fields in any number of rows, undoing gives exactly the former state', () => {
  const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })
  const rows = fc.array(fc.array(fc.tuple(fc.constantFrom('town', 'phone', 'email'), value), { maxLength: 4 }), { maxLength: 6 })
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('town', 'phone', 'email'), fc.constantFrom('a', 'b', 'c')), rows, (before, edits) => {
      const state: Record<string, string | null> = { ...before }
      const done = edits.map((edit, index) => applied(edit.flatMap(([field, to]) => {
        const from = state[field] ?? null
        state[field] = to
        return from === to ? [] : [{ field, from, to }]
      }), { row: index + 2 }))
      const plan = undoPlan(done, () => now(compact(state)))
      for (const step of plan.steps) if (step.do === 'set') state[step.field] = step.to
      expect(plan.refused).toEqual([])
      expect(compact(state)).toEqual({ ...before })
    }),
  )
})

function compact(state: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).filter((entry): entry is [string, string] => entry[1] !== null))
}
