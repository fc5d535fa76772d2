import { expect, test } from '@playwright/test'
import { compareEntryPoints } from '../access/entry-points'

test('every way into the build is declared, declared ones exist, and each has a policy or a reason', () => {
  const { found, undeclared, missing, withoutPolicy, excused } = compareEntryPoints()
  console.log([`${found} ways in; open to everybody, with the reason:`, ...excused].join('\n  '))
  expect(found).toBeGreaterThan(150)
  expect({ undeclared, missing, withoutPolicy }).toEqual({ undeclared: [], missing: [], withoutPolicy: [] })
})
