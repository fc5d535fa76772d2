import { expect, test as base, type BrowserContext } from '@playwright/test'
import pg from 'pg'
import type { RoleName } from '@/lib/access/matrix'
import { demoLogins } from '@/components/access/demo-logins'
import { makeSession } from './session-cookie'
import { readState, type E2eState } from './state'

export { expect, makeSession }
export const sessionCookie = 'indgang'
export const emailOf = (role: RoleName) => demoLogins.find((login) => login.role === role)?.email ?? ''

type Test = {
  /** Signs in as this demo user without the form: a session row of its own, as the form would make. Returns the cookie's value. */
  login: (email: string, context?: BrowserContext) => Promise<string>
}
type Worker = { state: E2eState; db: pg.Client }

export const test = base.extend<Test, Worker>({
  // Playwright asks for a pattern here even where nothing is used.
  state: [async ({}, use) => use(readState()), { scope: 'worker' }],
  db: [
    async ({ state }, use) => {
      const client = new pg.Client({ connectionString: state.ownerUrl })
      await client.connect()
      await use(client)
      await client.end()
    },
    { scope: 'worker' },
  ],
  login: async ({ context, db, state, baseURL }, use) => {
    await use(async (email, into = context) => {
      const value = await makeSession(db, state.secret, email)
      await into.addCookies([{ name: sessionCookie, value, url: baseURL ?? '' }])
      return value
    })
  },
})
