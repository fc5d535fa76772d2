import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@': root, 'server-only': `${root}/tests/support/server-only.ts` }

export default defineConfig({
  resolve: { alias },
  test: {
    // Rules must not depend on where they run: the machine's zone is deliberately not Danish.
    env: { TZ: 'America/Los_Angeles' },
    projects: [
      { extends: true, test: { name: 'rules', include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'tests/{structure,bench}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/{integration,access,faults}/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
