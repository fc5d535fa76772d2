import { resolve } from 'node:path'
import pg from 'pg'
import type { Vitest } from 'vitest/node'
import { databaseUrl } from '@/tests/support/database-server'

/** A weakened file of the product, or a weakened function of the database with what puts it right again. */
export type Weakened = { tests: readonly string[] } & ({ file: string; text: string } | { sql: string; undo: string })
export type Judge = { /** The first test that noticed, or null. Without a weakened thing: what fails as it is. */ noticedBy: (weakened: Weakened | null, tests?: readonly string[]) => Promise<string | null>; close: () => Promise<void> }

const standIn = globalThis as typeof globalThis & { weakened?: { file: string; text: string } | null }

/** The database tests of the ordinary suite, kept ready to be run again and again on this server with one thing weakened. */
export async function openJudge(serverUrl: string): Promise<Judge> {
  const { createVitest } = await import('vitest/node')
  process.env.DATABASE_URL = databaseUrl(serverUrl, 'postgres')
  delete process.env.DEMO
  const vitest: Vitest = await createVitest('test', { config: 'tests/proof/code-tests.config.ts', watch: false, reporters: [{}], bail: 1 })
  await vitest.standalone()
  const inTemplate = async (sql: string) => {
    const db = new pg.Client({ connectionString: databaseUrl(serverUrl, 'indgang_test_template') })
    await db.connect()
    await db.query(sql).finally(() => db.end())
  }
  const run = async (name: string): Promise<string | null> => {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(await vitest.globTestSpecifications([name]), false)
    if (testModules.length === 0) throw new Error(`${name} is not there`)
    const failed = testModules.flatMap((module) => [...module.children.allTests('failed')].map((test) => test.fullName))
    return failed[0] ? `${name}: ${failed[0]}` : unhandledErrors.length > 0 || testModules.some((module) => !module.ok()) ? `${name} cannot be run` : null
  }
  const weaken = (file: string | undefined, text: string) => {
    for (const one of [standIn.weakened?.file, file]) if (one) vitest.invalidateFile(resolve(one))
    standIn.weakened = file ? { file, text } : null
  }
  return {
    async noticedBy(weakened, tests = weakened?.tests ?? []) {
      if (weakened && 'file' in weakened) weaken(weakened.file, weakened.text)
      if (weakened && 'sql' in weakened) await inTemplate(weakened.sql)
      try {
        for (const name of tests) {
          const by = await run(name)
          if (by) return by
        }
        return null
      } finally {
        weaken(undefined, '')
        if (weakened && 'sql' in weakened) await inTemplate(weakened.undo)
      }
    },
    close: () => vitest.close(),
  }
}
