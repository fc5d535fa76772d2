// A Chromium for the browser tests: one that is there, else Playwright's own, else the system's package manager.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

function present() {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...installed].find((path) => path && existsSync(path))
}

/** The path of a browser; ends the run with a sentence when none can be had. */
export function findBrowser() {
  const found = present()
  if (found) return found
  console.log('No Chromium found: trying Playwright\'s own …')
  spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  if (present()) return present()
  console.log('… and the system\'s package manager …')
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', 'chromium']])
    spawnSync('apt-get', args, { stdio: 'ignore', timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const last = present()
  if (last) return last
  console.error('The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.')
  process.exit(1)
}
