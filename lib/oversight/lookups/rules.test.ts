import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import da from '@/messages/da/oversight.json'
import { countsOf, readReport, reportHref, workOf } from './rules'

const id = '0190a1b2-0000-7000-8000-0000000000aa'

describe('the report’s address', () => {
  it('names a person and days, and nothing else is believed', () => {
    expect(readReport({ person: id.toUpperCase(), from: '2028-02-29', to: '2027-02-29' })).toEqual({ person: id, from: '2028-02-29', to: null })
    expect(readReport({ person: 'Hansen' })).toBeNull()
    expect(reportHref('/audit/report', { person: id, from: null, to: null }, { as: 'pdf' })).toBe(`/audit/report?person=${id}&as=pdf`)
  })
})

it('counts each kind', () => {
  expect(countsOf([{ kind: 'VIEW' }, { kind: 'LIST' }, { kind: 'VIEW' }])).toEqual({ VIEW: 2, LIST: 1, CHANGE: 0, DISCLOSURE: 0 })
})

describe('every action that is written to the log', () => {
  it('belongs to a work the citizen can read the name of', () => {
    const source = execFileSync('git', ['grep', '-hoE', "action: (`|'|[^,}]*')[a-z]+\\.[a-z]", '--', 'lib'], { encoding: 'utf8' })
    const works = new Set([...source.matchAll(/([a-z]+)\.[a-z]$/gm)].map((match) => workOf(match[1] ?? '')))
    expect(works.size).toBeGreaterThan(20)
    expect([...works].filter((work) => !(work in da.report.work))).toEqual([])
  })
})
