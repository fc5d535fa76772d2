import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { VETERAN_REGISTER } from '@/lib/people/register-import/fields'
import da from '@/messages/da/imports.json'
import en from '@/messages/en/imports.json'

const ROOT = join(import.meta.dirname, '../..')
const PARAMS = { row: 2, column: 'K', count: 2, text: 't', found: 1, expected: 2, limit: 3, length: 4, letter: 'A', other: 3, digits: 9, year: 1900, day: 'd', given: 'g', family: 'f', megabytes: 25, sheet: 's', columns: 'c', chosen: 'c', others: 'o', first: 'A1', fields: 'f', field: 'f', oneOf: 'o' }

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
}

const code = [...sources('lib/imports'), ...sources('lib/people/register-import')].join('\n')
const found = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ''))]

const NOTES = found(/note\('([a-z-]+)'/g).concat(found(/notes\.push\(\{ code: '([a-z-]+)'/g))
/** Every code the source can produce, read out of the source, so that a new one without a sentence fails here. */
const CODES = {
  file: found(/FileRefused\('([a-z-]+)'/g).concat(found(/\{ code: '([a-z-]+)', bytes:/g), ['encrypted', 'xls']),
  problem: found(/(?:error\(|about\(row, |\? )'([a-z]+(?:-[a-z]+)+)'/g).concat(found(/code: '([a-z-]+)', (?:severity|params: \{ (?:found|count|letter))/g), ['cpr-length', 'cpr-characters', 'cpr-date', 'cpr-empty', 'cpr-differs']).filter((each) => !NOTES.includes(each)),
  note: NOTES,
  mapping: found(/problems\.push\(\{ code: '([a-z-]+)'/g),
  undo: found(/(?:refused\.push\(\{ row[^}]*code: )'([a-z-]+)'/g),
  field: VETERAN_REGISTER.fields.map((field) => field.key),
}

describe.each([['da', da], ['en', en]] as const)('%s', (locale, messages) => {
  const t = createTranslator({ locale, messages: { imports: messages } as never, onError: (cause) => { throw cause } }) as unknown as (key: string, params: object) => string
  test.each(Object.entries(CODES))('every %s code has a sentence that can be said', (group, codes) => {
    expect(codes.length).toBeGreaterThan(3)
    for (const each of codes) expect(t(`imports.${group}.${each}`, PARAMS).length, each).toBeGreaterThan(1)
  })
  test('every sentence about a row names the row, and the column where there is one', () => {
    for (const [key, sentence] of Object.entries(messages.problem)) expect(sentence, key).toMatch(locale === 'da' ? /^Række \{row, number\}(, kolonnen »\{column\}«)?: / : /^Row \{row, number\}(, column “\{column\}”)?: /)
  })
})

test('both languages say the same things', () => {
  const keys = (messages: object) => Object.entries(messages).flatMap(([group, texts]) => Object.keys(texts as object).map((key) => `${group}.${key}`))
  expect(keys(en).sort()).toEqual(keys(da).sort())
})
