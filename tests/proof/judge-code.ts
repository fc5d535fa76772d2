import { resolve } from 'node:path'
import type { Vitest } from 'vitest/node'
import type { CodeMutant } from './mutate-code'

export type CodeJudge = { /** The first test that noticed, or null. Without a mutant: what fails as it is. */ noticed: (mutant: CodeMutant | null, tests: readonly string[]) => Promise<string | null>; close: () => Promise<void> }

/** The ordinary tests, kept ready to be run again and again with one file of the product weakened. */
export async function openCodeJudge(): Promise<CodeJudge> {
  const { createVitest } = await import('vitest/node')
  const vitest: Vitest = await createVitest('test', { config: 'tests/proof/code-tests.config.ts', watch: false, reporters: [{}], bail: 1 })
  await vitest.standalone()
  const standIn = globalThis as typeof globalThis & { weakened?: CodeMutant | null }
  return {
    async noticed(mutant, tests) {
      const before = standIn.weakened
      standIn.weakened = mutant
      for (const file of [before?.file, mutant?.file]) if (file) vitest.invalidateFile(resolve(file))
      for (const name of tests) {
        const { testModules, unhandledErrors } = await vitest.runTestSpecifications(await vitest.globTestSpecifications([name]), false)
        if (testModules.length === 0) throw new Error(`${name} is not there`)
        const failed = testModules.flatMap((module) => [...module.children.allTests('failed')].map((test) => test.fullName))
        if (failed[0]) return `${name}: ${failed[0]}`
        if (unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) return `${name} cannot be run`
      }
      return null
    },
    close: () => vitest.close(),
  }
}
