import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Exported functions whose first parameter is not `actor`. */
function withoutActor(code: string): string[] {
  return [...code.matchAll(/^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(\w*)/gm), ...code.matchAll(/^export const (\w+) = (?:cache\()?(?:async )?\(\s*(\w*)/gm)]
    .filter(([, , first]) => first !== 'actor')
    .map(([, name]) => name ?? '')
}

describe('every query says for whom', () => {
  const files = globSync('lib/**/queries.ts')

  it('by its first parameter', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap((file) => withoutActor(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`))).toEqual([])
  })

  it('and never reaches the browser', () => {
    expect(files.filter((file) => !readFileSync(file, 'utf8').startsWith("import 'server-only'"))).toEqual([])
  })

  it('and one without an actor is found', () => {
    expect(withoutActor('export async function findAll(filter: string) {}\nexport async function find(actor: Actor) {}\nexport const open = cache(async (id: string) => {})')).toEqual(['findAll', 'open'])
  })
})
