import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { freePort } from '@/scripts/database/embedded'
import { makeSession } from '@/tests/support/e2e/session-cookie'
import { startBuilt, stopBuilt } from '@/tests/support/e2e/web'

export type DemoWeb = {
  address: string
  db: pg.Client
  /** A browser window of its own, signed in as this demo user, or as nobody. */
  open: (email: string | null, options?: BrowserContextOptions) => Promise<Page>
  stop: () => Promise<void>
}

/** The built product with the demo municipality in the database at `ownerUrl`, and a browser in front of it. */
export async function startDemoWeb(ownerUrl: string): Promise<DemoWeb> {
  const { seedDemo } = await import('@/prisma/seed')
  await seedDemo(ownerUrl, () => {}, undefined, '.indgang/figure-register')
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const web = await startBuilt(port, { NEXTAUTH_URL: address, PUBLIC_URL: address, RUN_DELAY_SECONDS: '1' })
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'] })
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  // A fault that has to be found (docs/figures.md says which were tried).
  if (process.env.PROBES_FAULT) await db.query(process.env.PROBES_FAULT)
  return {
    address, db,
    async open(email, options = {}) {
      const context = await browser.newContext({ baseURL: address, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1280, height: 900 }, ...options })
      if (email) await context.addCookies([{ name: 'indgang', value: await makeSession(db, process.env.NEXTAUTH_SECRET ?? '', email), url: address }])
      return context.newPage()
    },
    async stop() {
      await browser.close()
      await db.end()
      await stopBuilt(web)
    },
  }
}
