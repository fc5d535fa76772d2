import { describe, expect, it } from 'vitest'
import { toDay } from '@/lib/platform/day'
import { newVersionRefusal, versionState } from './rules'

const today = toDay('2028-02-29')
const version = (from: string, to: string | null = null) => ({ validFrom: toDay(from), validTo: to === null ? null : toDay(to) })

describe('versions of a rule', () => {
  it('hold on both their first and their last day', () => {
    expect(versionState(version('2028-02-29'), today)).toBe('now')
    expect(versionState(version('2000-01-01', '2028-02-29'), today)).toBe('now')
    expect(versionState(version('2000-01-01', '2028-02-28'), today)).toBe('past')
    expect(versionState(version('2028-03-01'), today)).toBe('coming')
  })

  it('begin tomorrow at the earliest, and after every other', () => {
    expect(newVersionRefusal(today, [version('2000-01-01')], today)).toBe('notInFuture')
    expect(newVersionRefusal(toDay('2028-03-01'), [version('2000-01-01')], today)).toBeNull()
    expect(newVersionRefusal(toDay('2028-03-01'), [version('2000-01-01', '2028-02-29'), version('2028-03-01')], today)).toBe('beforeLatest')
  })
})
