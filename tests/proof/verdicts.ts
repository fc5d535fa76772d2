import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { calls, knowPeople } from './calls'
import type { By, Mutant } from './mutants'
import type { CodeMutant } from './mutate-code'

const file = '.indgang/access-mutants.jsonl'
/** All that a verdict rests on, beside the test or the question that gave it. */
const product = ['{lib,prisma,messages,scripts/database}/**/*.*', 'package-lock.json']
const tests = ['tests/{support,access}/**/*.*', 'tests/bench/*.ts', 'tests/bench/tamper/*.ts', 'tests/integration/outreach/run-ground.ts', 'tests/proof/{judge-code,code-tests.config,oracle}.ts', 'tests/proof/oracle/*.ts']
const questions = ['tests/probes/**/*.ts', 'tests/proof/{askers,oracle,owned,rows,small-world,volunteering}.ts', 'tests/proof/oracle/*.ts', 'tests/proof/rows.sql']

type Line = { code: string; mutant: string; name: string; by: By }
export type Verdicts = {
  /** Who noticed this very mutant of this very code; only where an interrupted run is gone on with. */
  settled: (one: Mutant | CodeMutant) => By | undefined
  /** Who noticed one of this name at any time: asked first. */
  before: (one: Mutant | CodeMutant) => By | undefined
  keep: (one: Mutant | CodeMutant, by: By) => void
}

const sha = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex')
const all = (patterns: readonly string[]) => sha(...patterns.flatMap((pattern) => globSync(pattern)).sort().flatMap((name) => [name, readFileSync(name)]))
const textOf = (one: Mutant | CodeMutant) => ('file' in one ? one.text : one.sql)
const key = (one: Mutant | CodeMutant) => sha(nameOf(one), textOf(one))
export const nameOf = (one: Mutant | CodeMutant): string => `${'file' in one ? one.file : one.name}: ${one.how}`

/** By the words of all that the verdict rests on. */
function codes(): (by: By) => string {
  const [byTests, byQuestions] = [all([...product, ...tests]), all([...product, ...questions])]
  const known = new Map<string, string>()
  const read = ({ test, call }: By) => {
    if (test) return sha(byTests, existsSync(test) ? readFileSync(test) : '')
    const question = calls.find(({ name }) => name === call)
    return sha(byQuestions, question ? `${JSON.stringify(question)} ${question.declared} ${knowPeople}` : '')
  }
  return (by) => {
    const about = `${by.test} ${by.call}`
    const code = known.get(about) ?? read(by)
    known.set(about, code)
    return code
  }
}

/**
 * What was noticed, kept from run to run. A verdict counts only when a run is gone on with, and only as long as neither the product nor the test
 * or the question that gave it has changed by a letter. What nobody noticed is never kept.
 */
export function openVerdicts(goOn: boolean): Verdicts {
  const codeOf = codes()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line) : []
  const settled = new Map(goOn ? lines.filter(({ by, code }) => code === codeOf(by)).map(({ mutant, by }) => [mutant, by]) : [])
  const before = new Map(lines.map(({ name, by }) => [name, by]))
  mkdirSync('.indgang', { recursive: true })
  return {
    settled: (one) => settled.get(key(one)),
    before: (one) => before.get(nameOf(one)),
    keep: (one, by) => appendFileSync(file, `${JSON.stringify({ code: codeOf(by), mutant: key(one), name: nameOf(one), by } satisfies Line)}\n`),
  }
}
