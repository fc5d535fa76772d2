import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import type { Vitest } from 'vitest/node'
import { startEmbedded } from '@/scripts/database/embedded'
import { databaseUrl } from '@/tests/support/database-server'
import type { By } from './mutants'

/** A weakened file of the product, or a weakened function of the database with what puts it right again. */
export type Weakened = { tests: readonly string[] } & ({ file: string; text: string } | { sql: string; undo: string })
export type Judge = { /** The first test that noticed, or null. Without a weakened thing: what fails as it is. */ noticedBy: (weakened: Weakened | null, tests?: readonly string[]) => Promise<By | null>; close: () => Promise<void> }

/** The file that stands in for one of the product's, wherever the tests ask for it. */
function standIn() {
  let now: { file: string; text: string } | null = null
  const lib = resolve('lib')
  return {
    set: (file: string | undefined, text: string) => (now = file ? { file: resolve(file), text } : null),
    file: () => now?.file,
    plugin: {
      name: 'weakened',
      enforce: 'pre' as const,
      load(id: string) {
        const file = id.split('?')[0] ?? ''
        if (!file.startsWith(`${lib}/`)) return null
        return now?.file === file ? now.text : readFileSync(file, 'utf8')
      },
    },
  }
}

async function first(vitest: Vitest, name: string): Promise<By | null> {
  const wanted = await vitest.globTestSpecifications([name])
  const { testModules: known, unhandledErrors } = await vitest.runTestSpecifications(wanted, false)
  // Vitest answers with every module it has run so far: what failed for an earlier one must not be told of this one.
  const testModules = known.filter(({ moduleId }) => wanted.some((one) => one.moduleId === moduleId))
  if (testModules.length === 0) throw new Error(`${name} is not there`)
  const failed = testModules.flatMap((module) => [...module.children.allTests('failed')].map((test) => test.fullName))
  const words = failed[0] ?? (unhandledErrors.length > 0 || testModules.some((module) => !module.ok()) ? 'cannot be run' : undefined)
  return words ? { words: `${name}: ${words}`, test: name } : null
}

/** The database tests of the ordinary suite, kept ready to be run again and again with one thing weakened, on a server of their own. */
export async function openJudge(lane: number): Promise<Judge> {
  const { createVitest } = await import('vitest/node')
  const folder = `.indgang/judge-pg-${process.pid}-${lane}`
  const server = await startEmbedded(folder, ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=100'])
  process.env.DATABASE_URL = server.url('postgres')
  delete process.env.DEMO
  const weak = standIn()
  const vitest = await createVitest('test', { config: 'tests/proof/code-tests.config.ts', watch: false, reporters: [{}], bail: 1 }, { plugins: [weak.plugin] })
  await vitest.standalone()
  // The template is made by the first run, on the server named now.
  await first(vitest, 'tests/integration/access/catalogue.test.ts')
  const inTemplate = async (sql: string) => {
    const db = new pg.Client({ connectionString: databaseUrl(server.url('postgres'), 'indgang_test_template') })
    await db.connect()
    await db.query(sql).finally(() => db.end())
  }
  const weaken = (file: string | undefined, text: string) => {
    for (const one of [weak.file(), file]) if (one) vitest.invalidateFile(resolve(one))
    weak.set(file, text)
  }
  return {
    async noticedBy(weakened, tests = weakened?.tests ?? []) {
      if (weakened && 'file' in weakened) weaken(weakened.file, weakened.text)
      if (weakened && 'sql' in weakened) await inTemplate(weakened.sql)
      try {
        for (const name of tests) {
          const by = await first(vitest, name)
          if (by) return by
        }
        return null
      } finally {
        weaken(undefined, '')
        if (weakened && 'sql' in weakened) await inTemplate(weakened.undo)
      }
    },
    async close() {
      await vitest.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
