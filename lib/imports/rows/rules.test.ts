import { describe, expect, test } from 'vitest'
import { VETERAN_REGISTER as KIND } from '@/lib/people/register-import/fields'
import type { Values } from '../kind'
import type { ParsedRow } from '../values/rules'
import type { Stored } from './diff'
import { judgeRows } from './rules'
import { countVerdicts, disappeared } from './summary'
import type { Decision } from './verdict'

const PERSON: Values = { firstName: 'Bo', lastName: 'Lund', birthDate: '1980-01-01', street: 'Storegade', number: '5', floor: '1', door: 'tv', postcode: '8900', town: 'Randers C', protectedAddress: 'no' }
const KFOR: Values = { mission: 'KFOR', country: 'Kosovo', deployedFrom: '2001-02-01' }
const row = (values: Values, number = 2, issues: ParsedRow['issues'] = []): ParsedRow => ({ number, cells: [], values, issues })
const stored = (changes: Partial<Stored> = {}): Stored => ({ personId: 'p1', by: 'identity', values: PERSON, records: [{ id: 'd1', values: KFOR }], sealed: { cpr: 'same' }, addressProtected: false, ...changes })
const judge = (rows: ParsedRow[], found: Stored[] = [], decisions: [number, Decision][] = []) => judgeRows(rows, { kind: KIND, lookUp: () => found, decisions: new Map(decisions) })
const one = (values: Values, found: Stored[] = [], decision?: Decision) => judge([row(values)], found, decision ? [[2, decision]] : [])[0]!
const FULL = { cpr: '6101801234', ...PERSON, ...KFOR }

describe('one row', () => {
  test('nobody found: new, with every value and the deployment', () => {
    const verdict = one(FULL)
    expect(verdict).toMatchObject({ kind: 'new', personId: null, addition: KFOR })
    expect(verdict.changes.map((change) => change.field)).not.toContain('fullName')
  })
  test('all as stored: same', () => expect(one(FULL, [stored()])).toMatchObject({ kind: 'same', personId: 'p1', changes: [], addition: null }))
  test('an empty cell erases nothing', () => expect(one({ cpr: '6101801234', firstName: 'Bo', lastName: 'Lund' }, [stored()]).kind).toBe('same'))
  test('a value that differs: changed, old and new', () => {
    expect(one({ ...FULL, lastName: 'Lund Holm' }, [stored()])).toMatchObject({ kind: 'changed', changes: [{ field: 'lastName', from: 'Lund', to: 'Lund Holm' }] })
  })
  test('another street does not keep the floor of the old one', () => {
    expect(one({ firstName: 'Bo', lastName: 'Lund', cpr: '6101801234', street: 'Nygade', number: '7', postcode: '8900', town: 'Randers C' }, [stored()]).changes).toEqual([
      { field: 'street', from: 'Storegade', to: 'Nygade' }, { field: 'number', from: '5', to: '7' }, { field: 'floor', from: '1', to: null }, { field: 'door', from: 'tv', to: null },
    ])
  })
  test('one more deployment is added, a known one filled in', () => {
    expect(one({ ...FULL, mission: 'ISAF', country: 'Afghanistan', deployedFrom: '2009-02-01' }, [stored()])).toMatchObject({ kind: 'changed', changes: [], addition: { mission: 'ISAF' } })
    expect(one({ ...FULL, deployedTo: '2001-08-01' }, [stored()])).toMatchObject({ kind: 'changed', changes: [{ field: 'deployedTo', from: null, to: '2001-08-01', recordId: 'd1' }], addition: null })
  })
  test('a whole name that says the same as two stored parts is no change', () => {
    const long = stored({ values: { ...PERSON, firstName: 'Bo', lastName: 'Møller Lund' } })
    expect(one({ cpr: '6101801234', fullName: 'Bo Møller Lund', firstName: 'Bo Møller', lastName: 'Lund' }, [long]).kind).toBe('same')
  })
  test('an error in a cell keeps the row out, whatever was decided', () => {
    const bad = row(FULL, 2, [{ row: 2, column: 'E-mail', field: 'email', code: 'email-not-understood', severity: 'error', params: {} }])
    expect(judge([bad], [stored()], [[2, { as: 'person', personId: 'p1' }]])[0]?.kind).toBe('error')
  })
})

describe('doubtful', () => {
  const codes = (values: Values, found: Stored[]) => [one(values, found).kind, ...one(values, found).issues.map((issue) => issue.code)]
  test.each<[string, Values, Stored[]]>([
    ['several-candidates', FULL, [stored(), stored({ personId: 'p2' })]],
    ['name-differs', { ...FULL, firstName: 'Kirsten', lastName: 'Østergaard' }, [stored()]],
    ['cpr-differs', FULL, [stored({ sealed: { cpr: 'other' } })]],
    ['nothing-to-recognise-by', { firstName: 'Bo', lastName: 'Lund' }, []],
    ['protected-address-would-change', { ...FULL, street: 'Nygade' }, [stored({ addressProtected: true })]],
  ])('%s', (code, values, found) => expect(codes(values, found)).toEqual(['doubtful', code]))

  test('an answer settles it: this person, a new one, or not at all', () => {
    const two = [stored(), stored({ personId: 'p2' })]
    expect(one(FULL, two, { as: 'person', personId: 'p2' })).toMatchObject({ kind: 'same', personId: 'p2' })
    expect(one(FULL, two, { as: 'new' })).toMatchObject({ kind: 'new', personId: null })
    expect(one(FULL, two, { as: 'skip' })).toMatchObject({ kind: 'doubtful', skipped: true })
    expect(one(FULL, two, { as: 'person', personId: 'p9' })).toMatchObject({ kind: 'error', issues: [{ code: 'decision-outdated' }] })
  })
})

describe('protection', () => {
  const hidden = stored({ addressProtected: true, values: { ...PERSON, protectedAddress: 'yes' } })
  test('the old address is not told, and the address stays unless someone says so', () => {
    const values = { ...FULL, street: 'Nygade', protectedAddress: 'yes' }
    expect(JSON.stringify(one(values, [hidden]))).not.toContain('Storegade')
    expect(one(values, [hidden], { as: 'person', personId: 'p1' })).toMatchObject({ kind: 'same', changes: [], heldBack: [{ field: 'street', from: null, hidden: true }] })
    expect(one(values, [hidden], { as: 'person', personId: 'p1', acceptAddress: true }).changes).toContainEqual({ field: 'street', from: null, to: 'Nygade', hidden: true })
  })
  test('an empty address and a lapsed protection change nothing', () => {
    expect(one({ cpr: '6101801234', firstName: 'Bo', lastName: 'Lund', protectedAddress: 'no' }, [hidden])).toMatchObject({ kind: 'same', changes: [], issues: [{ code: 'protection-not-lowered', severity: 'hint' }] })
  })
  test('a list may raise it', () => expect(one({ ...FULL, protectedAddress: 'yes' }, [stored()])).toMatchObject({ kind: 'changed', changes: [{ field: 'protectedAddress', to: 'yes' }] }))
})

describe('several rows about one person', () => {
  const second = { ...FULL, mission: 'ISAF', country: 'Afghanistan', deployedFrom: '2009-02-01' }
  test('one new person with two deployments, the second row joining the first', () => {
    expect(judge([row(FULL, 2), row(second, 3)]).map(({ kind, joins, changes, addition }) => [kind, joins, changes.length > 0, addition?.mission])).toEqual([['new', null, true, 'KFOR'], ['new', 2, false, 'ISAF']])
  })
  test('a third row that only says less about the first deployment adds nothing', () => {
    const less = { ...FULL, deployedTo: '2001-08-01' }
    expect(judge([row(less, 2), row(second, 3), row(FULL, 4)]).map(({ kind, addition }) => [kind, addition?.mission])).toEqual([['new', 'KFOR'], ['new', 'ISAF'], ['same', undefined]])
  })
  test('a row may fill in the deployment an earlier row adds, and then a third has nothing to say', () => {
    const ended = { ...FULL, deployedTo: '2001-08-01' }
    const change = { field: 'deployedTo', from: null, to: '2001-08-01', recordId: 'row:2' }
    expect(judge([row(FULL, 2), row(ended, 3), row({ ...ended, floor: '1' }, 4)]).slice(1, 2)).toMatchObject([{ kind: 'new', joins: 2, changes: [change], addition: null }])
    expect(judge([row(FULL, 2), row(ended, 3), row({ firstName: 'Bo', lastName: 'Lund', cpr: '6101801234', ...KFOR, deployedTo: '2001-08-01' }, 4)])[2]?.kind).toBe('same')
  })
  test('the same row twice, and rows that contradict', () => {
    expect(judge([row(FULL, 2), row(FULL, 3)]).map((verdict) => [verdict.kind, verdict.issues[0]?.code, verdict.issues[0]?.params.other])).toEqual([['new', undefined, undefined], ['doubtful', 'duplicate-in-file', 2]])
    expect(judge([row(FULL, 2), row({ ...second, town: 'Hobro' }, 3)]).map((verdict) => [verdict.kind, verdict.issues[0]?.code, verdict.issues[0]?.params.other])).toEqual([['doubtful', 'contradicts-row', 3], ['doubtful', 'contradicts-row', 2]])
  })
  test('a row waits when the one it joins is not going in', () => {
    const bad = row(FULL, 2, [{ row: 2, column: 'By', field: 'town', code: 'garbled', severity: 'error', params: {} }])
    expect(judge([bad, row(second, 3)])[1]).toMatchObject({ kind: 'doubtful', issues: [{ code: 'waits-for-row', params: { other: 2 } }] })
  })
  test('same name and birth date, each with a number of their own, are two people', () => {
    expect(judge([row(FULL, 2), row({ ...FULL, cpr: '6101805678' }, 3)]).map((verdict) => verdict.joins)).toEqual([null, null])
  })
  test('twenty thousand rows of one person take no more than a moment', { timeout: 5_000 }, () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => row(FULL, index + 2))
    expect(countVerdicts(judge(rows))).toEqual({ new: 1, changed: 0, same: 0, doubtful: 19_999, error: 0 })
  })
})

test('who disappeared: not in the file, or perhaps behind a row that is not settled', () => {
  const verdicts = judge([row(FULL, 2)], [stored()]).concat(judge([row(FULL, 3)], [stored({ personId: 'p2' }), stored({ personId: 'p3' })]))
  expect(disappeared(['p1', 'p2', 'p4'], verdicts)).toEqual([{ personId: 'p2', certainty: 'unsure' }, { personId: 'p4', certainty: 'gone' }])
})
