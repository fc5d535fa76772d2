import { expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { MERGE_FIELDS, type MergeField, mergePreview, mergeRefusal, type MergeRecord, type MergeSide, type MergeValue } from './merge'

const value = (text: string, changedOn?: string): MergeValue => ({ text, changedOn: changedOn ? toDay(changedOn) : null })
const empty = Object.fromEntries(MERGE_FIELDS.map((field) => [field, null])) as MergeRecord
const record = (fields: Partial<MergeRecord>): MergeRecord => ({ ...empty, ...fields })

function row(field: MergeField, left: MergeValue, right: MergeValue, choice?: MergeSide, keep: MergeSide = 'left') {
  const rows = mergePreview(record({ [field]: left }), record({ [field]: right }), keep, choice ? { [field]: choice } : {})
  const { chosen, differs, choosable } = rows.find((each) => each.field === field) ?? rows[0]!
  return [chosen, differs, choosable]
}

it.each<[string, MergeField, MergeValue, MergeValue, MergeSide | undefined, unknown[]]>([
  ['equal values', 'lastName', value('Holm'), value('Holm'), 'right', ['left', false, false]],
  ['only one has a value', 'birthDate', null, value('1970-03-05'), 'left', ['right', true, false]],
  ['neither has a value', 'birthDate', null, null, undefined, ['left', false, false]],
  [
    'the newer is proposed',
    'address',
    value('Nørregade 1', '2025-01-01'),
    value('Søndergade 2', '2026-01-01'),
    undefined,
    ['right', true, true],
  ],
  [
    'the user decides otherwise',
    'address',
    value('Nørregade 1', '2025-01-01'),
    value('Søndergade 2', '2026-01-01'),
    'left',
    ['left', true, true],
  ],
  ['without days the kept record wins', 'lastName', value('Holm'), value('Holmgaard'), undefined, ['left', true, true]],
  ['a protection is not lifted', 'protection', value('P0'), value('P2'), 'left', ['right', true, false]],
  ['the first registration stands', 'registeredOn', value('2026-01-01'), value('2024-02-29'), 'left', ['right', true, false]],
  ['a death is not chosen away', 'diedOn', null, value('2026-01-01'), 'left', ['right', true, false]],
  ['large print stays on', 'largePrint', value('false'), value('true'), 'left', ['right', true, false]],
])('%s', (_, field, left, right, choice, expected) => {
  expect(row(field, left, right, choice)).toEqual(expected)
})

it('shows every field, in one order', () => {
  expect(mergePreview(record({}), record({}), 'right').map(({ field }) => field)).toEqual(MERGE_FIELDS)
  expect(row('lastName', value('Holm'), value('Holmgaard'), undefined, 'right')[0]).toBe('right')
})

it('refuses what cannot be one merge', () => {
  const pair = { leftId: 'a', rightId: 'b', leftMergedInto: null, rightMergedInto: null, notTheSame: false }
  expect(mergeRefusal(pair)).toBeNull()
  expect(mergeRefusal({ ...pair, rightId: 'a' })).toBe('same-record')
  expect(mergeRefusal({ ...pair, rightMergedInto: 'c' })).toBe('already-merged')
  expect(mergeRefusal({ ...pair, notTheSame: true })).toBe('said-not-the-same')
})
