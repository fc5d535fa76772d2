import { defineConfig } from 'vitest/config'

const root = process.cwd()

/** The database tests, and those beside the rules, as they are; what is weakened comes from tests/proof/judge-code.ts. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': `${root}/tests/support/server-only.ts` } },
  test: {
    // A kept transform of the file as it was would be judged in place of the weakened one.
    fsModuleCache: false,
    env: { TZ: 'America/Los_Angeles' }, include: ['{tests/integration,lib}/**/*.test.ts'], globalSetup: ['tests/support/database-server.ts'], setupFiles: ['tests/support/setup.ts'],
    // A test that gives up on a busy machine would count as one that noticed.
    testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 1,
  },
})
