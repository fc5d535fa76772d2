import { describe, expect, it } from 'vitest'
import { dayOf, toDay } from '@/lib/platform/day'
import { keptThrough, mayErase, readLine, signLine, type LedgerLine } from './rules'

const year = { length: 1, unit: 'YEAR' } as const

describe('a period', () => {
  it('ends on the same day of the month, or the last there is', () => {
    expect(keptThrough(toDay('2024-02-29'), year)).toBe('2025-02-28')
    expect(keptThrough(toDay('2024-02-29'), { length: 4, unit: 'YEAR' })).toBe('2028-02-29')
    expect(keptThrough(toDay('2026-08-31'), { length: 6, unit: 'MONTH' })).toBe('2027-02-28')
  })

  it('keeps its last day until midnight in Denmark, also when the clocks change', () => {
    const anchor = toDay('2026-03-28')
    expect(mayErase(anchor, year, dayOf(new Date('2027-03-28T21:59:00Z')))).toBe(false)
    expect(mayErase(anchor, year, dayOf(new Date('2027-03-28T22:30:00Z')))).toBe(true)
    expect(mayErase(toDay('2025-10-25'), year, dayOf(new Date('2026-10-24T22:30:00Z')))).toBe(false)
    expect(mayErase(toDay('2025-10-25'), year, dayOf(new Date('2026-10-25T23:30:00Z')))).toBe(true)
  })
})

describe('a line of the ledger', () => {
  const key = Buffer.from('k'.repeat(32))
  const line: LedgerLine = { id: 'a', at: '2026-11-21T10:00:00.000Z', kind: 'attempt', key: 'b', person: null, run: 'c', rule: 'r', approvedBy: 'd', receipt: null }

  it('is believed only as it was written', () => {
    const text = JSON.stringify({ ...line, mac: signLine(key, line) })
    expect(readLine(key, text)).toEqual(line)
    for (const forged of [text.replace('"b"', '"x"'), text.replace('attempt', 'person'), JSON.stringify(line), '{', 'null']) expect(readLine(key, forged)).toBeNull()
    expect(readLine(Buffer.from('other'), text)).toBeNull()
  })
})
