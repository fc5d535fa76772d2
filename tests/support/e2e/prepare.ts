import { spawnSync } from 'node:child_process'
import { appUrl, jobsUrl } from '@/scripts/database/app-url'

/** Brings an empty database up to date with the product's own command. Returns the environment a web server needs on it. */
export function prepareDatabase(ownerUrl: string, address: string): Record<string, string> {
  const password = 'e2e-only'
  const result = spawnSync('node_modules/.bin/tsx', ['--conditions=react-server', 'scripts/migrate.ts'], { env: { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_PASSWORD: password, DATABASE_JOBS_PASSWORD: password }, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr)
  return {
    DATABASE_APP_URL: appUrl(ownerUrl, password), DATABASE_JOBS_URL: jobsUrl(ownerUrl, password), FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    NEXTAUTH_SECRET: 'a secret that is long enough for the browser tests', NEXTAUTH_URL: address, PUBLIC_URL: address, SPOOL_DIR: '.indgang/outage-spool', LOG_LEVEL: 'silent',
  }
}
