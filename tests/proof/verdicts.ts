import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import type { By, Mutant } from './mutants'
import type { CodeMutant } from './mutate-code'

const file = '.indgang/access-mutants.jsonl'
/** All that a verdict rests on: the product, and whoever judges it. */
const restsOn = ['{lib,prisma,messages,scripts/database}/**/*.*', 'tests/{proof,probes,support,integration,access}/**/*.*', 'package-lock.json']

type Line = { code: string; mutant: string; name: string; by: By }
export type Verdicts = {
  /** Who noticed this very mutant of this very code; only where an interrupted run is gone on with. */
  settled: (one: Mutant | CodeMutant) => By | undefined
  /** Who noticed one of this name at any time: asked first. */
  before: (one: Mutant | CodeMutant) => By | undefined
  keep: (one: Mutant | CodeMutant, by: By) => void
}

const sha = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex')
const textOf = (one: Mutant | CodeMutant) => ('file' in one ? one.text : one.sql)
export const nameOf = (one: Mutant | CodeMutant): string => `${'file' in one ? one.file : one.name}: ${one.how}`

/** What was noticed, kept from run to run. What nobody noticed is never kept, and nothing counts once a file it rests on has changed. */
export function openVerdicts(goOn: boolean): Verdicts {
  const code = sha(...restsOn.flatMap((pattern) => globSync(pattern)).sort().flatMap((name) => [name, readFileSync(name)]))
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line) : []
  const settled = new Map(goOn ? lines.filter((line) => line.code === code).map(({ mutant, by }) => [mutant, by]) : [])
  const before = new Map(lines.map(({ name, by }) => [name, by]))
  mkdirSync('.indgang', { recursive: true })
  return {
    settled: (one) => settled.get(sha(nameOf(one), textOf(one))),
    before: (one) => before.get(nameOf(one)),
    keep: (one, by) => appendFileSync(file, `${JSON.stringify({ code, mutant: sha(nameOf(one), textOf(one)), name: nameOf(one), by } satisfies Line)}\n`),
  }
}
