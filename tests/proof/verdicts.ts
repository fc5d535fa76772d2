import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { calls, knowPeople } from './calls'
import type { By, Mutant } from './mutants'
import type { CodeMutant } from './mutate-code'

const file = '.indgang/access-mutants.jsonl'
/** All that a verdict by a question rests on, beside the question itself. It is asked again in no time, so any change of the product asks it again. */
const questions = ['{lib,prisma,messages,scripts/database}/**/*.*', 'package-lock.json', 'tests/probes/**/*.ts', 'tests/proof/{askers,oracle,owned,rows,small-world,volunteering}.ts', 'tests/proof/oracle/*.ts', 'tests/proof/rows.sql']

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

/**
 * By the words of all that the verdict rests on. A test takes so long that all of them together take hours: its verdict rests on its own words, and on
 * the whole text of what was weakened, which is part of the mutant; that it holds with nothing weakened is told by every run of the tests.
 */
function codes(): (by: By) => string {
  const byQuestions = all(questions)
  const known = new Map<string, string>()
  const read = ({ test, call }: By) => {
    if (test) return sha(existsSync(test) ? readFileSync(test) : '')
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
 * What was noticed, kept from run to run. A verdict counts only when a run is gone on with, and only as long as neither what was weakened nor the
 * test that gave it has changed by a letter; one by a question, as long as nothing of the product has. What nobody noticed is never kept.
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
