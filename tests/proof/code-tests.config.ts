import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = process.cwd()
/** The file that stands in for one of the product's while a weakened version of it is judged: set by tests/proof/judge-code.ts. */
const standIn = globalThis as typeof globalThis & { weakened?: { file: string; text: string } | null }

/** The database tests as they are, with one file of the product weakened. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': `${root}/tests/support/server-only.ts` } },
  plugins: [{
    name: 'weakened',
    enforce: 'pre',
    load(id) {
      const file = id.split('?')[0] ?? ''
      if (!file.startsWith(`${root}/lib/`)) return null
      return standIn.weakened && resolve(standIn.weakened.file) === file ? standIn.weakened.text : readFileSync(file, 'utf8')
    },
  }],
  test: {
    // A kept transform of the file as it was would be judged in place of the weakened one.
    fsModuleCache: false,
    env: { TZ: 'America/Los_Angeles' }, include: ['tests/integration/**/*.test.ts'], globalSetup: ['tests/support/database-server.ts'], setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2,
  },
})
