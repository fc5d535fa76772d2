import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { OUTREACH_RULES } from '@/prisma/reference/outreach-rules'
import { outreachRules } from '@/lib/outreach/rules-data/sql'
import { transaction } from '@/lib/platform/db'

it('every deadline the product asks for is a row of the reference data, and every row is asked for', async () => {
  const { rules } = await transaction({ role: 'worker' }, (tx) => outreachRules(tx))
  const source = globSync('lib/outreach/rules-data/*.ts').map((file) => readFileSync(file, 'utf8')).join('\n')
  const asked = [...source.slice(source.indexOf('const CODES')).matchAll(/'([a-z-]+)'/g)].map((match) => match[1])
  expect(OUTREACH_RULES.map((rule) => rule.code).sort()).toEqual([...asked].sort())
  expect(rules.map((rule) => rule.code).sort()).toEqual([...asked].sort())
})
