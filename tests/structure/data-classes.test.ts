import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const scalar = /^(String|Int|BigInt|Boolean|DateTime|Json|Bytes|Decimal|Float)$/

/** Columns of a schema text that say no data class. A field whose type is a model is a relation, not a column. */
export function unclassified(schema: string): string[] {
  const enums = new Set([...schema.matchAll(/^enum (\w+)/gm)].map((match) => match[1]))
  const missing: string[] = []
  for (const [, model, body] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm))
    for (const line of (body ?? '').split('\n')) {
      const [, field, type] = line.match(/^ {2}(\w+)\s+(\w+)(?:\?|\[\])?(?:\s|$)/) ?? []
      if (type && (scalar.test(type) || enums.has(type)) && !/\/\/\/ K[0-4]\b/.test(line)) missing.push(`${model}.${field}`)
    }
  return missing
}

describe('every column says how confidential it is', () => {
  it('in the schema', () => {
    const schema = readdirSync('prisma/schema').map((file) => readFileSync(`prisma/schema/${file}`, 'utf8')).join('\n')
    expect(schema).toContain('model Person {')
    expect(unclassified(schema)).toEqual([])
  })

  it('and a column without a class is found', () => {
    expect(unclassified('enum Tone {\n  A\n}\nmodel Thing {\n  id String @id /// K1\n  name String?\n  tone Tone @default(A)\n  other Thing\n}\n')).toEqual(['Thing.name', 'Thing.tone'])
  })
})
