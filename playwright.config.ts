import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/database/embedded'

// Chosen once; the worker processes of the run inherit both.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_PROVIDER_PORT ??= String(await freePort())
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`
const browser = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** The built product behind a real server and a real database (tests/support/e2e/serve.ts). Build first: `npm test` does. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.indgang/browser-results',
  // Two cores. The pages that nobody changes are read side by side; every journey is alone with the one database.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json', { outputFile: '.indgang/reports/browser.json' }]],
  use: { baseURL, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1280, height: 900 }, trace: 'retain-on-failure', launchOptions: { executablePath: browser, args: quiet } },
  projects: [
    { name: 'pages', testMatch: /(accessible|pages)\.test\.ts$/, fullyParallel: true, workers: 2 },
    { name: 'journeys', testIgnore: /(accessible|pages|probes)\.test\.ts$/, dependencies: ['pages'], workers: 1 },
    // Beside the journeys: each has a server and a database of its own.
    { name: 'probes', testMatch: /probes\.test\.ts$/, dependencies: ['pages'], workers: 1 },
  ],
  webServer: {
    command: 'node_modules/.bin/tsx --conditions=react-server tests/support/e2e/serve.ts',
    url: `${baseURL}/api/health/ready`,
    timeout: 120_000,
    // While writing tests: start serve.ts by hand and set E2E_PORT and E2E_PROVIDER_PORT.
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
})
